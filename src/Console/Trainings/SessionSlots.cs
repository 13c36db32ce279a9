using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Proposals for the time of a session.</summary>
/// <param name="Slots">In order of time; empty where nothing fits.</param>
/// <param name="Unknown">Person ids, and the room's address, of which no calendar tells.</param>
/// <param name="Trouble">Why the calendar has not answered; null where it has.</param>
public sealed record ProposedSlots(IReadOnlyList<TimeStretch> Slots, IReadOnlyList<string> Unknown, CalendarAnswer? Trouble);

/// <summary>
/// Finds times for a session: on working days, within the hours of the district's offices, when the facilitators and the room are free. Where a calendar does not answer, or not in
/// time, times are proposed all the same, and who could not be asked is named.
/// </summary>
public sealed class SessionSlots(ISessionCalendar calendar, OwnSessions own, District district, TimeProvider time)
{
    /// <summary>Stands for a calendar that did not answer within <see cref="SlotQuestion.Patience"/>.</summary>
    public const string Slow = "slow";

    public CalendarWay Way => calendar.Way;

    public async Task<ProposedSlots> ProposeAsync(SlotQuestion question, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(question);
        var days = district.CalendarOf(question.SchoolId);
        var wish = new SlotWish(question.Minutes, question.From, question.To, time.GetUtcNow()) { Most = question.Most };
        var busy = await BusyAsync(question, days.Moment(question.From, TimeOnly.MinValue), days.Moment(question.To.AddDays(1), TimeOnly.MinValue), cancel);
        IReadOnlyList<TimeStretch> taken = [.. busy.Times.Where(t => t != question.Moves), .. question.Not];
        return new ProposedSlots(SlotProposals.Of(wish, taken, TrainingDays.Of(days), HoursOn), busy.Unknown, busy.Trouble);

        TimeStretch? HoursOn(DateOnly day)
        {
            if (days.OfficeHoursOn(day) is not { } hours) return null;
            var (opens, closes) = (days.Moment(day, hours.Opens), days.Moment(day, hours.Closes));
            var from = question.At is { } at ? days.Moment(day, at) : question.After > hours.Opens ? days.Moment(day, question.After.Value) : opens;
            // What begins in the morning may end after it.
            var until = question.At is not null ? from.AddMinutes(question.Minutes) : question.Before is { } before ? days.Moment(day, before).AddMinutes(question.Minutes) - wish.Step : closes;
            return from >= opens && from < closes && (question.At is null || until <= closes) ? new TimeStretch(from, until < closes ? until : closes) : null;
        }
    }

    private async Task<BusyAnswer> BusyAsync(SlotQuestion question, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        if (question.Patience is not { } patience) return await calendar.BusyAsync(question.FacilitatorIds, question.Room, from, to, cancel);
        // Real time, whatever the clock of the house says: a socket knows no other.
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        budget.CancelAfter(patience);
        try
        {
            return await calendar.BusyAsync(question.FacilitatorIds, question.Room, from, to, budget.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            IReadOnlyList<string> unknown = [.. question.FacilitatorIds, .. question.Room is { } room ? [room] : Array.Empty<string>()];
            return new BusyAnswer(await own.BusyAsync(question.FacilitatorIds, question.Room, from, to, cancel), unknown, new CalendarAnswer(CalendarResult.Later, Code: Slow));
        }
    }
}
