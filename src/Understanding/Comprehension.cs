namespace SupportBot.Understanding;

/// <summary>Asks all of understanding about a text: danger, topics, what the person wants. The same text gives the same answer.</summary>
public sealed class Comprehension(CrisisSignals signals, TopicGuide topics, Router router, Commands commands)
{
    public CrisisSignals Signals => signals;

    public TopicGuide Topics => topics;

    public Router Router => router;

    public Commands Commands => commands;

    public Understood Read(string text)
    {
        var crisis = signals.Read(text);
        var about = topics.Of(text);
        var wanted = router.Wanted(text);
        var command = commands.Of(text) is { } c ? Intents.Of(c.Kind) : null;
        var intent = command ?? (wanted is [var best, ..] ? best.Intent : about.Count > 0 || crisis.Grade > CrisisGrade.None ? Intents.FindResources : Intents.None);
        return new(
            crisis,
            [.. First(crisis).Concat(about.Select(t => t.Id)).Concat(Then(crisis)).Distinct().Take(TopicGuide.Most)],
            intent,
            [
                .. crisis.Why.Select(r => $"{r.Group}: {r.Words}"),
                .. about.Select(t => $"{t.Id}: {string.Join(", ", t.Words)}"),
                .. wanted.Take(2).Select(r => FormattableString.Invariant($"{r.Intent}: {r.Confidence:0.##}")),
            ]);
    }

    // Where danger is said outright, help comes first; where it may be meant, beside what else is asked.
    private static IEnumerable<string> First(CrisisReading crisis) => crisis switch
    {
        { Grade: >= CrisisGrade.High, Kind: CrisisKind.Abuse } => ["abuse-violence", "crisis"],
        { Grade: >= CrisisGrade.High, Kind: CrisisKind.DangerToOthers } => ["safety-emergency", "crisis"],
        { Grade: >= CrisisGrade.High } => ["crisis"],
        _ => [],
    };

    private static IEnumerable<string> Then(CrisisReading crisis) => crisis switch
    {
        { Grade: CrisisGrade.None } => [],
        { Kind: CrisisKind.Abuse } => ["abuse-violence"],
        { Kind: CrisisKind.DangerToOthers } => ["safety-emergency"],
        { Grade: CrisisGrade.Concern } => ["mental-health", "crisis"],
        _ => ["mental-health"],
    };
}
