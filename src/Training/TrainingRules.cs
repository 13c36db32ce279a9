namespace SupportBot.Training;

/// <summary>Numbers by which the district runs its trainings. Read from <c>courses/rules.yaml</c>; each has its source there.</summary>
public sealed record TrainingRules
{
    /// <summary>Sign-up opens so many days before a session.</summary>
    public required int OpensDaysBefore { get; init; }

    /// <summary>Sign-up closes at the end of the day so many school days before a session.</summary>
    public required int ClosesSchoolDaysBefore { get; init; }

    /// <summary>Whoever cancels so long before a session frees the seat without a mark.</summary>
    public required TimeSpan FreeCancel { get; init; }

    /// <summary>How long an offered seat is held.</summary>
    public required TimeSpan OfferHolds { get; init; }

    /// <summary>How long an offered seat is held on the day of the session.</summary>
    public required TimeSpan OfferHoldsOnTheDay { get; init; }

    /// <summary>From so many no-shows within a school year the supervisor is told.</summary>
    public required int NoShows { get; init; }

    /// <summary>Check-in opens so long before a session.</summary>
    public required TimeSpan CheckInBefore { get; init; }

    /// <summary>Check-in closes so long after its beginning.</summary>
    public required TimeSpan CheckInAfter { get; init; }

    /// <summary>How long one check-in code counts.</summary>
    public required TimeSpan CodeHolds { get; init; }

    /// <summary>Somebody is new for so many days after the hire.</summary>
    public required int NewHireDays { get; init; }

    /// <summary>Whom an overdue training is told to, in order of days.</summary>
    public required IReadOnlyList<OverdueStep> Overdue { get; init; }

    /// <summary>Days before a required training is due on which whoever has not done it is told, descending.</summary>
    public required IReadOnlyList<int> DueSoonDays { get; init; }

    /// <summary>So long before a session starts, the longest first.</summary>
    public required IReadOnlyList<TimeSpan> Reminders { get; init; }

    /// <summary>Days before a completed course stops counting on which its holder is reminded, descending.</summary>
    public required IReadOnlyList<int> RenewalDays { get; init; }

    /// <summary>No reminder leaves between these local times.</summary>
    public required TimeOnly QuietFrom { get; init; }

    public required TimeOnly QuietTo { get; init; }

    /// <summary>Days after a session on which feedback is asked for again.</summary>
    public required int FollowUpDays { get; init; }
}
