namespace SupportBot.Understanding;

/// <summary>What a text says about when something happened.</summary>
public abstract record WhenReading
{
    private protected WhenReading() { }
}

/// <summary>One day, and perhaps a part of it.</summary>
/// <param name="Words">the same in plain words, to be shown back: <c>Tuesday, November 17, at lunch</c>. None of the person's own words.</param>
public sealed record WhenUnderstood(DateOnly Date, PartOfDay? Part, string Words) : WhenReading;

/// <summary>Nothing that may be taken without asking.</summary>
/// <param name="Candidates">days that may be meant, the likeliest first; may be empty</param>
public sealed record WhenUnclear(WhenReason Reason, IReadOnlyList<WhenUnderstood> Candidates) : WhenReading;

public enum WhenReason
{
    /// <summary>No time was recognised.</summary>
    NotATime,

    /// <summary>The person says that they do not know.</summary>
    NotKnown,

    /// <summary>A time, but no day: "a while ago", "every day".</summary>
    TooVague,

    /// <summary>A part of a day without the day: "at lunch".</summary>
    NoDay,

    /// <summary>It may be one of two days: "last Tuesday" said on a Wednesday.</summary>
    Ambiguous,

    /// <summary>More than one day.</summary>
    SeveralDays,

    /// <summary>A day that has not come yet.</summary>
    InTheFuture,
}
