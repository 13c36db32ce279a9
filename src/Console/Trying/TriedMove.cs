using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>What a button of the dry run does.</summary>
/// <param name="Input">null where the button fits nothing that is open</param>
/// <param name="Did">the same in words</param>
internal sealed record TriedMove(ProtocolInput? Input, IReadOnlyList<DryLine> Did)
{
    public const string Answer = "answer";
    public const string Silent = "silence";
    public const string Back = "back";
    public const string Join = "joined";
    public const string Wake = "woke";
    public const string Done = "done";
    public const string NotPossible = "not-possible";
    public const string HandOver = "handed-over";

    /// <summary>Followed by the name of the answer to change.</summary>
    public const string Change = "change:";

    // Two people who do not exist, so that a step for two can be tried by one.
    private const string First = "first";
    private const string Second = "second";

    /// <param name="button">the value of the button that was pressed; not <see cref="Answer"/></param>
    public static TriedMove Of(string button, ProtocolRun run, Step here, Question? question, PersonText reason, ProtocolWords words)
    {
        var token = run.Token ?? "";
        return (button, here) switch
        {
            (Silent, { Silence: { } silence }) => new(new Silence(token), Said($"Nobody answered for {ProtocolWords.Of(silence.After)}.")),
            (Back, _) when question is not null => new(new StepBack(), Said("Went back.")),
            (Join, HandoffStep handoff) => new(new Joined(token, First), Said($"The {words.Role(handoff.Role)} joined the chat.")),
            (Wake, WaitStep wait) => new(new WokeUp(token), Said($"{ProtocolWords.Of(wait.For)} passed.")),
            (Done, DoStep { TwoPerson: true }) when run.Top.ConfirmedBy is null => new(new DidIt(token, TaskResult.Done, First), Said("One person said that it is done.")),
            (Done, DoStep { TwoPerson: true }) => new(new DidIt(token, TaskResult.Done, Second), Said("A second person said that it is done.")),
            (Done, DoStep) => new(new DidIt(token, TaskResult.Done, First), Said("Done.")),
            (NotPossible, DoStep) => new(new DidIt(token, TaskResult.NotPossible, First, reason), [new(DryLineKind.Did, "Not possible, because", ShownText.Of(reason))]),
            (HandOver, DoStep) => new(new DidIt(token, TaskResult.HandedOver, First), Said("Handed over to another person.")),
            _ when button.StartsWith(Change, StringComparison.Ordinal) && question is { IsReview: true } => new(new ChangeAnswer(button[Change.Length..]), Said("Changed an earlier answer.")),
            _ => new(null, []),
        };
    }

    private static DryLine[] Said(string words) => [new(DryLineKind.Did, words, null)];
}
