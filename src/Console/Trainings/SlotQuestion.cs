using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What a time for a session must fit.</summary>
/// <param name="Minutes">Length, more than 0.</param>
/// <param name="FacilitatorIds">At least one.</param>
/// <param name="Room">Mail address of the room's mailbox; null where none is asked.</param>
/// <param name="SchoolId">Whose calendar counts; null for the district's.</param>
/// <param name="From">First day, at the school.</param>
/// <param name="To">Last day, at the school.</param>
public sealed record SlotQuestion(int Minutes, IReadOnlyList<string> FacilitatorIds, string? Room, string? SchoolId, DateOnly From, DateOnly To)
{
    /// <summary>How many proposals at most; at least 1.</summary>
    public int Most { get; init; } = 3;

    /// <summary>It begins at this time of the day and at no other; null for any.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>It begins before this time of the day; null for any.</summary>
    public TimeOnly? Before { get; init; }

    /// <summary>It begins at this time of the day or later; null for any.</summary>
    public TimeOnly? After { get; init; }

    /// <summary>Times that are not asked for: another session in the same place, or what was proposed before.</summary>
    public IReadOnlyList<TimeStretch> Not { get; init; } = [];

    /// <summary>When the session is held now; whoever moves it is not in their own way. Null for a new one.</summary>
    public TimeStretch? Moves { get; init; }

    /// <summary>How long the calendars may take together; null for as long as they need.</summary>
    public TimeSpan? Patience { get; init; }
}
