namespace SupportBot.Protocols.Tests;

public class LanguageCoverageTests
{
    private static readonly Protocol Said = Samples.Of("  - id: hello\n    say: \"Hello.\"\n    next: help\n" + Samples.Help);

    private static ProtocolLanguage Read(string texts, string head = "approved: { on: \"2026-08-22\", by: translation-lead }\n")
    {
        var (language, _) = LanguageReader.Read("small/1.es.yaml", $"protocol: small@1\nlanguage: es\n{head}text:\n{texts}", Said);
        return language!;
    }

    private const string Whole = "  title: \"Pequeño\"\n  hello.say: \"Hola.\"\n";

    private static LanguageCoverage Of(params ProtocolLanguage[] languages) => Assert.Single(LanguageCoverage.Of(Said, languages, ["en", "es"]));

    [Fact]
    public void A_translation_with_every_text_is_complete() =>
        Assert.Equal(new LanguageCoverage("es", 2, 0, new DateOnly(2026, 8, 22)), Of(Read(Whole)));

    [Fact]
    public void Texts_that_are_missing_are_counted() => Assert.Equal((2, 1, true), Of(Read("  title: \"Pequeño\"\n")) is var c ? (c.Texts, c.Missing, c.IsTranslated) : default);

    [Fact]
    public void A_language_of_the_district_without_a_translation_is_listed_too() =>
        Assert.Equal(new LanguageCoverage("es", 2, 2, null), Of());

    [Fact]
    public void A_translation_that_no_human_signed_off_may_be_used_and_says_so()
    {
        var (language, faults) = LanguageReader.Read("small/1.es.yaml", $"protocol: small@1\nlanguage: es\ntext:\n{Whole}", Said);
        Assert.Empty(faults);
        Assert.Null(language!.ApprovedOn);
        Assert.True(Of(language) is { IsComplete: true, ApprovedOn: null });
    }

    [Fact]
    public void An_approval_without_a_day_is_a_fault() =>
        Assert.Contains(LanguageReader.Read("small/1.es.yaml", $"protocol: small@1\nlanguage: es\napproved: {{ by: translation-lead }}\ntext:\n{Whole}", Said).Faults, f => f.What.Contains("on is missing", StringComparison.Ordinal));
}
