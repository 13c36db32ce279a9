using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>A protocol's steps as sentences: the chart for whoever does not look at pictures.</summary>
public static class StepWords
{
    public static string Of(Step step, District district)
    {
        string Role(string id) => district.Role(id)?.Title.ToLowerInvariant() ?? id;
        return step switch
        {
            SayStep say => $"Says: \u201C{say.Text}\u201D{(say.Resource is null ? "" : " Shows help numbers.")}",
            AskStep ask => $"Asks: \u201C{ask.Text}\u201D Answers: {string.Join(", ", ask.Choices.Select(c => c.Label))}.",
            FormStep form => $"Asks, one by one: {string.Join(" ", form.Fields.Select(f => f.Label))}",
            AlertStep alert => $"{alert.Severity} alert to the {Role(alert.Role)}, {ProtocolWords.Of(alert.Acknowledge)} to answer{string.Concat(alert.Escalate.Select(r => $"; then the {Role(r.To)}"))}.",
            HandoffStep handoff => $"Hands over to the {Role(handoff.Role)}.",
            DoStep task => $"The {Role(task.Role)} does, within {ProtocolWords.Of(task.Due)}: {task.Text}",
            WaitStep wait => $"Waits {ProtocolWords.Of(wait.For)}.",
            CallStep call => $"Runs the protocol {call.Protocol} and comes back.",
            EndStep end => $"Ends: {end.Outcome}.",
            _ => step.Verb,
        };
    }

    /// <summary>Where a step leads, in words.</summary>
    public static string Ways(Step step) => string.Join("; ", step.Next.Select(arm => step.Next.Count == 1 ? $"then {arm.Go}" : arm.When is null ? $"otherwise {arm.Go}" : $"if {arm.When}: {arm.Go}"));

    /// <summary>What follows when nobody answers, in words; null where silence leads nowhere.</summary>
    public static string? Silence(Step step) => step.Silence is not { } silence ? null
        : $"when nobody answers for {ProtocolWords.Of(silence.After)}: {silence.Go}{(silence.AtMost is { } most ? $", up to {most} {(most == 1 ? "time" : "times")}, then {silence.Then}" : "")}";
}
