namespace SupportBot.Directory;

/// <summary>For whom something is.</summary>
public enum Who
{
    Student,
    Family,
    Staff,
}

/// <summary>How well an entry is known: A an official page, B a secondary source, C hearsay that a person must confirm.</summary>
public enum Confidence
{
    A,
    B,
    C,
}

/// <summary>Whether the number may be relied on.</summary>
public enum ResourceStatus
{
    /// <summary>Found in a stored source, named beside it.</summary>
    Found,

    /// <summary>Not confirmed: shown as "call to confirm", or hidden.</summary>
    Verify,

    /// <summary>The district's own entry, invented for the demo and to be replaced by each district.</summary>
    DistrictDefault,
}

/// <summary>What became of a resource. Closed ones are kept so that nobody adds them again, and never shown.</summary>
public enum ResourceState
{
    Active,
    Changed,
    Closed,
}

/// <summary>A text line: the word to send, if any, and the number it goes to.</summary>
public sealed record TextLine(string? Word, string To);

/// <summary>A place to turn to: a help line, an office, a web site.</summary>
public sealed record Resource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What it is for, in one short sentence.</summary>
    public required Wording Purpose { get; init; }

    public required IReadOnlyList<Who> Who { get; init; }

    /// <summary><c>877-968-8491</c>, or a short number such as <c>988</c>.</summary>
    public string? Phone { get; init; }

    /// <summary>What to do once connected, such as "press 2".</summary>
    public Wording? PhoneNote { get; init; }

    /// <summary>Number for people who are deaf or hard of hearing.</summary>
    public string? Tty { get; init; }

    public TextLine? Text { get; init; }

    /// <summary>Web chat, without <c>https://</c>.</summary>
    public string? Chat { get; init; }

    /// <summary>Web page, without <c>https://</c>.</summary>
    public string? Url { get; init; }

    public string? Mail { get; init; }

    public required OpeningHours Hours { get; init; }

    /// <summary>ISO 639 codes; <c>int</c> stands for interpreters on the line.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary><c>US</c>, a state (<c>OR</c>, <c>CA</c>) or a local area of a district.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>What a caller should know beforehand: who answers, age limits, when something is not kept private.</summary>
    public Wording? Note { get; init; }

    /// <summary>Who must be told when a caller speaks of abuse or danger, in words for the caller.</summary>
    public Wording? ConfidentialNote { get; init; }

    /// <summary>True where a card must offer the quick exit and warn that chats and texts stay visible on a shared phone.</summary>
    public bool SharedPhoneWarning { get; init; }

    /// <summary>True where it is shown only while it is open.</summary>
    public bool OnlyWhenOpen { get; init; }

    /// <summary>Where the entry comes from.</summary>
    public required string Source { get; init; }

    public required Confidence Confidence { get; init; }

    public required ResourceStatus Status { get; init; }

    public ResourceState State { get; init; } = ResourceState.Active;

    /// <summary>True where an entry that is still to be confirmed may be shown as "call to confirm".</summary>
    public bool ShowUnconfirmed { get; init; }

    /// <summary>The day a person last checked it; null where nobody has.</summary>
    public DateOnly? LastVerified { get; init; }

    public int ReviewEveryDays { get; init; } = 90;

    /// <summary>More words by which people look for it.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>For which grades; empty for all. Of <see cref="GradeBands"/>.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];

    public static IReadOnlyList<string> GradeBands { get; } = ["k-5", "6-8", "9-12"];

    /// <summary>True where a source says that it costs nothing. False says nothing of the cost.</summary>
    public bool IsFree { get; init; }

    /// <summary>What it costs, in plain words; null where it is free, and where that is not known.</summary>
    public Wording? Cost { get; init; }

    /// <summary>Languages whose translation a person has reviewed; others are shown as awaiting a reviewer. English is the original.</summary>
    public IReadOnlyList<string> Reviewed { get; init; } = [];

    /// <summary>All that a person can read of it and that is no name, with the key it stands under in the content.</summary>
    public IEnumerable<(string Key, Wording Text)> Texts =>
        new (string Key, Wording? Text)[] { ("purpose", Purpose), ("phone-note", PhoneNote), ("note", Note), ("confidential-note", ConfidentialNote), ("cost", Cost) }
            .Where(t => t.Text is not null).Select(t => (t.Key, t.Text!));

    /// <summary>Last day on which it counts as verified; null where it was never verified.</summary>
    public DateOnly? VerifiedUntil => LastVerified?.AddDays(ReviewEveryDays);
}
