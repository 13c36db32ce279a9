using System.Globalization;

namespace SupportBot.Dialogs;

/// <summary>A day, and perhaps a part of it, as a button carries it: <c>2026-11-17</c> or <c>2026-11-17/Lunch</c>.</summary>
internal static class DayChoice
{
    private const string Form = "yyyy-MM-dd";

    public static string Write(DateOnly day, Understanding.PartOfDay? part) =>
        day.ToString(Form, CultureInfo.InvariantCulture) + (part is null ? "" : $"/{part}");

    /// <summary>False where it is no such choice.</summary>
    public static bool TryRead(string? choice, out DateOnly day, out Understanding.PartOfDay? part)
    {
        var halves = (choice ?? "").Split('/', 2);
        part = halves.Length == 2 && Enum.TryParse<Understanding.PartOfDay>(halves[1], out var known) && Enum.IsDefined(known) ? known : null;
        return DateOnly.TryParseExact(halves[0], Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
