using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <param name="Field">One of the constants of <see cref="ScheduleReader"/>.</param>
/// <param name="Sentence">What is wrong, and what to say instead.</param>
internal sealed record ScheduleFault(string Field, string Sentence);

/// <summary>Holds a plan against the calendar of its school: what nobody could mean is said before any calendar is asked.</summary>
internal sealed class ScheduleCheck(DialogContent content, ScheduleWords words)
{
    private const int Shortest = 15, MostSeats = 999, Farthest = 200;

    private Phrases Phrases => content.Phrases;

    /// <param name="course">Null where that is not said yet.</param>
    public IReadOnlyList<ScheduleFault> FaultsOf(SchedulePlan plan, PlannedCourse? course, DateTimeOffset now)
    {
        var calendar = content.District.CalendarOf(plan.SchoolId);
        var today = calendar.Today(now);
        List<ScheduleFault> faults = [];
        if (DaysOf(plan, calendar, today) is { } days) faults.Add(new(ScheduleReader.Days, days));
        if (LengthOf(plan, course, calendar, today) is { } length) faults.Add(new(ScheduleReader.Length, length));
        if (plan.Seats is < 1 or > MostSeats) faults.Add(new(ScheduleReader.Chairs, Phrases.Say("schedule.seats-range", ("count", ScheduleWords.Count(MostSeats)))));
        if (faults.Count == 0 && TimeOf(plan, course, calendar) is { } time) faults.Add(new(ScheduleReader.Days, time));
        return faults;
    }

    private string? DaysOf(SchedulePlan plan, SchoolCalendar calendar, DateOnly today) => plan switch
    {
        { From: not { } } or { To: not { } } => null,
        { From: { } from, To: { } to } when to < from => Phrases.Say("schedule.days-order", ("from", words.Day(from)), ("to", words.Day(to))),
        { To: { } to } when to < today => Phrases.Say("schedule.past", ("day", words.Day(to))),
        { From: { } from } when from < today => Phrases.Say("schedule.past", ("day", words.Day(from))),
        { From: { } from, To: { } to } when to > today.AddDays(Farthest) => Phrases.Say("schedule.too-far", ("day", words.Day(today.AddDays(Farthest)))),
        { From: { } from, To: { } to } when !Range(from, to).Any(calendar.IsWorkingDay) => from == to ? Phrases.Say("schedule.closed-day", ("day", words.Day(from))) : Phrases["schedule.closed-days"],
        _ => null,
    };

    private string? LengthOf(SchedulePlan plan, PlannedCourse? course, SchoolCalendar calendar, DateOnly today)
    {
        if ((plan.Minutes ?? course?.Minutes) is not { } minutes) return null;
        if (minutes <= 0 && plan.At is not null) return Phrases["schedule.ends-before"];
        var most = Range(plan.From is { } from && from >= today ? from : today, (plan.From is { } first && first >= today ? first : today).AddDays(13))
            .Select(calendar.OfficeHoursOn).OfType<DayHours>().Select(h => (int)(h.Closes - h.Opens).TotalMinutes).DefaultIfEmpty(480).Max();
        return minutes < Shortest || minutes > most ? Phrases.Say("schedule.length", ("number", ScheduleWords.Count(Shortest)), ("count", ScheduleWords.Count(most))) : null;
    }

    // A time at which nobody could be there is no question for a calendar.
    private string? TimeOf(SchedulePlan plan, PlannedCourse? course, SchoolCalendar calendar)
    {
        if (plan is not { At: { } at, From: { } from, To: { } to } || (plan.Minutes ?? course?.Minutes) is not { } minutes) return null;
        var open = Range(from, to).Select(calendar.OfficeHoursOn).OfType<DayHours>().ToList();
        return open.Exists(h => at >= h.Opens && at.ToTimeSpan() + TimeSpan.FromMinutes(minutes) <= h.Closes.ToTimeSpan()) ? null
            : Phrases.Say("schedule.outside", ("from", words.Clock(open[0].Opens)), ("to", words.Clock(open[0].Closes)));
    }

    private static IEnumerable<DateOnly> Range(DateOnly from, DateOnly to) => Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber) + 1).Select(n => from.AddDays(n));
}
