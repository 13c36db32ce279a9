namespace SupportBot.Protocols;

/// <summary>How near the review of a version is. It reminds people; it switches nothing off.</summary>
public enum ReviewUrgency
{
    /// <summary>Not within 60 days, or no review is set.</summary>
    None,

    /// <summary>Within 60 days.</summary>
    Coming,

    /// <summary>Within 30 days.</summary>
    Soon,

    /// <summary>The day has passed.</summary>
    Overdue,
}
