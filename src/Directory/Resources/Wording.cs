namespace SupportBot.Directory;

/// <summary>A text in several languages; English is always there.</summary>
/// <param name="Texts">By ISO 639 code.</param>
public sealed record Wording(IReadOnlyDictionary<string, string> Texts)
{
    public const string English = "en";

    public static Wording OfEnglish(string text) => new(new Dictionary<string, string> { [English] = text });

    /// <summary>In a language, or in English where it is not there.</summary>
    public string In(string language) => Texts.TryGetValue(language, out var text) ? text : Texts.GetValueOrDefault(English, "");

    /// <summary>Languages of which no text of content may be without: the ones nearly all families of our districts read.</summary>
    public static IReadOnlyList<string> Needed { get; } = [English, "es"];

    public bool Has(string language) => Texts.ContainsKey(language);

    public override string ToString() => In(English);
}
