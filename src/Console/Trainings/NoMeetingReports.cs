using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>For a district that reads no reports.</summary>
public sealed class NoMeetingReports : IMeetingReports
{
    public bool IsOn => false;

    public Task<MeetingReading> ReadAsync(Session session, CancellationToken cancel) => Task.FromResult(MeetingReading.Without(MeetingOutcome.NotSetUp));
}
