namespace AdaptiveCards;

/// <summary>How a client brings a card up to date by itself: it runs the action when one of the users sees the card.</summary>
public class AdaptiveRefresh
{
    public AdaptiveExecuteAction Action { get; set; }

    /// <summary>Channel ids of those whose clients refresh without a click; Teams reads at most 60.</summary>
    public List<string> UserIds { get; set; } = [];

    /// <summary>When what is shown goes out of date, in UTC. A 1.6 member, kept for hosts that read it; the 1.5 schema knows none.</summary>
    public DateTime? Expires { get; set; }
}
