namespace SupportBot.Cases;

/// <summary>Whether anybody asks for a public log where a law applies.</summary>
public enum LogAsked
{
    /// <summary>No such duty is known: nothing is published.</summary>
    Nobody,

    /// <summary>Districts there keep one; that a law asks for it is not known.</summary>
    Practice,

    Law,
}

/// <summary>Who asks for a public log in one jurisdiction, and how sure that is.</summary>
/// <param name="In"><c>OR</c>, <c>CA</c>.</param>
public sealed record LogDuty(string In, LogAsked Asked, RuleSource Source);

/// <summary>
/// The names by which a task's form holds a row of the public log (<c>log: public</c>): choices of one each, and the day of the report, which may be left out.
/// </summary>
public static class LogPlan
{
    public const string Reported = "reported-on";
    public const string Kind = "kind";
    public const string Grades = "grades";
    public const string Basis = "basis";
    public const string Outcome = "outcome";
    public const string Action = "action";

    /// <summary>Whether the row is entered at all: <see cref="Entered"/>, <see cref="HeldBack"/>, or anything else for no.</summary>
    public const string Row = "row";

    public const string Entered = "entered";
    public const string HeldBack = "held-back";

    /// <summary>All of one choice, and all required.</summary>
    public static IReadOnlyList<string> Choices { get; } = [Kind, Grades, Basis, Outcome, Action, Row];

    /// <summary>The step with what it does to the row, judged by the case as the step leaves it.</summary>
    internal static CaseStep WithLog(this CaseStep step, CasePlan plan) => Of(step.Case, plan) is { } change ? step with { Log = change } : step;

    /// <summary>What the row of a case must be now; null where the log has nothing to do with it yet.</summary>
    internal static LogChange? Of(Case @case, CasePlan plan)
    {
        var tasks = plan.Tasks.Where(t => t.IsLog).Select(t => t.Id).ToHashSet();
        if (tasks.Count == 0) return null;
        // An end that comes before any answer, or in another case, is no complaint that was answered.
        if (@case.MergedInto is not null || (plan.State(@case.State) is { IsEnd: true } end && !end.Requires.Any(tasks.Contains))) return new LogChange.Remove();
        var done = @case.Tasks.Where(t => t.IsDone && tasks.Contains(t.PlanId)).OrderBy(t => t.FinishedAt).LastOrDefault();
        if (done is null) return null;
        var row = done.Answers.GetValueOrDefault(Row);
        return row is Entered or HeldBack ? new LogChange.Put(RowOf(@case, done, tasks, held: row == HeldBack)) : new LogChange.Remove();
    }

    private static LogRow RowOf(Case @case, CaseTask done, HashSet<string> tasks, bool held)
    {
        string Chosen(string field) => done.Answers.GetValueOrDefault(field, "");
        var reported = DateOnly.TryParseExact(Chosen(Reported), "yyyy-MM-dd", out var day) ? day : DateOnly.FromDateTime(@case.OpenedAt.UtcDateTime);
        // The first of the tasks opens with the written answer; a later one corrects what was entered.
        var answered = @case.Tasks.Where(t => tasks.Contains(t.PlanId) && t.Since == done.Since).Min(t => t.OpenedAt);
        var days = DateOnly.FromDateTime(answered.UtcDateTime).DayNumber - reported.DayNumber;
        return new LogRow(@case.Protocol, @case.SchoolId, @case.Jurisdiction, LogRow.YearOf(reported), reported, Chosen(Kind), Chosen(Grades), Chosen(Basis), Chosen(Outcome), Chosen(Action), Math.Max(0, days), held);
    }
}
