namespace SupportBot.Training;

/// <summary>Texts by ISO 639 code.</summary>
internal static class TextsByLanguage
{
    /// <summary>In a language, or in English, which is always there.</summary>
    public static string In(this IReadOnlyDictionary<string, string> texts, string language) => texts.TryGetValue(language, out var text) ? text : texts["en"];
}
