using System.Globalization;

namespace SupportBot.Understanding;

/// <summary>Says a day and a part of it, to be shown back.</summary>
public static class WhenSpoken
{
    // In the order of PartOfDay.
    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["en"] = ["before school", "in the morning", "at lunch", "in the afternoon", "after school", "in the evening", "at night"],
        ["es"] = ["antes de clases", "por la mañana", "a la hora del almuerzo", "por la tarde", "después de clases", "al anochecer", "por la noche"],
        ["vi"] = ["trước giờ học", "buổi sáng", "giờ ăn trưa", "buổi chiều", "sau giờ học", "buổi tối", "ban đêm"],
        ["zh"] = ["上学前", "上午", "午餐时间", "下午", "放学后", "傍晚", "夜里"],
        ["ru"] = ["до уроков", "утром", "в обед", "днём", "после уроков", "вечером", "ночью"],
        ["so"] = ["iskuulka ka hor", "subaxdii", "xilliga qadada", "galabtii", "iskuulka ka dib", "fiidkii", "habeenkii"],
    };

    private static readonly string[] SpanishDays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];
    private static readonly string[] SpanishMonths = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    /// <param name="language">ISO 639 code; one without words of its own is said in English</param>
    /// <returns><c>Tuesday, November 17, at lunch</c>; with the year where it is asked for</returns>
    public static string Say(DateOnly day, PartOfDay? part, string language, bool withYear)
    {
        var words = Parts.TryGetValue(language, out var known) ? known : Parts["en"];
        var said = Day(day, language, withYear);
        return part is { } at ? $"{said}, {words[(int)at]}" : said;
    }

    private static string Day(DateOnly day, string language, bool withYear) => language switch
    {
        "es" => string.Create(CultureInfo.InvariantCulture, $"{SpanishDays[(int)day.DayOfWeek]} {day.Day} de {SpanishMonths[day.Month - 1]}{(withYear ? " de " + day.Year.ToString(CultureInfo.InvariantCulture) : "")}"),
        "zh" or "ru" or "vi" or "so" => day.ToString("D", CultureInfo.GetCultureInfo(language)),
        _ => day.ToString(withYear ? "dddd, MMMM d, yyyy" : "dddd, MMMM d", CultureInfo.InvariantCulture),
    };
}
