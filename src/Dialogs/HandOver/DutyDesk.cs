using SupportBot.Directory;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// Whether somebody can come into a chat now, and else when. People are called to urgent alerts at every hour; to a talk they come in
/// the hours of the district's offices.
/// </summary>
internal sealed class DutyDesk(DialogContent content, IDutyPresence presence)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Null where somebody can come; else the sentence that says so, with the hours.</summary>
    /// <param name="except">People who must not learn of it.</param>
    public async Task<string?> NobodyAsync(string role, string? schoolId, IReadOnlyList<string> except, DateTimeOffset now, CancellationToken cancel)
    {
        var calendar = content.District.CalendarOf(schoolId);
        if (HoursNow(calendar, now) is not { } hours) return content.Phrases.Say("talk.closed", ("when", NextHours(calendar, now, content.Phrases)));
        var holders = content.District.Roster.HoldersOf(role, schoolId, now, except).Select(p => p.Id).ToList();
        return holders.Count > 0 && (await ThereAsync(holders, cancel)).Count > 0 ? null : content.Phrases.Say("talk.nobody", ("when", FromTo(hours, content.Phrases)));
    }

    // Somebody of whom nothing can be learned in time counts as there: better one call in vain than a student sent away.
    private async Task<IReadOnlyList<string>> ThereAsync(IReadOnlyList<string> holders, CancellationToken cancel)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        budget.CancelAfter(Patience);
        try
        {
            return await presence.AvailableAsync(holders, budget.Token).WaitAsync(budget.Token);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            return holders;
        }
    }

    private static DayHours? HoursNow(SchoolCalendar calendar, DateTimeOffset now)
    {
        var time = TimeOnly.FromDateTime(calendar.Local(now));
        return calendar.OfficeHoursOn(calendar.Today(now)) is { } hours && time >= hours.Opens && time < hours.Closes ? hours : null;
    }

    private static string NextHours(SchoolCalendar calendar, DateTimeOffset now, Phrases phrases)
    {
        var (today, time) = (calendar.Today(now), TimeOnly.FromDateTime(calendar.Local(now)));
        for (var ahead = 0; ahead < 60; ahead++)
        {
            var day = today.AddDays(ahead);
            if (calendar.OfficeHoursOn(day) is not { } hours || (ahead == 0 && time >= hours.Opens)) continue;
            var when = FromTo(hours, phrases);
            return ahead == 0 ? phrases.Say("talk.today", ("when", when)) : phrases.Say("talk.on", ("day", WhenSpoken.Say(day, null, phrases.Language, withYear: false)), ("when", when));
        }

        return phrases["talk.later"];
    }

    private static string FromTo(DayHours hours, Phrases phrases) =>
        phrases.Say("talk.hours", ("from", HoursInWords.Clock(hours.Opens, phrases)), ("to", HoursInWords.Clock(hours.Closes, phrases)));
}
