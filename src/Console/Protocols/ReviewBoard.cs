using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>A version in use whose review is near or overdue.</summary>
public sealed record ReviewDue(Protocol Protocol, ReviewUrgency Urgency);

/// <summary>Which reviews come, and who is reminded of them. It only reminds: a protocol whose review is overdue stays in use.</summary>
public sealed class ReviewBoard(District district, ProtocolShelf shelf, TimeProvider clock)
{
    public const string DistrictLead = "district-lead";

    /// <summary>The day by the district's clock.</summary>
    public DateOnly Today => district.CalendarOf(null).Today(clock.GetUtcNow());

    /// <summary>None for a version that nobody is led through: its review reminds nobody.</summary>
    public ReviewUrgency Of(Protocol protocol) =>
        shelf.Startable(protocol.Id, Today)?.Key == protocol.Key ? ProtocolReview.Of(protocol, Today) : ReviewUrgency.None;

    /// <summary>Every version in use whose review is near or overdue; the nearest day first.</summary>
    public IReadOnlyList<ReviewDue> All =>
    [
        .. shelf.All.Select(p => new ReviewDue(p, Of(p))).Where(r => r.Urgency != ReviewUrgency.None)
            .OrderBy(r => r.Protocol.ReviewDue).ThenBy(r => r.Protocol.Id, StringComparer.Ordinal),
    ];

    /// <summary>For holders of the owner's role and for district leads; the nearest day first.</summary>
    public IReadOnlyList<ReviewDue> For(Person person) => [.. All.Where(r => person.Holds(r.Protocol.Owner) || person.Holds(DistrictLead))];

    /// <summary><c>is overdue since …</c> or <c>is due in 12 days, on …</c>, as the end of a sentence.</summary>
    public string When(Protocol protocol)
    {
        var due = protocol.ReviewDue!.Value;
        var days = due.DayNumber - Today.DayNumber;
        return days switch
        {
            < 0 => $"is overdue since {SchoolTime.Day(due)}",
            0 => "is due today",
            1 => "is due tomorrow",
            _ => $"is due in {days} days, on {SchoolTime.Day(due)}",
        };
    }

    /// <summary>The colours of a banner; its words say the same.</summary>
    public static string Mark(ReviewUrgency urgency) => urgency switch { ReviewUrgency.Overdue => "banner bad", ReviewUrgency.Soon => "banner warn", _ => "note calm" };

    public static string Head(ReviewUrgency urgency) => urgency switch { ReviewUrgency.Overdue => "Review overdue", ReviewUrgency.Soon => "Review due soon", _ => "Review coming up" };
}
