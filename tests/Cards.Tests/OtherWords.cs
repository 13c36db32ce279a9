using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportBot.Cards.Tests;

/// <summary>The Spanish phrases, written down as they are asked for, and shown without a Latin letter: one that is left on a card came from elsewhere.</summary>
internal sealed partial class OtherWords : ICardWords
{
    /// <summary>Keys that a card asked for.</summary>
    public HashSet<string> Asked { get; } = [];

    public string Language => "ru";

    public CultureInfo Culture => CultureInfo.GetCultureInfo("ru");

    public string? Unchecked => this["lookup.not-reviewed"];

    public string this[string key]
    {
        get
        {
            Asked.Add(key);
            return Outside().Replace(ContentWords.Spanish[key], part => Letter().Replace(part.Value, "ж"));
        }
    }

    public string Say(string key, params ReadOnlySpan<(string Hole, string Value)> holes) => ContentWords.Filled(this[key], holes);

    // Names of holes stay, so that they are filled.
    [GeneratedRegex(@"(?<=^|\})[^{]*(?=\{|$)")]
    private static partial Regex Outside();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();
}
