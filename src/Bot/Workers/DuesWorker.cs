using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Once a day, when the offices open, tells what a step of the rules has come for: each step of each overdue training once, and nobody more than one sentence a day
/// for all of theirs.
/// </summary>
public sealed class DuesWorker(ToldOnce told, DuesBoard board, District district, TimeProvider time, ILogger<DuesWorker> log) : DailyLoop(district, time, log)
{
    // Longer than anything stays overdue with the same day: a school year, and the year in which somebody is new.
    private const int KeptDays = 800;

    // The writer is held for one of these at a time: turns and alerts must not wait for all of them.
    private const int AtOnce = 100;

    protected override async Task DayAsync(DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        if (await TellAsync(now, cancel) is var count and > 0) Log.ToldOfDues(log, count);
    }

    /// <summary>Tells whatever is to be told, open or closed.</summary>
    /// <returns>How many addressees are told.</returns>
    public async Task<int> TellAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var today = District.CalendarOf(null).Today(now);
        board.Forget();
        var said = await told.SaidAsync(DuesBoard.Said, cancel);
        List<Digest> digests = [];
        foreach (var (to, items) in await board.NowAsync())
        {
            var fresh = items.Select(i => i.KeyFor(to)).Where(key => !said.Contains(key)).Distinct().ToList();
            if (fresh.Count > 0) digests.Add(new Digest($"dues:{today:yyyyMMdd}:{to.Role}:{to.Subject}", fresh, new Notice(Guid.Empty, NoticeKind.TrainingsOverdue, to.Subject, to.Role, 0, false, now)));
        }

        var count = 0;
        foreach (var some in digests.Chunk(AtOnce)) count += await told.DigestAsync(some, today, today.AddDays(KeptDays));
        return count;
    }
}
