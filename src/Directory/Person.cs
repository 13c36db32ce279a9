namespace SupportBot.Directory;

/// <summary>A member of staff.</summary>
public sealed record Person
{
    /// <summary>Stable id, such as <c>maya-okafor</c>; never a mail address, which may change hands.</summary>
    public required string Id { get; init; }

    /// <summary>First name, then last name, as staff write it.</summary>
    public required string Name { get; init; }

    /// <summary>Other names people use: <c>Coach T</c>, a former last name.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; init; } = [];

    public required string Mail { get; init; }

    /// <summary>
    /// Object id of the person's account in Microsoft Entra, lowercase with hyphens; null where it is not known. In Teams and at
    /// sign-in this alone says who somebody is: names and mail addresses change hands.
    /// </summary>
    public string? EntraId { get; init; }

    /// <summary>Null where no number may be shown or called.</summary>
    public string? Phone { get; init; }

    public required IReadOnlyList<Post> Posts { get; init; }

    public IReadOnlyList<TrainingOnRecord> Trainings { get; init; } = [];

    /// <summary>True where the person holds <paramref name="role"/> at that school, or in the whole district.</summary>
    public bool Holds(string role, string? schoolId) =>
        Posts.Any(p => p.Role == role && (p.SchoolId is null || p.SchoolId == schoolId));

    /// <summary>True where the person holds the role anywhere.</summary>
    public bool Holds(string role) => Posts.Any(p => p.Role == role);
}

/// <summary>A role held at one school, or in the whole district when <see cref="SchoolId"/> is null.</summary>
public sealed record Post(string Role, string? SchoolId);
