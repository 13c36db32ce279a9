namespace SupportBot.Training;

/// <summary>What happened on a roll: what the journal keeps, and what people are told.</summary>
public abstract record RollEvent(string PersonId)
{
    public sealed record Enrolled(string PersonId) : RollEvent(PersonId);

    /// <param name="Place">1 for whoever is next.</param>
    public sealed record Waitlisted(string PersonId, int Place) : RollEvent(PersonId);

    public sealed record Offered(string PersonId, DateTimeOffset Until) : RollEvent(PersonId);

    /// <param name="WasOffered">A seat was held for them, and they did not answer in time.</param>
    public sealed record Expired(string PersonId, bool WasOffered) : RollEvent(PersonId);

    /// <param name="Late">Nearer to the session than a seat can be given up without a mark.</param>
    public sealed record Cancelled(string PersonId, bool Late) : RollEvent(PersonId);

    public sealed record CheckedIn(string PersonId) : RollEvent(PersonId);

    public sealed record Finished(string PersonId, EnrolmentState State, int Minutes) : RollEvent(PersonId);

    /// <summary>The session will not be held, or at another time or place: everybody who has a seat or waits is told once.</summary>
    public sealed record SessionChanged(string PersonId, bool IsCancelled) : RollEvent(PersonId);
}

/// <summary>A roll after a verb, and what happened.</summary>
public sealed record RollStep(Roll Roll, IReadOnlyList<RollEvent> Events)
{
    public RollStep Then(RollStep later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new RollStep(later.Roll, [.. Events, .. later.Events]);
    }
}

/// <summary>Why something could not be done: a value, because nothing is wrong with the program.</summary>
public abstract record RollRefusal
{
    private RollRefusal() { }

    /// <summary>The course is not for people with their roles or schools.</summary>
    public sealed record NotForThem : RollRefusal;

    public sealed record NotOpenYet(DateTimeOffset At) : RollRefusal;

    public sealed record SignUpIsOver(DateTimeOffset At) : RollRefusal;

    public sealed record SessionIsOff : RollRefusal;

    public sealed record SessionIsOver : RollRefusal;

    /// <summary>They have a seat, wait, or have a seat offered.</summary>
    public sealed record AlreadyOn(EnrolmentState State) : RollRefusal;

    /// <summary>At the same time they are at another session.</summary>
    public sealed record Elsewhere(Session Other) : RollRefusal;

    /// <param name="OneOf">Courses of which one would do, for each that is missing.</param>
    public sealed record PrerequisiteMissing(IReadOnlyList<IReadOnlyList<string>> OneOf) : RollRefusal;

    /// <summary>No seat is free; who only wanted to swap keeps what they have.</summary>
    public sealed record Full : RollRefusal;

    public sealed record NotOnRoll : RollRefusal;

    /// <summary>No seat is held for them: the time was over, or none was ever offered.</summary>
    public sealed record NoOffer : RollRefusal;

    public sealed record TooEarly(DateTimeOffset From) : RollRefusal;

    /// <summary>Whoever comes later books again; the facilitator may let them in by hand.</summary>
    public sealed record TooLate(DateTimeOffset Until) : RollRefusal;

    /// <summary>Fewer seats than people who hold one.</summary>
    public sealed record SeatsTaken(int Held) : RollRefusal;
}

/// <summary>A step, or the reason there is none.</summary>
public readonly record struct RollResult
{
    private RollResult(RollStep? step, RollRefusal? refused) => (Step, Refused) = (step, refused);

    public RollStep? Step { get; }

    public RollRefusal? Refused { get; }

    public static implicit operator RollResult(RollStep step) => new(step, null);

    public static implicit operator RollResult(RollRefusal refused) => new(null, refused);

    public static RollResult From(RollStep step) => step;

    public static RollResult From(RollRefusal refused) => refused;
}

/// <summary>When a verb happens, and by which rules.</summary>
/// <param name="Now">UTC.</param>
/// <param name="DayOf">The local day of a moment, where the session is.</param>
public sealed record RollMoment(DateTimeOffset Now, Course Course, TrainingRules Rules, Func<DateTimeOffset, DateOnly> DayOf);

/// <summary>Who wants a seat, and what is known of them.</summary>
/// <param name="MayCome">The course's audience takes them.</param>
/// <param name="Required">A requirement asks the course of them.</param>
/// <param name="Valid">Courses that count for them on the day of the session.</param>
/// <param name="Elsewhere">Other sessions in which they hold a seat, and those they lead at that time.</param>
/// <param name="Waived">Somebody who may has waived what is missing.</param>
public sealed record SignUp(string PersonId, bool MayCome, bool Required, IReadOnlySet<string> Valid, IReadOnlyList<Session> Elsewhere, bool Waived = false);
