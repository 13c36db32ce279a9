using System.Globalization;

namespace SupportBot.Cards;

/// <summary>
/// The program's own words on a card, in one language, by key: <c>alert.first</c>. Whoever makes a card hands in those of its reader; this room
/// has none of its own and knows of no language.
/// </summary>
public interface ICardWords
{
    /// <summary>ISO 639, such as <c>es</c>.</summary>
    string Language { get; }

    /// <summary>How days and hours are written for readers of it.</summary>
    CultureInfo Culture { get; }

    /// <summary>Says that nobody has checked the translation; null where somebody has, and for the language that was written first.</summary>
    string? Unchecked { get; }

    /// <summary>The phrase. Never throws: a key that is nowhere is shown as it is.</summary>
    string this[string key] { get; }

    /// <summary>The phrase with its holes filled: <c>("code", "K7M-2QD")</c> fills <c>{code}</c>.</summary>
    string Say(string key, params ReadOnlySpan<(string Hole, string Value)> holes);
}
