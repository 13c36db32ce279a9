using AdaptiveCards;
using SupportBot.Cases;

namespace SupportBot.Cards;

/// <summary>Severity in words and colour. The words always stand there; the colour only helps those who see it.</summary>
public static class SeverityWords
{
    /// <summary>One word: <c>Critical</c>, <c>Urgent</c> or <c>Standard</c>.</summary>
    public static string Word(Severity severity) => severity.ToString();

    /// <summary>What is asked of the person who is told.</summary>
    public static string Ask(Severity severity) => severity switch
    {
        Severity.Critical => "Please act now.",
        Severity.Urgent => "Please look right away.",
        _ => "Please look during the school day.",
    };

    internal static AdaptiveContainerStyle Style(Severity severity) => severity switch
    {
        Severity.Critical => AdaptiveContainerStyle.Attention,
        Severity.Urgent => AdaptiveContainerStyle.Warning,
        _ => AdaptiveContainerStyle.Accent,
    };
}
