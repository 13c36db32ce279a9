using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Proposals for the time of a session.</summary>
/// <param name="Slots">In order of time; empty where nothing fits.</param>
/// <param name="Unknown">Person ids, and the room's address, of which no calendar tells.</param>
/// <param name="Trouble">Why the calendar has not answered; null where it has.</param>
public sealed record ProposedSlots(IReadOnlyList<TimeStretch> Slots, IReadOnlyList<string> Unknown, CalendarAnswer? Trouble);

/// <summary>
/// Finds times for a session: on working days, within the hours of the district's offices, when the facilitators and the room are free. Where a calendar does not answer, times are
/// proposed all the same, and who could not be asked is named.
/// </summary>
public sealed class SessionSlots(ISessionCalendar calendar, District district, TimeProvider time)
{
    /// <param name="facilitatorIds">At least one.</param>
    /// <param name="schoolId">Whose calendar counts; null for the district's.</param>
    /// <param name="from">First day, at the school.</param>
    /// <param name="to">Last day, at the school.</param>
    public async Task<ProposedSlots> ProposeAsync(int minutes, IReadOnlyList<string> facilitatorIds, string? room, string? schoolId, DateOnly from, DateOnly to, CancellationToken cancel, int most = 3)
    {
        var days = district.CalendarOf(schoolId);
        var wish = new SlotWish(minutes, from, to, time.GetUtcNow()) { Most = most };
        var busy = await calendar.BusyAsync(facilitatorIds, room, days.Moment(from, TimeOnly.MinValue), days.Moment(to.AddDays(1), TimeOnly.MinValue), cancel);
        return new ProposedSlots(SlotProposals.Of(wish, busy.Times, TrainingDays.Of(days), HoursOn), busy.Unknown, busy.Trouble);

        TimeStretch? HoursOn(DateOnly day) => days.OfficeHoursOn(day) is { } hours ? new TimeStretch(days.Moment(day, hours.Opens), days.Moment(day, hours.Closes)) : null;
    }
}
