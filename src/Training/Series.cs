namespace SupportBot.Training;

/// <summary>Courses that belong together and are taken in order, such as the New Hire Equity Series. Read from <c>courses/series.yaml</c>.</summary>
public sealed record Series
{
    public required string Id { get; init; }

    /// <summary>By ISO 639 code; English is always there.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>In the order in which they are taken.</summary>
    public required IReadOnlyList<string> CourseIds { get; init; }

    /// <summary>Months in which a cohort begins, 1 to 12, ascending: a new hire goes with the next one.</summary>
    public required IReadOnlyList<int> CohortMonths { get; init; }

    public required Audience Audience { get; init; }

    public required string Source { get; init; }

    public required string Status { get; init; }

    public string TitleIn(string language) => Titles.In(language);
}

/// <summary>The group of people who begin a series in one month.</summary>
/// <param name="Month">1 to 12.</param>
public readonly record struct Cohort(int Year, int Month) : IComparable<Cohort>
{
    public int CompareTo(Cohort other) => (Year, Month).CompareTo((other.Year, other.Month));

    public static bool operator <(Cohort left, Cohort right) => left.CompareTo(right) < 0;

    public static bool operator >(Cohort left, Cohort right) => left.CompareTo(right) > 0;

    public static bool operator <=(Cohort left, Cohort right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Cohort left, Cohort right) => left.CompareTo(right) >= 0;

    /// <summary><c>2026-10</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Year:0000}-{Month:00}");
}

/// <summary>A strand of a Professional Learning Day: for whom, and what is offered in which block.</summary>
/// <param name="CoursesByBlock">By the block's id.</param>
public sealed record Strand(string Id, IReadOnlyDictionary<string, string> Titles, IReadOnlyDictionary<string, IReadOnlyList<string>> CoursesByBlock);

/// <summary>A stretch of a Professional Learning Day, in local time.</summary>
/// <param name="Elective">True where people choose a course of their strand.</param>
public sealed record DayBlock(string Id, IReadOnlyDictionary<string, string> Titles, TimeOnly From, TimeOnly To, bool Elective);

/// <summary>How a Professional Learning Day runs, and on which days there is one. Read from <c>courses/learning-days.yaml</c>.</summary>
public sealed record LearningDay(string Id, IReadOnlyDictionary<string, string> Titles, IReadOnlyList<DateOnly> Dates, IReadOnlyList<DayBlock> Blocks, IReadOnlyList<Strand> Strands, string Source, string Status);
