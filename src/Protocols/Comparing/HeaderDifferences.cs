namespace SupportBot.Protocols;

/// <summary>Title, owner, severity, entries, languages and who may start it.</summary>
internal static class HeaderDifferences
{
    public static IReadOnlyList<Difference> Of(Protocol before, Protocol after, ComparedWords words)
    {
        var notes = new DifferenceNotes(DifferencePart.Header);
        notes.Reworded(before.Title, after.Title, "The title");
        notes.Changed(before.Owner, after.Owner, words.Role, "The owner");
        notes.Changed(before.Severity, after.Severity, s => s.ToString().ToLowerInvariant(), "The severity");
        notes.Changed(before.Anonymous, after.Anonymous, Namelessness, "Whether somebody may go through it without a name");
        if (!before.MayStart.ToHashSet().SetEquals(after.MayStart))
            notes.Add($"It may now be started by {Starters(after, words)}; before: {Starters(before, words)}.");
        notes.Changed(before.IsSurvey, after.IsSurvey, yes => yes ? "yes" : "no", "Whether it only counts answers and keeps nothing else");
        notes.Listed(before.StartsOn, after.StartsOn, Entry, "It now also starts by", "It no longer starts by");
        notes.Changed(before.Fallback, after.Fallback, id => $"the step {id}", "Where it goes when something goes wrong");
        notes.Changed(before.Language, after.Language, id => id, "The language it is written in");
        notes.Listed(before.Jurisdictions, after.Jurisdictions, id => id, "It now also knows the law of", "It no longer knows the law of");
        notes.Listed(before.Basis, after.Basis, ComparedWords.Quoted, "It now also rests on", "It no longer rests on");
        YearlyDifferences.Note(before, after, words, notes);
        return notes.Noted;
    }

    private static string Namelessness(Anonymity anonymous) => anonymous switch { Anonymity.Allowed => "as they like", Anonymity.Required => "always without", _ => "never without" };

    private static string Starters(Protocol protocol, ComparedWords words) =>
        protocol.MayStart.Count == 0 ? "everybody" : ComparedWords.List(protocol.MayStart.Select(id => id == Protocol.AllStaff ? "every member of staff" : words.Role(id)));

    private static string Entry(string entry) => entry.Split(':', 2) switch
    {
        ["menu", var id] => $"the menu entry {ComparedWords.Quoted(id)}",
        ["signal", var id] => $"words that sound like {ComparedWords.Quoted(id)}",
        ["route", var id] => $"words that ask for {ComparedWords.Quoted(id)}",
        ["instead", var id] => $"asking for {ComparedWords.Quoted(id)} by somebody who may not begin that",
        _ => entry,
    };
}
