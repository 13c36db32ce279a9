namespace SupportBot.Dialogs;

/// <summary>
/// What the program itself says in one language, by key, from <c>src/Content/languages</c>. The keys the code uses and the keys
/// of the file are held against each other by a test.
/// </summary>
public sealed class Phrases(string language, IReadOnlyDictionary<string, string> text)
{
    /// <summary>BCP 47.</summary>
    public string Language { get; } = language;

    public IEnumerable<string> Keys => text.Keys;

    /// <summary>The phrase, or the key itself in brackets where the file lacks it: a person must never meet an exception for it.</summary>
    public string this[string key] => text.TryGetValue(key, out var phrase) ? phrase : $"[{key}]";

    /// <summary>The phrase with its holes filled: <c>("code", "K3TP…")</c> fills <c>{code}</c>.</summary>
    public string Say(string key, params ReadOnlySpan<(string Hole, string Value)> holes)
    {
        var phrase = this[key];
        foreach (var (hole, value) in holes)
            phrase = phrase.Replace("{" + hole + "}", value, StringComparison.Ordinal);
        return phrase;
    }
}
