namespace SupportBot.Protocols;

/// <summary>How far a version can be read in one language other than its own.</summary>
/// <param name="Texts">how many a person in the chat may read</param>
/// <param name="Missing">how many of them are shown in the base language; all where there is no translation</param>
/// <param name="ApprovedOn">null: no human has reviewed the translation, or there is none</param>
public sealed record LanguageCoverage(string Language, int Texts, int Missing, DateOnly? ApprovedOn)
{
    public bool IsTranslated => Missing < Texts;

    public bool IsComplete => Missing == 0;

    /// <summary>One for each language that is wanted, in their order, then for each other that there is; none for the base language.</summary>
    /// <param name="wanted">language codes, such as <c>es</c></param>
    public static IReadOnlyList<LanguageCoverage> Of(Protocol protocol, IReadOnlyList<ProtocolLanguage> translations, IEnumerable<string> wanted)
    {
        var keys = TextKeys.Of(protocol).Select(k => k.Key).ToArray();
        return
        [
            .. wanted.Concat(translations.Select(t => t.Language)).Distinct().Where(code => code != protocol.Language).Select(code =>
                translations.FirstOrDefault(t => t.Language == code) is { } has
                    ? new LanguageCoverage(code, keys.Length, keys.Count(k => !has.Texts.ContainsKey(k)), has.ApprovedOn)
                    : new LanguageCoverage(code, keys.Length, keys.Length, null)),
        ];
    }
}
