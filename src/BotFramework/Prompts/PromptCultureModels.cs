namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>The languages the prompts know.</summary>
public static class PromptCultureModels
{
    public static PromptCultureModel Bulgarian { get; } = Of("bg-bg", ", ", " или ", ", или ", "Да", "Не");

    public static PromptCultureModel Chinese { get; } = Of("zh-cn", "， ", " 要么 ", "， 要么 ", "是的", "不");

    public static PromptCultureModel Dutch { get; } = Of("nl-nl", ", ", " of ", ", of ", "Ja", "Nee");

    public static PromptCultureModel English { get; } = Of("en-us", ", ", " or ", ", or ", "Yes", "No");

    public static PromptCultureModel French { get; } = Of("fr-fr", ", ", " ou ", ", ou ", "Oui", "Non");

    public static PromptCultureModel German { get; } = Of("de-de", ", ", " oder ", ", oder ", "Ja", "Nein");

    public static PromptCultureModel Hindi { get; } = Of("hi-in", ", ", " या ", ", या ", "हां", "नहीं");

    public static PromptCultureModel Italian { get; } = Of("it-it", ", ", " o ", ", o ", "Sì", "No");

    public static PromptCultureModel Japanese { get; } = Of("ja-jp", "、 ", " または ", "、 または ", "はい", "いいえ");

    public static PromptCultureModel Korean { get; } = Of("ko-kr", ", ", " 또는 ", ", 또는 ", "예", "아니");

    public static PromptCultureModel Portuguese { get; } = Of("pt-br", ", ", " ou ", ", ou ", "Sim", "Não");

    public static PromptCultureModel Spanish { get; } = Of("es-es", ", ", " o ", ", o ", "Sí", "No");

    public static PromptCultureModel Swedish { get; } = Of("sv-se", ", ", " eller ", ", eller ", "Ja", "Nej");

    public static PromptCultureModel Turkish { get; } = Of("tr-tr", ", ", " veya ", ", veya ", "Evet", "Hayır");

    private static readonly PromptCultureModel[] All =
        [Bulgarian, Chinese, Dutch, English, French, German, Hindi, Italian, Japanese, Korean, Portuguese, Spanish, Swedish, Turkish];

    /// <summary>The supported culture of the same language ("es-MX" gives "es-es"), or the code itself, lower case, when there is none.</summary>
    public static string MapToNearestLanguage(string cultureCode)
        => string.IsNullOrWhiteSpace(cultureCode) ? cultureCode : PromptCultures.Nearest(cultureCode)?.Locale ?? cultureCode.ToLowerInvariant();

    public static PromptCultureModel[] GetSupportedCultures() => [.. All];

    /// <summary>The supported cultures, not copied.</summary>
    internal static IReadOnlyList<PromptCultureModel> Supported => All;

    private static PromptCultureModel Of(string locale, string separator, string or, string orMore, string yes, string no) => new()
    {
        Locale = locale,
        Separator = separator,
        InlineOr = or,
        InlineOrMore = orMore,
        YesInLanguage = yes,
        NoInLanguage = no,
    };
}
