namespace SupportBot.Training;

/// <summary>A course somebody has done.</summary>
/// <param name="Until">Last day on which it counts; <see cref="DateOnly.MaxValue"/> where it never ends.</param>
/// <param name="Serial">Of its certificate; null where it was brought from elsewhere.</param>
public sealed record Completion(string PersonId, string CourseId, DateOnly On, DateOnly Until, string? Serial = null)
{
    /// <summary>The certificate was taken back: it counts no more.</summary>
    public bool Revoked { get; init; }

    /// <summary>Day on which a list of what was completed before told of it; null where it came to be here.</summary>
    public DateOnly? Brought { get; init; }

    public bool CountsOn(DateOnly day) => !Revoked && On <= day && day <= Until;
}

/// <summary>Somebody who may has said that a person need not do a course, and why.</summary>
/// <param name="Until">Last day on which it counts; <see cref="DateOnly.MaxValue"/> where it never ends.</param>
public sealed record Waiver(string PersonId, string CourseId, string ById, DateOnly On, DateOnly Until)
{
    public bool CountsOn(DateOnly day) => On <= day && day <= Until;
}

/// <summary>What one person has done, and what they need not do.</summary>
public sealed record Transcript(IReadOnlyList<Completion> Completions, IReadOnlyList<Waiver> Waivers)
{
    public static Transcript Empty { get; } = new([], []);

    /// <summary>Courses that count on a day, waived ones among them: for a sign-up and a duty. What was waived was not learned: whether somebody is trained, <see cref="TrainingRight"/> says.</summary>
    public IReadOnlySet<string> ValidOn(DateOnly day) =>
        Completions.Where(c => c.CountsOn(day)).Select(c => c.CourseId).Concat(WaivedOn(day).Select(w => w.CourseId)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What need not be done on a day.</summary>
    public IEnumerable<Waiver> WaivedOn(DateOnly day) => Waivers.Where(w => w.CountsOn(day));

    /// <summary>Last day on which the course counts; null where it does not on that day.</summary>
    public DateOnly? UntilOf(string courseId, DateOnly day) => Completions.Where(c => c.CourseId == courseId && c.CountsOn(day)).Select(c => (DateOnly?)c.Until).Max();

    /// <summary>Day on which a list last told of the course; null where none did, and where that was taken back.</summary>
    public DateOnly? BroughtOn(string courseId) => Completions.Where(c => c.CourseId == courseId && !c.Revoked).Select(c => c.Brought).Max();
}
