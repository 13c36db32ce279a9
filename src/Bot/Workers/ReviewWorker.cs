using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// When the offices are open, tells the owners of protocols, and once it is overdue the district leads too, that a review comes: 60 days before, 30 days before, and when the day has
/// passed. Each of it once, what one owner reviews by one day together.
/// </summary>
public sealed class ReviewWorker(ToldOnce told, ReviewBoard board, District district, TimeProvider time, ILogger<ReviewWorker> log) : DailyLoop(district, time, log)
{
    // Longer than a day of review can lie in the past and still be the same one.
    private const int KeptDays = 800;

    protected override async Task DayAsync(DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        await told.ForgetAsync(today);
        foreach (var together in board.All.GroupBy(r => new ReviewSubject(r.Protocol.Owner, r.Urgency, r.Protocol.ReviewDue!.Value)))
        {
            string[] roles = together.Key.Urgency == ReviewUrgency.Overdue ? [.. new[] { together.Key.Owner, ReviewBoard.DistrictLead }.Distinct()] : [together.Key.Owner];
            var subject = together.Key.ToString();
            if (await told.TellAsync($"review:{subject}", today.AddDays(KeptDays), [.. roles.Select(role => new Notice(Guid.Empty, NoticeKind.ReviewDue, subject, role, 0, false, now))]))
                Log.AskedToReview(log, together.Count(), together.Key.Owner);
        }
    }
}
