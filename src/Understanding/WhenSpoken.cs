using System.Globalization;

namespace SupportBot.Understanding;

/// <summary>Says a day and a part of it, to be shown back.</summary>
internal static class WhenSpoken
{
    private static readonly string[] Parts = ["before school", "in the morning", "at lunch", "in the afternoon", "after school", "in the evening", "at night"];
    private static readonly string[] SpanishParts = ["antes de clases", "por la mañana", "a la hora del almuerzo", "por la tarde", "después de clases", "al anochecer", "por la noche"];
    private static readonly string[] SpanishDays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];
    private static readonly string[] SpanishMonths = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    /// <returns><c>Tuesday, November 17, at lunch</c>; with the year when it is not this one</returns>
    public static string Say(DateOnly day, PartOfDay? part, DateOnly today, bool spanish)
    {
        var otherYear = day.Year != today.Year;
        var said = spanish
            ? string.Create(CultureInfo.InvariantCulture, $"{SpanishDays[(int)day.DayOfWeek]} {day.Day} de {SpanishMonths[day.Month - 1]}{(otherYear ? " de " + day.Year.ToString(CultureInfo.InvariantCulture) : "")}")
            : day.ToString(otherYear ? "dddd, MMMM d, yyyy" : "dddd, MMMM d", CultureInfo.InvariantCulture);
        return part is { } known ? $"{said}, {(spanish ? SpanishParts : Parts)[(int)known]}" : said;
    }
}
