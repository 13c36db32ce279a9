namespace SupportBot.Training;

/// <summary>Whom a course or a requirement is for. An empty list asks for nothing; all that ask must be met.</summary>
public sealed record Audience
{
    public static Audience Everybody { get; } = new();

    /// <summary>Ids of roles, such as <c>counselor</c>; one of them is enough.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Ids of schools; one of them is enough.</summary>
    public IReadOnlyList<string> Schools { get; init; } = [];

    /// <summary>Levels of schools: <c>elementary</c>, <c>middle</c>, <c>high</c>; one of them is enough.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary><c>OR</c>, <c>CA</c>; one of them is enough.</summary>
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>Only those hired on that day or later; null asks for nothing.</summary>
    public DateOnly? HiredFrom { get; init; }

    /// <summary>Only those who are new: whose hire date is known and not further back than the district counts somebody as new.</summary>
    public bool NewHires { get; init; }

    /// <param name="newUntil">How many days after being hired somebody is new.</param>
    public bool Takes(Staffer staffer, DateOnly today, int newUntil)
    {
        ArgumentNullException.ThrowIfNull(staffer);
        return Meets(Roles, staffer.Roles) && Meets(Schools, staffer.Schools) && Meets(Levels, staffer.Levels) && Meets(Jurisdictions, staffer.Jurisdictions)
            && (HiredFrom is not { } from || staffer.HiredOn >= from)
            && (!NewHires || (staffer.HiredOn is { } hired && hired.AddDays(newUntil) >= today));
    }

    private static bool Meets(IReadOnlyList<string> asked, IReadOnlyList<string> had) => asked.Count == 0 || asked.Any(had.Contains);
}

/// <summary>What training needs to know of a member of staff.</summary>
public sealed record Staffer(string PersonId)
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<string> Schools { get; init; } = [];

    public IReadOnlyList<string> Levels { get; init; } = [];

    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>First day of work; null where it is not known, as for most who have been there for long.</summary>
    public DateOnly? HiredOn { get; init; }

    public IReadOnlyList<Leave> Leaves { get; init; } = [];
}

/// <summary>Days on which nobody counts a person's time.</summary>
/// <param name="To">Last day; null while it goes on.</param>
public sealed record Leave(DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => day >= From && (To is not { } to || day <= to);
}
