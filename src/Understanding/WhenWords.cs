using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>The words of time in English and Spanish, folded: lower case, no accents.</summary>
internal static class WhenWords
{
    private static readonly Dictionary<string, DayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["monday"] = DayOfWeek.Monday, ["tuesday"] = DayOfWeek.Tuesday, ["wednesday"] = DayOfWeek.Wednesday,
        ["thursday"] = DayOfWeek.Thursday, ["friday"] = DayOfWeek.Friday, ["saturday"] = DayOfWeek.Saturday, ["sunday"] = DayOfWeek.Sunday,
        ["lunes"] = DayOfWeek.Monday, ["martes"] = DayOfWeek.Tuesday, ["miercoles"] = DayOfWeek.Wednesday,
        ["jueves"] = DayOfWeek.Thursday, ["viernes"] = DayOfWeek.Friday, ["sabado"] = DayOfWeek.Saturday, ["domingo"] = DayOfWeek.Sunday,
        ["tues"] = DayOfWeek.Tuesday, ["weds"] = DayOfWeek.Wednesday, ["thur"] = DayOfWeek.Thursday, ["thurs"] = DayOfWeek.Thursday, ["fri"] = DayOfWeek.Friday,
    };

    // Short forms that are also words or parts of sentences: only after last, this, on or past, or when nothing else is said.
    private static readonly Dictionary<string, DayOfWeek> Short = new(StringComparer.Ordinal)
    {
        ["mon"] = DayOfWeek.Monday, ["tue"] = DayOfWeek.Tuesday, ["wed"] = DayOfWeek.Wednesday, ["thu"] = DayOfWeek.Thursday, ["sat"] = DayOfWeek.Saturday, ["sun"] = DayOfWeek.Sunday,
    };

    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] SpanishMonthNames =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private static readonly string[][] Numbers =
    [
        ["one", "a", "an", "un", "una", "uno"], ["two", "dos"], ["three", "tres"], ["four", "cuatro"], ["five", "cinco"],
        ["six", "seis"], ["seven", "siete"], ["eight", "ocho"], ["nine", "nueve"], ["ten", "diez"],
    ];

    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
    {
        "while", "ages", "every", "everyday", "always", "often", "usually", "sometimes", "lately", "recently", "weeks", "months", "years", "days", "since",
        "daily", "constantly", "keeps", "ago", "forever", "long", "whenever",
        "siempre", "todos", "todas", "cada", "rato", "seguido", "semanas", "meses", "anos", "dias", "desde", "veces", "ultimamente", "recientemente", "tiempo",
    };

    public static DayOfWeek? Weekday(string word, bool shortToo)
    {
        if (Weekdays.TryGetValue(word, out var day) || shortToo && Short.TryGetValue(word, out day))
            return day;
        if (word.Length < 5 || IsPluralWeekday(word))
            return null;
        var near = Weekdays.Where(w => w.Key.Length > 5 && Nearest.Slips(word, w.Key) <= (w.Key.Length > 8 ? 2 : 1)).Select(w => w.Value).Distinct().ToList();
        return near.Count == 1 ? near[0] : null;
    }

    /// <summary>"fridays": a habit, not a day.</summary>
    public static bool IsPluralWeekday(string word) => word.EndsWith("days", StringComparison.Ordinal) && Weekdays.ContainsKey(word[..^1]);

    /// <summary>1 to 12, for a name or its first three or four letters; null for anything else.</summary>
    public static int? Month(string word)
    {
        if (word.Length < 3)
            return null;
        for (var month = 0; month < 12; month++)
            foreach (var name in (string[])[MonthNames[month], SpanishMonthNames[month]])
                if (name == word || word.Length is 3 or 4 && word != "ago" && name.StartsWith(word, StringComparison.Ordinal))
                    return month + 1;
        return null;
    }

    /// <summary>A number in digits or words, 1 to 99.</summary>
    public static int? Number(string word)
    {
        if (word.Length is 1 or 2 && word.All(char.IsAsciiDigit))
            return int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) is > 0 and var digits ? digits : null;
        var at = Array.FindIndex(Numbers, n => n.Contains(word));
        return at < 0 ? null : at + 1;
    }

    /// <summary>A day of a month in digits: <c>3</c>, <c>3rd</c>, <c>21st</c>.</summary>
    public static int? DayOfMonth(string word, bool needsEnding)
    {
        var ended = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th";
        var digits = ended ? word[..^2] : word;
        return (ended || !needsEnding) && digits.Length is 1 or 2 && digits.All(char.IsAsciiDigit) && Number(digits) is { } day and <= 31 ? day : null;
    }

    public static bool IsVague(string word) => Vague.Contains(word) || IsPluralWeekday(word);

    public static bool IsAmong(string word, params ReadOnlySpan<string> words)
    {
        foreach (var one in words)
            if (one == word)
                return true;
        return false;
    }
}
