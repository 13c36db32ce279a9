using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What may be meant so, and is often a slip.</summary>
public abstract record SessionDoubt
{
    private SessionDoubt() { }

    /// <summary>No school is taught, and it is no Professional Learning Day.</summary>
    public sealed record NoSchool(DateOnly Day) : SessionDoubt;

    /// <param name="Asked">What the course takes, in minutes.</param>
    /// <param name="Given">What the session has, in minutes.</param>
    public sealed record OtherLength(string CourseId, int Asked, long Given) : SessionDoubt;

    /// <param name="Other">Is there at that time.</param>
    public sealed record RoomTaken(Session Other) : SessionDoubt;

    /// <summary>Somebody who leads it leads another at that time.</summary>
    public sealed record LeadsElsewhere(string PersonId, Session Other) : SessionDoubt;
}
