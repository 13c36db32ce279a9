using System.Globalization;

namespace SupportBot.Console;

/// <summary>What came of a meeting's report, and where each number on a roll comes from, in words.</summary>
public static class ReportWords
{
    private const string ByHand = "Please use check-in, or type the minutes by hand.", Kept = "What you have typed is still here.";

    /// <summary>What is filled in now.</summary>
    /// <param name="filled">People with a seat whose minutes stand in the form now.</param>
    /// <param name="kept">People with a seat whose minutes were typed by hand and say something else.</param>
    /// <param name="others">People of the directory who were there, have no seat and do not hold the session.</param>
    public static string Of(int filled, int kept, int others)
    {
        List<string> said = [filled == 0 ? "The report was read: nobody with a seat is in it." : $"The report was read: the minutes of {People(filled)} are filled in below. Nothing is closed yet."];
        if (kept > 0) said.Add($"What you have typed for {People(kept)} stays; the report says something else, and it stands beside it.");
        if (others > 0) said.Add($"{People(others)} of the directory {(others == 1 ? "was" : "were")} there without a seat.");
        return string.Join(' ', said);
    }

    /// <summary>Why nothing is filled in, and what to do.</summary>
    public static string Of(MeetingReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var why = reading.Outcome switch
        {
            MeetingOutcome.NoMeeting => $"Teams knows no meeting of this session: it had none, or it was deleted or held elsewhere. {ByHand}",
            MeetingOutcome.NotYet => "Teams has no report of this session yet. It comes some minutes after the last person has left; please try again then.",
            MeetingOutcome.NotAllowed => $"Teams does not let this program read the report. Ask IT to look at its permissions and at the application access policy of the trainings' mailbox. {ByHand}",
            MeetingOutcome.Busy => $"Teams is busy. Please try again in {Wait(reading.After)}.",
            _ => "Teams does not answer. Please try again in a few minutes.",
        };
        return $"{why} {Kept}";
    }

    /// <summary>Where the number of one seat comes from, and what the other ways say.</summary>
    /// <param name="typed">What stands in the field; empty where nothing does.</param>
    /// <param name="reported">Minutes of the report; null where they are not in it.</param>
    /// <param name="byCheckIn">Minutes from check-in on; null where they did not check in.</param>
    /// <param name="isRead">A report was read.</param>
    public static string From(string typed, int? reported, int? byCheckIn, bool isRead)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var report = reported is { } minutes ? string.Create(CultureInfo.InvariantCulture, $" The meeting's report says {minutes}.") : isRead ? " Not in the meeting's report." : "";
        var checkIn = byCheckIn is { } since ? string.Create(CultureInfo.InvariantCulture, $" By check-in it would be {since}.") : "";
        if (typed.Length == 0) return byCheckIn is { } counted ? string.Create(CultureInfo.InvariantCulture, $"By check-in: {counted}.") + report : "Not checked in." + report;
        return (IsOf(typed, reported) ? "From the meeting's report." : "Typed by hand." + report) + checkIn;
    }

    /// <summary>True where the field holds what the report says.</summary>
    public static bool IsOf(string typed, int? reported) => reported is { } minutes && typed == minutes.ToString(CultureInfo.InvariantCulture);

    private static string People(int count) => count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{count} people");

    private static string Wait(TimeSpan after) => after <= TimeSpan.FromSeconds(90)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Ceiling(after.TotalSeconds)):0} seconds")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(after.TotalMinutes):0} minutes");
}
