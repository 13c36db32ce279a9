using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>A workshop as far as somebody has said how it is to be. It rests in the conversation until they say yes.</summary>
/// <param name="SessionId">Fixed before anything is written: whatever is pressed twice or run again is about the same session.</param>
public sealed record SchedulePlan(Guid SessionId)
{
    /// <summary>The session is there, and is moved.</summary>
    public bool IsMove { get; init; }

    public string? CourseId { get; init; }

    /// <summary>Null where it is at no school, or that is not said yet.</summary>
    public string? SchoolId { get; init; }

    /// <summary>Of the school's rooms; empty for none in particular, null where that is not said yet.</summary>
    public string? RoomId { get; init; }

    /// <summary>Where a session that is moved is held, as it was typed; null where the room or the school says it.</summary>
    public string? Place { get; init; }

    public bool IsOnlineOnly { get; init; }

    /// <summary>A meeting to join stands beside or instead of the place.</summary>
    public bool Online { get; init; } = true;

    /// <summary>First day that is looked at.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day that is looked at.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Beginning, on the wall there; null for any.</summary>
    public TimeOnly? At { get; init; }

    public DayHalf? Half { get; init; }

    /// <summary>Length; null for what the course takes.</summary>
    public int? Minutes { get; init; }

    /// <summary>Null for what the course says.</summary>
    public int? Seats { get; init; }

    /// <summary>Times that were proposed and not taken, UTC.</summary>
    public IReadOnlyList<DateTimeOffset> Shown { get; init; } = [];

    /// <summary>The time that was picked, UTC.</summary>
    public DateTimeOffset? Starts { get; init; }

    /// <summary>Where it is, is said.</summary>
    public bool IsPlaced => IsMove || IsOnlineOnly || SchoolId is not null;

    /// <summary>The same for which times are looked for anew.</summary>
    public SchedulePlan Anew() => this with { Shown = [], Starts = null };
}
