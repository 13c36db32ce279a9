namespace SupportBot.Protocols;

/// <summary>When a version in use is to be looked at again.</summary>
public static class ProtocolReview
{
    private const int Coming = 60;
    private const int Soon = 30;

    /// <param name="today">the day in the district's time zone; a review that is due today is not overdue</param>
    public static ReviewUrgency Of(Protocol protocol, DateOnly today) => protocol.ReviewDue is not { } due ? ReviewUrgency.None : (due.DayNumber - today.DayNumber) switch
    {
        < 0 => ReviewUrgency.Overdue,
        <= Soon => ReviewUrgency.Soon,
        <= Coming => ReviewUrgency.Coming,
        _ => ReviewUrgency.None,
    };
}
