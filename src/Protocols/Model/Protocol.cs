using SupportBot.Cases;

namespace SupportBot.Protocols;

public enum ProtocolStatus
{
    Draft,
    Active,
    Retired,
}

/// <summary>Whether a person may walk a protocol without saying who they are.</summary>
public enum Anonymity
{
    Allowed,
    Required,
    Never,
}

/// <summary>One version of one guided protocol, read and ready to run.</summary>
public sealed record Protocol
{
    public required string Id { get; init; }

    /// <summary>The content's number, which the safeguarding lead owns; not the format's.</summary>
    public required int Version { get; init; }

    public ProtocolKey Key => new(Id, Version);

    /// <summary>The version this one replaces.</summary>
    public int? Replaces { get; init; }

    public required string Title { get; init; }

    public ProtocolStatus Status { get; init; }

    /// <summary>A protocol may interrupt any other of lower severity.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The base language, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Step that errors, recalls and unreadable replies lead to.</summary>
    public required string Fallback { get; init; }

    /// <summary><c>menu:id</c>, <c>signal:id</c>, <c>route:id</c>, or <c>instead:id</c>: where somebody asks for that protocol who may not begin it.</summary>
    public IReadOnlyList<string> StartsOn { get; init; } = [];

    /// <summary>States whose law and clocks it knows, such as <c>OR</c>; empty for everywhere.</summary>
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    public Anonymity Anonymous { get; init; }

    /// <summary>Roles that may begin it; <see cref="AllStaff"/> for every person of the directory. Empty: everybody.</summary>
    public IReadOnlyList<string> MayStart { get; init; } = [];

    /// <summary>In <see cref="MayStart"/>: every person of the directory.</summary>
    public const string AllStaff = "staff";

    /// <summary>True where it only counts: no case, no alert, no words; at its end each choice is added up and nothing else is kept.</summary>
    public bool IsSurvey { get; init; }

    /// <summary>In the order of the file; the first is where a run begins.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>The case it opens and how such a case is worked; null when it opens none of its own kind.</summary>
    public CasePlan? Case { get; init; }

    /// <summary>When a report is about somebody who works at the school; null where the protocol does not ask.</summary>
    public StaffReport? AboutStaff { get; init; }

    public required string Owner { get; init; }

    /// <summary>Laws and policies it rests on.</summary>
    public IReadOnlyList<string> Basis { get; init; } = [];

    /// <summary>Null in a text that was pinned: only content can start a run.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Null where nobody has approved it, and in a text that was pinned.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The role that approved it; null where nobody has.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>False: a default that waits for whoever owns it.</summary>
    public bool IsApproved => ApprovedOn is not null;

    public DateOnly? LastReview { get; init; }

    public DateOnly? ReviewDue { get; init; }

    /// <summary>What the school's year begins by itself; empty in a text that was pinned.</summary>
    public IReadOnlyList<YearlyStart> Yearly { get; init; } = [];

    /// <summary>
    /// The whole content as one text, without <c>status</c>, <c>effective</c>, <c>approved</c>, <c>review</c> and <c>yearly</c>: those say who may start it, who stands
    /// behind it, when it is looked at again and when it is begun, and may change while people are in the middle of it.
    /// </summary>
    public required string CanonicalJson { get; init; }

    /// <summary>SHA-256 of <see cref="CanonicalJson"/>, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The first line of the file, for faults about the whole.</summary>
    public Place Place { get; init; }

    /// <summary>
    /// Where things stand, for faults about them: the keys of the header by name, and the entries of the <c>case</c> section as
    /// <c>state closed</c>, <c>task triage</c>, <c>clock ca-appeal</c>.
    /// </summary>
    public IReadOnlyDictionary<string, Place> Places { get; init; } = new Dictionary<string, Place>();

    /// <summary>Where a key of the header or an entry of the case stands; the first line of the file when that is not known.</summary>
    public Place PlaceOf(string what) => Places.GetValueOrDefault(what, Place);

    public Step First => Steps[0];

    /// <summary>The step of that id, or null.</summary>
    public Step? Find(string id) => Steps.FirstOrDefault(s => s.Id == id);

    public override string ToString() => Key.ToString();
}
