using System.Globalization;

namespace SupportBot.Directory;

/// <summary>How dates with slashes are to be read in one sheet.</summary>
internal enum DateStyle
{
    /// <summary>Month first, as it is usual here.</summary>
    MonthFirst,

    /// <summary>Some date of the sheet can only be day first: which of two small numbers is the month, nobody can say.</summary>
    Mixed,
}

/// <summary>
/// Reads dates as spreadsheets and people write them: <c>2026-08-17</c>, <c>8/17/2026</c>, <c>17-Aug-2026</c>, and the number of days that a spreadsheet keeps. A date
/// is read for certain or not at all.
/// </summary>
internal static class HireDates
{
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;
    private static readonly string[] Certain = ["yyyy-MM-dd", "d-MMM-yyyy", "d MMM yyyy", "d-MMMM-yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy"];
    private static readonly string[] MonthFirst = ["M/d/yyyy"];
    private static readonly string[] DayFirst = ["d/M/yyyy"];

    // Day 1 is the first of January 1900; spreadsheets count a 29th of February of that year, which there was not.
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Looks at all dates of a sheet.</summary>
    public static DateStyle StyleOf(IEnumerable<string> texts) => texts.Any(t => !Parse(t.Trim(), MonthFirst, out _) && Parse(t.Trim(), DayFirst, out _)) ? DateStyle.Mixed : DateStyle.MonthFirst;

    /// <returns>What is wrong with it, of no line yet; null where it is a day.</returns>
    public static HireFault? Read(string text, DateStyle style, out DateOnly day)
    {
        if (Parse(text, Certain, out day)) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
        {
            day = DayZero.AddDays(serial);
            return null;
        }

        const string Write = "write it as 2026-08-17";
        if (!Parse(text, MonthFirst, out day))
            return text.Length == 0 ? new HireFault(0, "the first day is missing", Write) { Kind = HireFaultKind.DayMissing }
                : Parse(text, DayFirst, out _) ? new HireFault(0, $"\"{text}\" has the day before the month", $"{Write}, or month first as 8/17/2026") { Kind = HireFaultKind.DayFirst, Word = text }
                : new HireFault(0, $"\"{text}\" is not a date that can be read for certain", $"{Write} or 8/17/2026, month first") { Kind = HireFaultKind.Day, Word = text };
        var couldBeBoth = Parse(text, DayFirst, out var other) && other != day;
        return style == DateStyle.Mixed && couldBeBoth
            ? new HireFault(0, $"\"{text}\" may be {Words(day)} or {Words(other)}: other lines of this list have the day before the month", Write) { Kind = HireFaultKind.EitherDay, Word = text } : null;
    }

    private static string Words(DateOnly day) => day.ToString("MMMM d", CultureInfo.InvariantCulture);

    private static bool Parse(string text, string[] forms, out DateOnly day) => DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
