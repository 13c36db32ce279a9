using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>Clocks of a case, and the sources that rules rest on.</summary>
internal static class ClockDifferences
{
    public static IReadOnlyList<Difference> Of(CasePlan before, CasePlan after)
    {
        var notes = new DifferenceNotes(DifferencePart.Clocks);
        foreach (var clock in after.Clocks)
            if (before.Clocks.FirstOrDefault(c => c.Id == clock.Id) is { } was)
                Compare(was, clock, before, after, notes);
            else
                notes.Add($"The clock {ComparedWords.Quoted(clock.Title)} is new: {ComparedWords.Of(clock.Within)} from {CaseDifferences.Named(clock.Starts, after.State(clock.Starts))}{(clock.In is null ? "" : $", in {clock.In}")}. Its source: {Cited(clock.Source)}.");
        foreach (var clock in before.Clocks.Where(c => after.Clocks.All(a => a.Id != c.Id)))
            notes.Add($"The clock {ComparedWords.Quoted(clock.Title)} ({ComparedWords.Of(clock.Within)}) was removed.");
        return notes.Noted;
    }

    internal static void Source(RuleSource? was, RuleSource? now, string what, DifferenceNotes notes)
    {
        if (was is not null && now is not null)
        {
            notes.Reworded(was.Text, now.Text, $"The source of {what}");
            notes.Changed(was.Status, now.Status, Reliance, $"Whether the source of {what} may be relied on");
        }
        else if (was != now)
            notes.Add($"The source of {what} is now {(now is null ? "not given" : Cited(now))}; before: {(was is null ? "not given" : Cited(was))}.");
    }

    private static void Compare(ClockPlan was, ClockPlan now, CasePlan before, CasePlan after, DifferenceNotes notes)
    {
        var clock = $"the clock {ComparedWords.Quoted(now.Title)}";
        notes.Reworded(was.Title, now.Title, $"The title of a clock ({now.Id})");
        notes.Changed(was.Within, now.Within, ComparedWords.Of, $"The time of {clock}");
        notes.Changed(was.Starts, now.Starts, id => CaseDifferences.Named(id, after.State(id) ?? before.State(id)), $"The state that starts {clock}");
        notes.Changed(was.Ends, now.Ends, id => id is null ? "the end of the case" : CaseDifferences.Named(id, after.State(id) ?? before.State(id)), $"What stops {clock}");
        notes.Changed(Words(was.EndsWith, before), Words(now.EndsWith, after), words => words is null ? "nothing" : $"that {words}", $"What stops {clock} early");
        notes.Changed(was.In, now.In, id => id ?? "everywhere", $"Where {clock} applies");
        Source(was.Source, now.Source, clock, notes);
    }

    private static string? Words(TaskCondition? with, CasePlan plan) => with is null ? null : TaskDifferences.Words(with, plan);

    internal static string Cited(RuleSource source) => $"{source.Text} ({Reliance(source.Status)})";

    private static string Reliance(string status) => status switch
    {
        "found" => "found in its source",
        "verify" => "not verified",
        _ => "a district default",
    };
}
