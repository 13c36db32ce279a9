namespace SupportBot.Training;

/// <summary>Who must have done a course, and by when. Read from <c>courses/requirements.yaml</c>.</summary>
public sealed record Requirement
{
    public required string Id { get; init; }

    public required string CourseId { get; init; }

    public required Audience Audience { get; init; }

    public required DueRule Due { get; init; }

    public required string Source { get; init; }

    public required string Status { get; init; }
}

/// <summary>From what a due date is counted.</summary>
public abstract record DueRule
{
    private DueRule() { }

    /// <summary>So many working days after the day of hire.</summary>
    public sealed record WorkdaysAfterHire(int Days) : DueRule;

    /// <summary>So many days after the day of hire.</summary>
    public sealed record DaysAfterHire(int Days) : DueRule
    {
        /// <summary>A leave moves the day, but never further than so many days after the hire: a law that knows no leave. Null where nothing ends it; never less than <see cref="Days"/>.</summary>
        public int? AtMost { get; init; }
    }

    /// <summary>
    /// Every school year by that day; whoever was hired later in the year than <see cref="LateHireDays"/> before it has so many days from the hire.
    /// </summary>
    public sealed record EachYearBy(int Month, int Day, int LateHireDays) : DueRule;

    /// <summary>Within so many days of the first day of every school year; late hires have as many days from the hire.</summary>
    public sealed record DaysIntoYear(int Days) : DueRule;

    /// <summary>Before the person may do that work at all; it has no date, and the work is refused until it is done.</summary>
    public sealed record BeforeTheWork : DueRule;
}

/// <summary>Whom an overdue requirement is told to.</summary>
public enum OverdueTo
{
    Employee,
    Supervisor,
    Principal,
    Hr,
}

/// <param name="Days">After the due date, 0 or more.</param>
public sealed record OverdueStep(int Days, OverdueTo To);
