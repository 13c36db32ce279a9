using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Once a day, when the offices open, tells what a step of the rules has come for: each step of each training that is overdue or due soon once, and nobody more than one sentence a day
/// for all of theirs. What is due soon waits where something of theirs is overdue, and behind the first word to whoever is new.
/// </summary>
public sealed class DuesWorker(ToldOnce told, DuesBoard board, TrainingOffer offer, District district, TimeProvider time, ILogger<DuesWorker> log) : DailyLoop(district, time, log)
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
        var overdue = await board.NowAsync();
        foreach (var (to, items) in overdue)
        {
            var fresh = items.Select(i => i.KeyFor(to)).Where(key => !said.Contains(key)).Distinct().ToList();
            if (fresh.Count > 0) digests.Add(new Digest(DayOf(to, today), fresh, new Notice(Guid.Empty, NoticeKind.TrainingsOverdue, to.Subject, to.Role, 0, false, now)));
        }

        var count = await TellAsync(digests, today);
        // Asked only now: whoever was told of something overdue today is among them.
        return count + await TellAsync(await SoonAsync(overdue, today, now, cancel), today);
    }

    private async Task<List<Digest>> SoonAsync(IReadOnlyDictionary<DuesAddressee, IReadOnlyList<DuesItem>> overdue, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        List<Digest> digests = [];
        if (offer.Catalogue is not { } catalogue || await board.SoonAsync() is not { Count: > 0 } soon) return digests;
        var (said, welcomed, lately) = (await told.SaidAsync(SoonItem.Said, cancel), await told.SaidAsync(FirstWords.Said, cancel), await told.SaidAsync(DayOf(today), cancel));
        foreach (var (person, items) in soon)
        {
            var to = DuesAddressee.OfPerson(person);
            if (items[0].Who.Hire is { } hire && FirstWords.AreFor(hire, catalogue.Rules, today) && !welcomed.Contains(FirstWords.KeyOf(hire))) continue;
            // Only where something of their own is overdue: whoever supervises many may be told of them every day, and would never hear.
            if (lately.Contains(DayOf(to, today)) && overdue.GetValueOrDefault(to)?.Any(i => i.Who.Person?.Id == person) == true) continue;
            var fresh = items.Select(i => i.Key).Where(key => !said.Contains(key)).ToList();
            if (fresh.Count > 0) digests.Add(new Digest(FirstWords.DayOf(person, today), fresh, new Notice(Guid.Empty, NoticeKind.TrainingsDueSoon, person, "", 0, false, now)));
        }

        return digests;
    }

    private async Task<int> TellAsync(List<Digest> digests, DateOnly today)
    {
        var count = 0;
        foreach (var some in digests.Chunk(AtOnce)) count += await told.DigestAsync(some, today, today.AddDays(KeptDays));
        return count;
    }

    private static string DayOf(DateOnly today) => FormattableString.Invariant($"dues:{today:yyyyMMdd}:");

    private static string DayOf(DuesAddressee to, DateOnly today) => $"{DayOf(today)}{to.Role}:{to.Subject}";
}
