using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>Which language a prompt speaks in a turn.</summary>
internal static class PromptCultures
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>How each supported culture writes choices.</summary>
    public static readonly Dictionary<string, ChoiceFactoryOptions> ChoiceOptions = MakeChoiceOptions();

    /// <summary>The activity's language, else the prompt's default, else English.</summary>
    public static PromptCultureModel ModelOf(Activity activity, string defaultLocale)
        => Nearest(NameOf(activity, defaultLocale)) ?? PromptCultureModels.English;

    /// <summary>The name of that language, lower case, whether it is supported or not.</summary>
    public static string NameOf(Activity activity, string defaultLocale)
    {
        var name = !string.IsNullOrWhiteSpace(activity.Locale) ? activity.Locale : defaultLocale;
        return string.IsNullOrWhiteSpace(name) ? PromptCultureModels.English.Locale : name;
    }

    /// <summary>The supported culture of that name, or of the same language; null when there is none.</summary>
    public static PromptCultureModel Nearest(string culture)
    {
        if (string.IsNullOrWhiteSpace(culture))
            return null;
        var dash = culture.AsSpan().IndexOfAny('-', '_');
        var language = dash < 0 ? culture.AsSpan() : culture.AsSpan(0, dash);
        foreach (var model in PromptCultureModels.Supported)
        {
            if (model.Locale.AsSpan(0, 2).Equals(language, StringComparison.OrdinalIgnoreCase))
                return model;
        }

        return null;
    }

    /// <summary>The culture of that name with its number and date formats; US English when it is missing or unknown.</summary>
    public static CultureInfo CultureOf(string locale)
    {
        if (string.IsNullOrWhiteSpace(locale) || locale.Equals("en-us", StringComparison.OrdinalIgnoreCase))
            return English;
        try
        {
            return CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return English;
        }
    }

    private static Dictionary<string, ChoiceFactoryOptions> MakeChoiceOptions()
    {
        var all = new Dictionary<string, ChoiceFactoryOptions>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in PromptCultureModels.Supported)
            all[model.Locale] = new ChoiceFactoryOptions(model.Separator, model.InlineOr, model.InlineOrMore, true);
        return all;
    }
}
