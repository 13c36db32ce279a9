using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A course that somebody may take, and when it is held next.</summary>
/// <param name="IsAsked">A requirement asks it of them.</param>
/// <param name="Counts">They have done it, or need not do it, and that counts today.</param>
/// <param name="Sessions">In order of their start; none for a course that is done alone.</param>
public sealed record OfferedCourse(Course Course, bool IsAsked, bool Counts, IReadOnlyList<ListedSession> Sessions);

/// <summary>What one person is on, and what is still asked of them.</summary>
/// <param name="Sessions">Not over, in order of their start, each with its course.</param>
/// <param name="StillAsked">Courses that a requirement asks of them and that do not count today.</param>
/// <param name="Waived">Courses that they need not do now.</param>
public sealed record MyTrainings(IReadOnlyList<(MySession Mine, Course Course)> Sessions, IReadOnlyList<Course> StillAsked, IReadOnlyList<Course> Waived)
{
    /// <summary>Courses that count today because a list says that they completed them before.</summary>
    public IReadOnlyList<Course> Earlier { get; init; } = [];
}

/// <summary>What came of a wish: where the person is with the session now, or why nothing was changed.</summary>
/// <param name="Session">Null where there is no such session, or its course is offered no more.</param>
/// <param name="Enrolment">Theirs, after it; null where they were never on it.</param>
/// <param name="PlaceInLine">1 for whoever is next.</param>
/// <param name="Refused">Null where it was done.</param>
/// <param name="Late">A seat was given up nearer to the session than without a mark.</param>
public sealed record DeskAnswer(Session? Session, Course? Course, Enrolment? Enrolment, int? PlaceInLine, RollRefusal? Refused, bool Late = false)
{
    public static DeskAnswer NotThere { get; } = new(null, null, null, null, null);

    public bool IsDone => Session is not null && Refused is null;
}
