namespace SupportBot.Cases;

public enum ActorKind
{
    /// <summary>The program itself: a deadline passed, a protocol ran.</summary>
    Program,

    /// <summary>Whoever reported. Never more than this is kept.</summary>
    Reporter,

    /// <summary>A person of the directory.</summary>
    Staff,
}

/// <summary>Who did something. A reporter has no id, by construction.</summary>
public readonly record struct Actor
{
    private Actor(ActorKind kind, string? personId) => (Kind, PersonId) = (kind, personId);

    public static Actor Program { get; } = new(ActorKind.Program, null);

    public static Actor Reporter { get; } = new(ActorKind.Reporter, null);

    public ActorKind Kind { get; }

    /// <summary>Directory id; only for staff.</summary>
    public string? PersonId { get; }

    public static Actor Staff(string personId) => new(ActorKind.Staff, string.IsNullOrEmpty(personId) ? throw new ArgumentException("A person needs an id.", nameof(personId)) : personId);

    /// <summary><c>program</c>, <c>reporter</c> or <c>staff:&lt;id&gt;</c>.</summary>
    public static Actor Parse(string text) => text switch
    {
        "program" => Program,
        "reporter" => Reporter,
        _ when text.StartsWith("staff:", StringComparison.Ordinal) => Staff(text[6..]),
        _ => throw new FormatException("An actor is 'program', 'reporter' or 'staff:<id>'."),
    };

    public override string ToString() => Kind switch
    {
        ActorKind.Staff => $"staff:{PersonId}",
        ActorKind.Reporter => "reporter",
        _ => "program",
    };
}
