using AdaptiveCards;
using SupportBot.Cases;

namespace SupportBot.Cards;

/// <summary>Severity in words and colour. The words always stand there; the colour only helps those who see it.</summary>
public static class SeverityWords
{
    /// <summary>One word: <c>Critical</c>, <c>Urgent</c> or <c>Standard</c>.</summary>
    public static string Word(Severity severity, ICardWords words) => words[severity switch
    {
        Severity.Critical => "severity.critical",
        Severity.Urgent => "severity.urgent",
        _ => "severity.standard",
    }];

    /// <summary>What is asked of the person who is told.</summary>
    public static string Ask(Severity severity, ICardWords words) => words[severity switch
    {
        Severity.Critical => "severity.critical-ask",
        Severity.Urgent => "severity.urgent-ask",
        _ => "severity.standard-ask",
    }];

    /// <summary><c>Critical alert</c>. A phrase of its own for each, because in most languages the one word bends with the other.</summary>
    public static string Alert(Severity severity, ICardWords words) => words[severity switch
    {
        Severity.Critical => "alert.critical",
        Severity.Urgent => "alert.urgent",
        _ => "alert.standard",
    }];

    /// <summary><c>Critical case</c>.</summary>
    public static string Case(Severity severity, ICardWords words) => words[severity switch
    {
        Severity.Critical => "detail.critical",
        Severity.Urgent => "detail.urgent",
        _ => "detail.standard",
    }];

    internal static AdaptiveContainerStyle Style(Severity severity) => severity switch
    {
        Severity.Critical => AdaptiveContainerStyle.Attention,
        Severity.Urgent => AdaptiveContainerStyle.Warning,
        _ => AdaptiveContainerStyle.Accent,
    };
}
