using SupportBot.Cases;

namespace SupportBot.Console;

public enum EventState
{
    /// <summary>Is, or is being, brought in step with the session.</summary>
    Kept,

    /// <summary>Somebody has deleted it by hand. Nothing happens until somebody asks for it again.</summary>
    Deleted,

    /// <summary>The session was called off, and everybody has heard of it.</summary>
    CalledOff,
}

/// <summary>How a session's event stands.</summary>
/// <param name="Event">Null while there is none.</param>
/// <param name="InStep">False while something is still to be told.</param>
/// <param name="Code">Why the calendar refuses it, as a short code; empty where it does not.</param>
public sealed record EventStanding(EventState State, SessionEvent? Event, bool InStep, string Code);

/// <summary>Events of sessions. Whoever writes a session or a roll need do nothing: the same transaction puts its event on the list of what is to be brought in step.</summary>
public interface ITrainingEvents
{
    /// <summary>Null where there is no such session.</summary>
    Task<EventStanding?> FindAsync(Guid sessionId, CancellationToken cancel);

    /// <summary>Somebody asks that an event that was deleted by hand be made anew: everybody is invited again.</summary>
    /// <returns>False where it was not deleted.</returns>
    Task<bool> AgainAsync(Guid sessionId, AuditEntry audit, CancellationToken cancel);
}
