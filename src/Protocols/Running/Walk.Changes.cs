namespace SupportBot.Protocols;

/// <summary>Back, and changing an answer.</summary>
internal sealed partial class Walk
{
    private bool CanGoBack() => Top.Given.LastOrDefault(g => g.Input > 0) is { IsSent: false };

    private InputRefusal? GoBack()
    {
        var given = Top.Given.ToList();
        var last = given.FindLastIndex(g => g.Input > 0);
        if (last < 0)
            return Top.IsSent ? new InputRefusal.AlreadySent() : new InputRefusal.NothingBefore();
        if (given[last].IsSent)
            return new InputRefusal.AlreadySent();
        // A form filled in at once is opened at once; an answer given alone is opened alone.
        var first = last;
        while (first > 0 && given[first - 1] is { IsSent: false } before && before.Input == given[last].Input && before.StepId == given[last].StepId)
            first--;
        Rewind(given[first].StepId, given[..first], given[first..(last + 1)], given[(last + 1)..]);
        return null;
    }

    private InputRefusal? Reopen(ChangeAnswer change)
    {
        var given = Top.Given.ToList();
        var at = given.FindIndex(g => g.Name == change.Field);
        if (at < 0)
            return new InputRefusal.NoSuchAnswer(change.Field);
        if (given[at].IsSent)
            return new InputRefusal.AlreadySent();
        Rewind(given[at].StepId, given[..at], given[at..(at + 1)], given[(at + 1)..]);
        Top = Top with { IsReturning = true };
        return null;
    }

    private void Rewind(string stepId, List<GivenAnswer> kept, List<GivenAnswer> opened, List<GivenAnswer> later)
    {
        var earlier = new Dictionary<string, AnswerValue>(Top.Earlier);
        foreach (var answer in opened)
            earlier[answer.Name] = answer.Value;
        Top = Top with
        {
            StepId = stepId,
            Given = kept,
            Remembered = [.. Top.Remembered.Where(r => later.All(l => l.Name != r.Name) && opened.All(o => o.Name != r.Name)), .. later],
            Earlier = earlier,
        };
        _run = _run with { Walked = [.. _run.Walked, new(Key, stepId)], Token = null };
        switch (Current())
        {
            case QuestionStep question:
                Put(question);
                break;
            case DoStep task:
                Give(task);
                break;
        }
    }
}
