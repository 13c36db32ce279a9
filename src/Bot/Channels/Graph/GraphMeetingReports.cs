using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph;
using SupportBot.Training;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>
/// Reports of the meetings that stand in sessions' events. The event says where its meeting is joined, as it is now; the report says who came, by mail address, and the directory who that is.
/// Whoever the directory does not know, or knows twice, is in no answer. Nothing is kept, and the log hears of no person.
/// </summary>
public sealed class GraphMeetingReports(GraphMeetings meetings, GraphCalendar calendar, ITrainingEvents events, District district, ILogger<GraphMeetingReports> log) : IMeetingReports
{
    public bool IsOn => meetings.IsOn;

    public async Task<MeetingReading> ReadAsync(Session session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (reading, code) = await ReadWithCodeAsync(session, cancel);
        GraphLog.ReportRead(log, session.Id, reading.Outcome, code);
        return reading;
    }

    private async Task<(MeetingReading Reading, string Code)> ReadWithCodeAsync(Session session, CancellationToken cancel)
    {
        if (!IsOn) return (MeetingReading.Without(MeetingOutcome.NotSetUp), "");
        if (await events.FindAsync(session.Id, cancel) is not { Event: { Way: CalendarWay.Graph } at }) return (MeetingReading.Without(MeetingOutcome.NoMeeting), "no-event");
        var found = await calendar.GetAsync(at.Id, cancel);
        if (found.Value is not { } there) return Trouble(found.Failure!);
        if (there.JoinUrl is not { } joinUrl) return (MeetingReading.Without(MeetingOutcome.NoMeeting), "no-meeting-in-event");
        var answer = await meetings.ReadAsync(joinUrl, session.Starts, session.Ends, cancel);
        if (answer.Value is not { } attendance) return Trouble(answer.Failure!);
        return (attendance.Reports == 0 ? MeetingReading.Without(MeetingOutcome.NotYet) : new MeetingReading(MeetingOutcome.Read, MinutesOf(attendance, session)), "");
    }

    private Dictionary<string, int> MinutesOf(MeetingAttendance attendance, Session session)
    {
        var people = district.People.Where(p => p.Mail.Length > 0).ToLookup(p => p.Mail, p => p.Id, StringComparer.OrdinalIgnoreCase);
        var within = new TimeStretch(session.Starts, session.Ends);
        Dictionary<string, int> minutes = [];
        foreach (var one in attendance.People.GroupBy(p => p.Address, StringComparer.OrdinalIgnoreCase))
        {
            if (people[one.Key].ToList() is not [var person]) continue;
            var there = TimeThere.Minutes(one.SelectMany(p => p.Stays).Select(s => new TimeStretch(s.Joined, s.Left)), within, one.Sum(p => (long)p.UntimedSeconds));
            if (there > 0) minutes[person] = there;
        }

        return minutes;
    }

    private static (MeetingReading Reading, string Code) Trouble(GraphFailure failure) => (MeetingReading.Without(
        failure.Kind switch
        {
            GraphFailureKind.NotFound => MeetingOutcome.NoMeeting,
            GraphFailureKind.Forbidden or GraphFailureKind.OurCredentials or GraphFailureKind.Refused => MeetingOutcome.NotAllowed,
            GraphFailureKind.Throttled or GraphFailureKind.Resting => MeetingOutcome.Busy,
            _ => MeetingOutcome.Down,
        },
        failure.RetryAfter), failure.Code);
}
