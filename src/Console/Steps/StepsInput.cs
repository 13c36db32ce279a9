using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>What was sent from the page of a run.</summary>
/// <param name="Token">Of the question that the page showed; empty where it showed none.</param>
/// <param name="Button">Which button: one of the constants, or <see cref="Choose"/>, <see cref="Offer"/> or <see cref="Speak"/> with what follows.</param>
/// <param name="Entries">By field name: ids of choices joined by commas, days as <c>yyyy-MM-dd</c>, words.</param>
public sealed record StepsInput(string Token, string Button, IReadOnlyDictionary<string, PersonText> Entries)
{
    public const string Answer = "answer";
    public const string Back = "back";
    public const string Skip = "skip";
    public const string Change = "change";
    public const string Pass = "pass";
    public const string Stop = "stop";

    /// <summary>Followed by the id of a choice: of a step, or of a summary.</summary>
    public const string Choose = "choose:";

    /// <summary>Followed by the title of a button that was offered.</summary>
    public const string Offer = "offer:";

    /// <summary>Followed by a language.</summary>
    public const string Speak = "speak:";

    /// <summary>The entry in which the reason stands why a step is not possible.</summary>
    public const string Reason = "reason";

    public override string ToString() => $"{Button.Split(':')[0]}, {Entries.Count} entries";
}
