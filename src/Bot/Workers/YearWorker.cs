using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Once a day, when the offices are open, tells what the school's year begins: each of it once a school and year, and each person in one notice for all of their schools. What fell into
/// days on which the program did not run is told then.
/// </summary>
public sealed class YearWorker(Beginnings beginnings, YearBoard board, District district, TimeProvider time, ILogger<YearWorker> log) : DailyLoop(district, time, log)
{
    protected override async Task DayAsync(DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var begun in board.Begun().GroupBy(b => (b.Beginning.Protocol, b.Beginning.Entry, b.Beginning.On)))
        {
            var entry = begun.First().Entry;
            IReadOnlyList<Notice> NoticesOf(IReadOnlyList<Beginning> fresh) =>
            [
                .. fresh.SelectMany(b => board.HoldersOf(entry, b.SchoolId)).Distinct()
                    .Select(p => new Notice(Guid.Empty, NoticeKind.YearBegins, new YearSubject(begun.Key.Protocol, begun.Key.Entry, begun.Key.On, p.Id).ToString(), entry.Tells, 0, false, now)),
            ];
            var count = await beginnings.BeginAsync([.. begun.Select(b => b.Beginning)], NoticesOf);
            if (count > 0) Log.YearBegan(log, begun.Key.Protocol, begun.Key.Entry, count);
        }
    }
}
