using System.Globalization;
using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>Hours as a person reads them, in the language of the turn.</summary>
internal static class HoursInWords
{
    /// <returns><c>Mon-Fri 11 am-8 pm (Pacific time)</c>; in other languages with their own days and clock, and the zone as <c>PT</c></returns>
    public static string Of(OpeningHours hours, Phrases phrases)
    {
        if (phrases.Language == Phrasebook.Base) return hours.ToString();
        if (hours.IsAlways) return phrases["numbers.always"];
        return hours.TimeZone is null
            ? phrases["numbers.hours-unknown"]
            : hours.InWords(Culture(phrases).DateTimeFormat.GetAbbreviatedDayName, time => Clock(time, phrases), phrases["numbers.daily"], Short);
    }

    /// <summary>A time of day: <c>8:30 AM</c>.</summary>
    public static string Clock(TimeOnly time, Phrases phrases) =>
        // Narrow spaces before AM and PM are drawn as boxes in places.
        time.ToString("t", Culture(phrases)).Replace('\u202f', ' ');

    // In the US people of these languages read the clock as their neighbors do; their own countries differ.
    private static CultureInfo Culture(Phrases phrases) => CultureInfo.GetCultureInfo(phrases.Language switch
    {
        Phrasebook.Base => "en-US",
        "es" => "es-US",
        var other => other,
    });

    private static string Short(string zone) => zone switch
    {
        "America/Los_Angeles" => "PT",
        "America/Denver" => "MT",
        "America/Chicago" => "CT",
        "America/New_York" => "ET",
        _ => zone,
    };
}
