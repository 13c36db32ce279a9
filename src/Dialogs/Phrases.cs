using System.Globalization;
using SupportBot.Cards;

namespace SupportBot.Dialogs;

/// <summary>
/// What the program itself says in one language, by key, from <c>src/Content/languages</c>. The keys the code uses and the keys
/// of the file are held against each other by a test.
/// </summary>
public sealed class Phrases(string language, IReadOnlyDictionary<string, string> text) : ICardWords
{
    /// <summary>ISO 639.</summary>
    public string Language { get; } = language;

    /// <summary>What the language calls itself: <c>Español</c>.</summary>
    public string Name { get; init; } = language;

    /// <summary>False for a translation that no person has approved: whoever reads it is told so.</summary>
    public bool IsReviewed { get; init; } = true;

    /// <summary>True where the words that only staff read are there too. Where not, staff read the base language whole and not half of each.</summary>
    public bool HasStaffWords { get; init; } = true;

    /// <summary>Groups of keys that only staff read, as the file of the base language names them: <c>alert</c> for <c>alert.first</c>.</summary>
    public IReadOnlyList<string> StaffGroups { get; init; } = [];

    public string? Unchecked => IsReviewed ? null : this["lookup.not-reviewed"];

    // In the US people of these languages read the clock as their neighbors do; their own countries differ.
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language switch
    {
        Phrasebook.Base => "en-US",
        "es" => "es-US",
        var other => other,
    });

    private Phrases? Otherwise { get; init; }

    /// <summary>The same, with another language for what this one lacks.</summary>
    public Phrases Over(Phrases otherwise) => new(Language, text) { Name = Name, IsReviewed = IsReviewed, HasStaffWords = HasStaffWords, StaffGroups = StaffGroups, Otherwise = otherwise };

    public bool IsForStaff(string key) => StaffGroups.Contains(key.Split('.')[0]);

    public IEnumerable<string> Keys => text.Keys;

    /// <summary>The phrase, in the base language where this one lacks it, or the key itself in brackets: a person must never meet an exception for it.</summary>
    public string this[string key] => text.TryGetValue(key, out var phrase) ? phrase : Otherwise?[key] ?? $"[{key}]";

    /// <summary>The phrase with its holes filled: <c>("code", "K3TP…")</c> fills <c>{code}</c>.</summary>
    public string Say(string key, params ReadOnlySpan<(string Hole, string Value)> holes)
    {
        var phrase = this[key];
        foreach (var (hole, value) in holes)
            phrase = phrase.Replace("{" + hole + "}", value, StringComparison.Ordinal);
        return phrase;
    }
}
