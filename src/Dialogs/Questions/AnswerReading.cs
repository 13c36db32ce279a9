using Microsoft.Bot.Schema;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>What an answer was understood as.</summary>
internal abstract record AnswerReading
{
    private AnswerReading() { }

    /// <param name="ShownBack">What was understood, where a person could have meant something else; null where it is plain.</param>
    public sealed record Understood(AnswerValue Value, string? ShownBack = null) : AnswerReading;

    /// <summary>Nothing is taken; this is said, and the question stays open.</summary>
    /// <param name="Meant">Id that a "yes" would now mean; null where there is none.</param>
    public sealed record AskAgain(Activity Message, string? Meant = null) : AnswerReading;

    /// <summary>One more of several was picked; the question stays open.</summary>
    public sealed record PickedSoFar(IReadOnlyList<string> Ids, Activity Message) : AnswerReading;
}
