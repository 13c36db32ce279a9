using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads and tells the stories of a protocol.</summary>
public static class Stories
{
    /// <returns>the stories, or null when any fault is an error</returns>
    public static (StoryBook? Book, IReadOnlyList<Fault> Faults) Read(string fileName, string yaml) => StoryReader.Read(fileName, yaml);

    /// <summary>
    /// Tells every story twice, field by field and form by form, writing and reading the run between any two messages, and looks
    /// whether every answer and every silence of the protocol was walked.
    /// </summary>
    public static StoryReport Run(Protocol protocol, StoryBook book, ILibrary library)
    {
        if (book.Protocol != protocol.Key)
            return new([new(book.File, 1, 1, "", $"these are stories of {book.Protocol}, not of {protocol.Key}", "correct the line protocol")], 0, 0, 0);
        var today = book.Today ?? protocol.EffectiveFrom ?? new DateOnly(2026, 9, 1);
        var faults = new Faults();
        var walked = new HashSet<WalkedWay>();
        foreach (var story in book.All)
            foreach (var atOnce in new[] { false, true })
            {
                var telling = new StoryTelling(protocol, story, library, today, atOnce);
                telling.Tell();
                faults.AddRange(telling.Faults);
                walked.UnionWith(telling.Ways);
                if (story.Case is { } steps && protocol.Case is { } plan && !atOnce)
                    faults.AddRange(CaseStory.Tell(plan, story, steps, telling.CaseSeverity ?? protocol.Severity, story.Jurisdiction ?? (protocol.Jurisdictions is [var first, ..] ? first : ""), today));
            }
        var arms = new ProtocolGraph(protocol).Arms.ToArray();
        var unwalked = arms.Where(a => !walked.Contains(new(protocol.Key, a.From.Id, a.Name))).ToArray();
        foreach (var way in unwalked)
            faults.Add(way.Place.Fault($"no story walks from {way.From.Id} to {way.To} ({Why(way)})", $"add a story to {book.File}"));
        return new(faults.InReadingOrder(), book.All.Count, arms.Length, arms.Length - unwalked.Length);
    }

    private static string Why(Way way) => way switch
    {
        { Kind: WayKind.Silent or WayKind.SilentAtMost } => "silence",
        { Kind: WayKind.SilentThen } => "silence once too often",
        { When: { } when } => when.ToString()!,
        { From.Next.Count: > 1 } => "otherwise",
        _ => "answered",
    };
}

/// <param name="Stories">how many there are</param>
/// <param name="Arms">answers and silences that must be walked</param>
/// <param name="ArmsWalked">how many of them were</param>
public sealed record StoryReport(IReadOnlyList<Fault> Faults, int Stories, int Arms, int ArmsWalked);
