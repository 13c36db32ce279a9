using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Once a day, when the offices are open, tells supervisors who of theirs was not at a training at which they had a seat, from the number on that the rules name: each session of each person
/// once, and nobody more than one sentence a day for all of theirs.
/// </summary>
public sealed class NoShowWorker(ToldOnce told, NoShowBoard board, District district, TimeProvider time, ILogger<NoShowWorker> log) : DailyLoop(district, time, log)
{
    // Longer than the board looks back.
    private const int KeptDays = 800;

    // The writer is held for one of these at a time, as for what is overdue.
    private const int AtOnce = 100;

    protected override async Task DayAsync(DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        var absent = await board.NowAsync(cancel);
        if (absent.Count == 0) return;
        var said = await told.SaidAsync(NoShows.Said, cancel);
        List<Digest> digests = [];
        foreach (var (to, theirs) in absent.SelectMany(n => n.To.Select(to => (To: to, NoShows: n))).GroupBy(a => a.To, a => a.NoShows).Select(g => (g.Key, g)))
        {
            var fresh = theirs.SelectMany(n => n.Told.Where(s => n.IsNew(s, to, said)).Select(s => n.KeyFor(s, to))).ToList();
            if (fresh.Count > 0) digests.Add(new Digest($"no-shows:{today:yyyyMMdd}:{to.Role}:{to.Subject}", fresh, new Notice(Guid.Empty, NoticeKind.TrainingNoShows, to.Subject, to.Role, 0, false, now)));
        }

        var count = 0;
        foreach (var some in digests.Chunk(AtOnce)) count += await told.DigestAsync(some, today, today.AddDays(KeptDays));
        if (count > 0) Log.ToldOfNoShows(log, count);
    }
}
