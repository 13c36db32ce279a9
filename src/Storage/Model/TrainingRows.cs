namespace SupportBot.Storage;

/// <summary>A session of a course. Everything here may be read by any member of staff.</summary>
internal sealed class TrainingSessionRow
{
    public required byte[] Id { get; init; }

    public required string Course { get; init; }

    /// <summary>UTC ticks, as all times here.</summary>
    public long Starts { get; init; }

    public long Ends { get; init; }

    public int Seats { get; init; }

    public required string Place { get; init; }

    public string? School { get; init; }

    public int Online { get; init; }

    /// <summary>Ids of people, separated by blanks.</summary>
    public required string Facilitators { get; init; }

    public long Opens { get; init; }

    public long Closes { get; init; }

    public int State { get; init; }

    public string? Series { get; init; }

    /// <summary><c>2026-10</c>.</summary>
    public string? Cohort { get; init; }

    /// <summary>Mail address of the room's mailbox.</summary>
    public string? Room { get; init; }

    /// <summary>When an offer ends or nobody can wait any more.</summary>
    public long? NextPass { get; init; }
}

/// <summary>One person on a session's roll.</summary>
internal sealed class TrainingSeatRow
{
    public required byte[] Session { get; init; }

    public required string Person { get; init; }

    public int State { get; init; }

    public int Required { get; init; }

    public long Place { get; init; }

    public long? OfferUntil { get; init; }

    public long? CheckedIn { get; init; }

    public int? Minutes { get; init; }

    public int Waived { get; init; }
}

/// <summary>What one person on a roll needs to take part.</summary>
internal sealed class TrainingAccommodationRow
{
    public required byte[] Session { get; init; }

    public required string Person { get; init; }

    public long Asked { get; init; }

    public int Arranged { get; init; }

    /// <summary>Their words, sealed under the server's key.</summary>
    public required byte[] Ct { get; init; }
}

/// <summary>A course that somebody has done.</summary>
internal sealed class TrainingDoneRow
{
    public required string Person { get; init; }

    public required string Course { get; init; }

    /// <summary>Day number.</summary>
    public int Done { get; init; }

    /// <summary>Day number of the last day on which it counts.</summary>
    public int Until { get; init; }

    public string? Serial { get; init; }

    public int Revoked { get; init; }

    /// <summary>Day number on which a list of what was completed before told of it; null where it came to be here.</summary>
    public int? Brought { get; init; }

    /// <summary>Where that list has it from, sealed under the server's key; null where it came to be here.</summary>
    public byte[]? Source { get; init; }

    /// <summary>Why a line of such a list was taken back, sealed as well.</summary>
    public byte[]? Why { get; init; }
}

/// <summary>An answer to the feedback on a course. Of nobody: no person, no session, no day.</summary>
internal sealed class TrainingAnswerRow
{
    public required string Course { get; init; }

    /// <summary>Day number of the first day of the month in which the session was.</summary>
    public int Month { get; init; }

    /// <summary>Keyed hash of course, month and a word that the person chose.</summary>
    public required byte[] Token { get; init; }

    public int Moment { get; init; }

    public required string Item { get; init; }

    public int Value { get; init; }
}

/// <summary>A course that somebody need not do for a while.</summary>
internal sealed class TrainingWaiverRow
{
    public required string Person { get; init; }

    public required string Course { get; init; }

    public int Given { get; init; }

    public int Until { get; init; }

    public required string By { get; init; }

    /// <summary>Why, sealed under the server's key.</summary>
    public required byte[] Ct { get; init; }
}
