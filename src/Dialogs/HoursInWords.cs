using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>Hours as a person reads them, in the language of the turn.</summary>
public static class HoursInWords
{
    /// <returns><c>Mon-Fri 11 am-8 pm (Pacific time)</c>; in other languages with their own days and clock, and the zone as <c>PT</c></returns>
    public static string Of(OpeningHours hours, Phrases phrases)
    {
        if (phrases.Language == Phrasebook.Base) return hours.ToString();
        if (hours.IsAlways) return phrases["numbers.always"];
        return hours.TimeZone is null
            ? phrases["numbers.hours-unknown"]
            : hours.InWords(phrases.Culture.DateTimeFormat.GetAbbreviatedDayName, time => Clock(time, phrases), phrases["numbers.daily"], Short);
    }

    /// <summary>A time of day: <c>8:30 AM</c>.</summary>
    public static string Clock(TimeOnly time, Phrases phrases) =>
        // Narrow spaces before AM and PM are drawn as boxes in places.
        time.ToString("t", phrases.Culture).Replace('\u202f', ' ');

    private static string Short(string zone) => zone switch
    {
        "America/Los_Angeles" => "PT",
        "America/Denver" => "MT",
        "America/Chicago" => "CT",
        "America/New_York" => "ET",
        _ => zone,
    };
}
