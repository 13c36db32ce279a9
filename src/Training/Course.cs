namespace SupportBot.Training;

/// <summary>How a course is held.</summary>
public enum Modality
{
    InPerson,
    LiveOnline,

    /// <summary>Done alone at any time; it has no sessions and no seats.</summary>
    SelfPaced,

    /// <summary>Work beforehand alone, then a session.</summary>
    Blended,
}

/// <summary>What the district offers its staff. Read from <c>courses/courses.yaml</c>.</summary>
public sealed record Course
{
    /// <summary>Lowercase with hyphens, such as <c>sp-l1</c>; never used again for another course.</summary>
    public required string Id { get; init; }

    /// <summary>What people write: <c>SP-L1</c>.</summary>
    public required string Code { get; init; }

    /// <summary>By ISO 639 code; English is always there.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>What it is about, a sentence or two, by ISO 639 code.</summary>
    public required IReadOnlyDictionary<string, string> Summaries { get; init; }

    /// <summary>Length in minutes, more than 0.</summary>
    public required int Minutes { get; init; }

    public required Modality Modality { get; init; }

    /// <summary>Seats of a session where it does not say otherwise; at least 1. Means nothing for <see cref="Modality.SelfPaced"/>.</summary>
    public required int Seats { get; init; }

    /// <summary>Each entry asks for one of its courses, still valid.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Prerequisites { get; init; } = [];

    /// <summary>Oregon professional development units: one a clock hour (OAR 584-255-0010).</summary>
    public decimal Pdu { get; init; }

    /// <summary>How long it counts.</summary>
    public required Validity Validity { get; init; }

    /// <summary>Which training that other rooms ask for it gives, such as <c>level-1-screening</c>.</summary>
    public string? Grants { get; init; }

    /// <summary>That somebody takes it tells something about them or about a student: its title appears in no shared channel and no notice that others may see.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Share of the minutes that must be attended, in percent, 1 to 100.</summary>
    public int AttendPercent { get; init; } = 90;

    /// <summary>Share of the test that must be right, in percent; null where there is no test.</summary>
    public int? PassPercent { get; init; }

    /// <summary>Who may sign up by themselves.</summary>
    public Audience Audience { get; init; } = Audience.Everybody;

    /// <summary>Where the facts come from, and whether somebody may rely on them: <c>found</c>, <c>verify</c>, <c>district default</c>.</summary>
    public required string Source { get; init; }

    public required string Status { get; init; }

    public string TitleIn(string language) => Titles.In(language);

    public string SummaryIn(string language) => Summaries.In(language);
}

/// <summary>How long a course counts once it is done.</summary>
public abstract record Validity
{
    private Validity() { }

    /// <returns>Last day on which it counts; <see cref="DateOnly.MaxValue"/> where it never ends.</returns>
    /// <param name="yearEnds">Last day of the school year in which it was done.</param>
    public abstract DateOnly Until(DateOnly done, DateOnly yearEnds);

    public sealed record Once : Validity
    {
        public override DateOnly Until(DateOnly done, DateOnly yearEnds) => DateOnly.MaxValue;
    }

    /// <summary>So many months from the day it was done; that day a month later still counts.</summary>
    public sealed record Months(int Count) : Validity
    {
        public override DateOnly Until(DateOnly done, DateOnly yearEnds) => done.AddMonths(Count);
    }

    /// <summary>Until the school year is over, whenever it was done: what the law asks for "each school year".</summary>
    public sealed record SchoolYear : Validity
    {
        public override DateOnly Until(DateOnly done, DateOnly yearEnds) => yearEnds;
    }
}
