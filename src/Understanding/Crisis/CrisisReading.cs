namespace SupportBot.Understanding;

/// <summary>How soon help must come. Ordered.</summary>
public enum CrisisGrade
{
    None,

    /// <summary>May be meant: help is shown and a person looks today.</summary>
    Concern,

    /// <summary>Said outright: help is shown and a person is told now.</summary>
    High,

    /// <summary>It happens now, or means or a time are named.</summary>
    Imminent,
}

/// <summary>Whom or what it is about. Between two of the same grade the earlier one is answered first.</summary>
public enum CrisisKind
{
    Self,
    ThirdPerson,
    Medical,
    DangerToOthers,
    Abuse,
}

/// <summary>Why something was heard.</summary>
/// <param name="Group">Id of the group of phrases, with its language: <c>en:wish-to-die</c>.</param>
/// <param name="Words">What was typed there, as it was typed. The person's own words: never logged, never stored.</param>
/// <param name="Signal">One of <see cref="CrisisSignals.Kinds"/>.</param>
public sealed record CrisisReason(string Group, string Words, CrisisGrade Grade, CrisisKind Kind, string Signal);

/// <summary>What a text says about danger. Detection raises urgency and never lowers it; it decides nothing else.</summary>
/// <param name="Kind">Null where nothing was heard.</param>
/// <param name="Why">The most urgent first, at most <see cref="CrisisSignals.MostReasons"/>.</param>
public sealed record CrisisReading(CrisisGrade Grade, CrisisKind? Kind, IReadOnlyList<CrisisReason> Why)
{
    public static CrisisReading Nothing { get; } = new(CrisisGrade.None, null, []);
}
