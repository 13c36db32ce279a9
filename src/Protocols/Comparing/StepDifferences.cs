namespace SupportBot.Protocols;

/// <summary>Steps that came, went or changed. What each verb has is in the file beside this one.</summary>
internal sealed partial class StepDifferences(Protocol before, Protocol after, ComparedWords words)
{
    private readonly DifferenceNotes _notes = new(DifferencePart.Steps);

    public IReadOnlyList<Difference> All()
    {
        _notes.Changed(before.First.Id, after.First.Id, id => id, "The first step");
        foreach (var id in InOrder())
            switch (before.Find(id), after.Find(id))
            {
                case (null, { } added):
                    _notes.Add($"Step {id} is new: {Does(added)}.{LeadsTo(added)}", null, TextOf(added));
                    break;
                case ({ } removed, null):
                    _notes.Add($"Step {id} was removed. It was there to: {Does(removed)}.", TextOf(removed));
                    break;
                case ({ } was, { } now):
                    Compare(was, now);
                    break;
            }
        return _notes.Noted;
    }

    // As they stand in the newer version; one that is gone stands behind the step that it stood behind.
    private List<string> InOrder()
    {
        List<string> ids = [.. after.Steps.Select(s => s.Id)];
        for (var i = 0; i < before.Steps.Count; i++)
            if (!ids.Contains(before.Steps[i].Id))
                ids.Insert(i == 0 ? 0 : ids.IndexOf(before.Steps[i - 1].Id) + 1, before.Steps[i].Id);
        return ids;
    }

    private void Compare(Step was, Step now)
    {
        if (was.GetType() == now.GetType())
            CompareVerb(was, now);
        else
            _notes.Add($"Step {now.Id} is there for something else: {Does(now)}; before: {Does(was)}.", TextOf(was), TextOf(now));
        CompareSilence(was, now);
        ClockDifferences.Source(was.Source, now.Source, $"the times of step {now.Id}", _notes);
        CompareWays(was, now);
    }

    private void CompareSilence(Step was, Step now)
    {
        if (was.Silence is null && now.Silence is null)
            return;
        if (was.Silence is not { } old || now.Silence is not { } silence)
        {
            _notes.Add(now.Silence is { } begun ? $"Step {now.Id} now goes on by itself when nobody answers for {ComparedWords.Of(begun.After)}: it leads to {begun.Go}." : $"Step {now.Id} no longer goes on by itself when nobody answers.");
            return;
        }
        _notes.Changed(old.After, silence.After, ComparedWords.Of, $"How long step {now.Id} waits for an answer");
        _notes.Changed(old.Go, silence.Go, id => id, $"Where step {now.Id} leads when nobody answers");
        _notes.Changed(old.AtMost, silence.AtMost, most => most is { } times ? $"{times} times" : "as often as it happens", $"How often step {now.Id} lets silence pass");
        _notes.Changed(old.Then, silence.Then, id => id ?? "nowhere", $"Where step {now.Id} leads when there was silence once too often");
        ClockDifferences.Source(old.Source, silence.Source, $"how long step {now.Id} waits", _notes);
    }

    private void CompareWays(Step was, Step now)
    {
        if (was.Next is [{ When: null } old] && now.Next is [{ When: null } straight])
        {
            if (old.Go != straight.Go)
                _notes.Add($"Step {now.Id} now leads to {straight.Go}; before: {old.Go}.");
            return;
        }
        var (earlier, later) = (Ways(was), Ways(now));
        foreach (var way in now.Next)
            if (!earlier.TryGetValue(Key(way), out var went))
                _notes.Add($"Step {now.Id} has a new way: {ComparedWords.When(way.When, after)}, it leads to {way.Go}.");
            else if (went != way.Go)
                _notes.Add($"{ComparedWords.Begun(ComparedWords.When(way.When, after))}, step {now.Id} now leads to {way.Go}; before: {went}.");
        foreach (var way in was.Next.Where(w => !later.ContainsKey(Key(w))))
            _notes.Add($"Step {now.Id} lost a way: {ComparedWords.When(way.When, before)}, it led to {way.Go}.");
        if (earlier.Keys.ToHashSet().SetEquals(later.Keys) && !was.Next.Select(Key).SequenceEqual(now.Next.Select(Key)))
            _notes.Add($"Step {now.Id} tries its ways in another order: {ComparedWords.List(now.Next.Select(w => $"{ComparedWords.When(w.When, after)} to {w.Go}"))}.");
    }

    private static string Key(Arm way) => way.When?.ToString() ?? "";

    private static Dictionary<string, string> Ways(Step step) => step.Next.GroupBy(Key).ToDictionary(g => g.Key, g => g.First().Go);

    private static string LeadsTo(Step step) => step.Next is [{ When: null } way] ? $" It leads to {way.Go}." : "";
}
