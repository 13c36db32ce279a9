namespace SupportBot.Directory;

/// <summary>One school year of a calendar, as the district published it. Several years of the same calendar follow one another.</summary>
public sealed record SchoolYear
{
    /// <summary>The calendar it belongs to, such as <c>standard</c>.</summary>
    public required string Calendar { get; init; }

    /// <summary>The year as people call it: <c>2026-27</c>.</summary>
    public required string Name { get; init; }

    /// <summary>First date this file speaks for, summer included.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last date this file speaks for.</summary>
    public required DateOnly To { get; init; }

    public required DateOnly FirstSchoolDay { get; init; }

    public required DateOnly LastSchoolDay { get; init; }

    public IReadOnlyList<Closure> Closures { get; init; } = [];

    public IReadOnlyList<EarlyRelease> EarlyReleases { get; init; } = [];

    public bool SpeaksFor(DateOnly day) => day >= From && day <= To;

    public bool IsClosedOn(DateOnly day) => Closures.Any(c => c.Covers(day));

    /// <summary>True where any of the closures that cover the day closes the offices: a holiday inside a break.</summary>
    public bool OfficesClosedOn(DateOnly day) => Closures.Any(c => c.OfficesClosed && c.Covers(day));
}

/// <summary>Days without school, both ends included: a holiday, a break, a staff day.</summary>
/// <param name="OfficesClosed">True where the district's offices are closed too, so that it is not a working day either.</param>
public sealed record Closure(DateOnly From, DateOnly To, string Name, bool OfficesClosed)
{
    public bool Covers(DateOnly day) => day >= From && day <= To;
}

/// <summary>A school day that ends early for every school. A school that closes before that time anyway is not changed.</summary>
public sealed record EarlyRelease(DateOnly On, TimeOnly Closes, string Name);
