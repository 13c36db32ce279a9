using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>How long people were in the online meeting of a session, as the meeting itself has counted. Read when somebody asks for it, and kept nowhere.</summary>
public interface IMeetingReports
{
    /// <summary>This district reads the reports of its meetings.</summary>
    bool IsOn { get; }

    /// <summary>Throws for nothing that the service answers or does not answer.</summary>
    Task<MeetingReading> ReadAsync(Session session, CancellationToken cancel);
}
