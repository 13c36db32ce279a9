using System.Globalization;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Workshops that are planned in sentences, in the language of the turn.</summary>
internal sealed class ScheduleWords(DialogContent content)
{
    private readonly TrainingWords _trainings = new(content);

    private Phrases Phrases => content.Phrases;

    public string Day(DateOnly day) => _trainings.Day(day.ToDateTime(TimeOnly.MinValue));

    public string Clock(TimeOnly time) => HoursInWords.Clock(time, Phrases);

    /// <summary><c>Tuesday, Dec 1, 3:30 PM</c>, at the school.</summary>
    public string Moment(SchedulePlan plan, DateTimeOffset at) => _trainings.Moment(Local(plan, at));

    /// <summary><c>Tuesday, Dec 1, 3:30 PM to 5:00 PM</c>.</summary>
    public string When(SchedulePlan plan, DateTimeOffset starts, int minutes) =>
        Phrases.Say("schedule.span", ("when", Moment(plan, starts)), ("to", Clock(TimeOnly.FromDateTime(Local(plan, starts.AddMinutes(minutes))))));

    /// <summary>Room, school, and whether it can be joined online; a room may be as somebody typed it.</summary>
    public string Where(SchedulePlan plan)
    {
        var school = content.District.School(plan.SchoolId);
        var room = school?.Rooms.FirstOrDefault(r => r.Id == plan.RoomId)?.Name ?? plan.Place;
        var place = string.Join(", ", new[] { room, room is not null && school is not null && room.Contains(school.Name, StringComparison.OrdinalIgnoreCase) ? null : school?.Name }.Where(p => !string.IsNullOrEmpty(p)));
        return place.Length == 0 ? Phrases["schedule.online-only"] : plan.Online ? Phrases.Say("schedule.and-online", ("school", place)) : place;
    }

    public string Invitation(LedSession session) => session switch
    {
        { IsCalledOff: true } => Phrases["schedule.state-off"],
        { Invitation: InvitationState.Out } => Phrases["schedule.state-out"],
        { Invitation: InvitationState.NoCalendar } => Phrases["schedule.state-none"],
        { Invitation: InvitationState.Deleted } => Phrases["schedule.state-deleted"],
        { Invitation: InvitationState.Refused } => Phrases["schedule.state-refused"],
        _ => Phrases["schedule.state-goes"],
    };

    /// <summary>Label and value of what a session is, line by line.</summary>
    public IReadOnlyList<ScheduleLine> Lines(LedSession session) =>
    [
        new(Phrases["schedule.what"], session.Title),
        new(Phrases["schedule.when"], When(session.Plan, session.Plan.Starts!.Value, session.Plan.Minutes!.Value)),
        new(Phrases["schedule.where"], Where(session.Plan), IsTyped: true),
        new(Phrases["schedule.led-by"], string.Join(", ", session.Leaders)),
        new(Phrases["schedule.seats"], Phrases.Say("schedule.seats-held", ("count", Count(session.Plan.Seats!.Value)), ("number", Count(session.Held)))),
        new(Phrases["schedule.invitation"], Invitation(session)),
    ];

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private DateTime Local(SchedulePlan plan, DateTimeOffset at) => content.District.CalendarOf(plan.SchoolId).Local(at);
}
