using System.Globalization;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Once a week, when the offices first open, tells the owner of the resource directory that entries are to be verified; in a week without any, nobody hears of it.</summary>
public sealed class VerifyWorker(ToldOnce told, VerifyBoard board, District district, TimeProvider time, ILogger<VerifyWorker> log) : DailyLoop(district, time, log)
{
    // Long enough that no week comes twice.
    private const int KeptDays = 60;

    protected override async Task DayAsync(DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        await told.ForgetAsync(today);
        if (board.Now is not { Count: > 0 } due) return;
        var (week, owner) = (WeekOf(today), District.Resources.Owner);
        var notice = new Notice(Guid.Empty, NoticeKind.ResourcesToVerify, week, owner, 0, false, now);
        if (await told.TellAsync($"verify:{week}", today.AddDays(KeptDays), [notice])) Log.AskedToVerify(log, due.Count, owner);
    }

    // 2026-W48.
    private static string WeekOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return FormattableString.Invariant($"{ISOWeek.GetYear(midnight)}-W{ISOWeek.GetWeekOfYear(midnight):00}");
    }
}
