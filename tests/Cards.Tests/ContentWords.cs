using System.Globalization;
using SupportBot.Yaml;

namespace SupportBot.Cards.Tests;

/// <summary>The words of cards as they stand in the content, with nothing that stands in for a phrase that is not there.</summary>
internal sealed class ContentWords(string language) : ICardWords
{
    private readonly Dictionary<string, string> _phrases = Read(language);

    public static ContentWords English { get; } = new("en");

    public static ContentWords Spanish { get; } = new("es");

    public string Language => language;

    public CultureInfo Culture => CultureInfo.GetCultureInfo($"{language}-US");

    public string? Unchecked => language == "en" ? null : this["lookup.not-reviewed"];

    public string this[string key] => _phrases.GetValueOrDefault(key, $"[{key}]");

    public bool Has(string key) => _phrases.ContainsKey(key);

    public string Say(string key, params ReadOnlySpan<(string Hole, string Value)> holes) => Filled(this[key], holes);

    public static string Filled(string phrase, ReadOnlySpan<(string Hole, string Value)> holes)
    {
        foreach (var (hole, value) in holes) phrase = phrase.Replace($"{{{hole}}}", value, StringComparison.Ordinal);
        return phrase;
    }

    private static Dictionary<string, string> Read(string language)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "content", "languages", $"{language}.yaml");
        var text = YamlFile.Read(file, File.ReadAllText(file)).Root!.Map("text");
        return text.Keys.ToDictionary(k => k, text.Text);
    }
}
