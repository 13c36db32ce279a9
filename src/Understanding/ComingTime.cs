namespace SupportBot.Understanding;

/// <summary>A half of a working day.</summary>
public enum DayHalf
{
    Morning,
    Afternoon,
}

/// <summary>What a text says about when something is to be held. Null is what it does not say.</summary>
/// <param name="Rest">The text without what was read: folded, with single spaces.</param>
public sealed record ComingTime(string Rest)
{
    /// <summary>First day; may have passed, where the text says so.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; may come before <see cref="From"/>, where the text says so.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Any day will do.</summary>
    public bool IsAnyDay { get; init; }

    /// <summary>Beginning, on the wall there.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>Length; 0 or less where it ends before it starts, or the text says so.</summary>
    public int? Minutes { get; init; }

    public DayHalf? Half { get; init; }

    /// <summary>Nothing was read.</summary>
    public bool IsEmpty => this is { From: null, To: null, IsAnyDay: false, At: null, Minutes: null, Half: null };
}
