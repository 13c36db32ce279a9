using System.Globalization;
using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>The rules of a case that count time, as sentences.</summary>
public static class RuleWords
{
    /// <param name="plan">That the task is of: it knows its states by name.</param>
    /// <param name="role">A role's title by its id.</param>
    public static string Of(TaskPlan task, CasePlan plan, Func<string, string> role)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(role);
        var due = task.Due is { } within ? $"within {ProtocolWords.Of(within)}" : "no time set";
        if (task.DueBy is { } day) due += $", by {new DateOnly(2001, day.Month, day.Day).ToString("MMMM d", CultureInfo.GetCultureInfo("en-US"))} at the latest";
        if (task.Repeats is { } again) due += $", again every {ProtocolWords.Of(again.Every)}{(again.Until is { } until ? $" until \u201C{RefusalWords.StateWords(until, plan)}\u201D" : "")}";
        return $"The {role(task.Owner)}{(task.In is null ? "" : $" ({task.In})")}, {due}{string.Concat(task.Escalate.Select(e => $"; {ProtocolWords.Of(e.After)} later the {role(e.To)} is told"))}.";
    }

    public static string Of(Retention keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        return string.Create(CultureInfo.InvariantCulture, $"{keep.Years} {(keep.Years == 1 ? "year" : "years")} after it is {keep.After.Replace('-', ' ')}, then {(keep.Then == "shred" ? "its content is deleted" : "a person is asked")}.");
    }
}
