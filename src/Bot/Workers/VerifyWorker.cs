using System.Globalization;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Once a week, when the offices first open, tells the owner of the resource directory that entries are to be verified; in a week without any, nobody hears of it.</summary>
public sealed class VerifyWorker(ToldOnce told, VerifyBoard board, District district, TimeProvider time, ILogger<VerifyWorker> log) : WorkLoop(time, log)
{
    // Long enough that no week comes twice.
    private const int KeptDays = 60;

    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        var calendar = district.CalendarOf(null);
        var today = calendar.Today(now);
        await told.ForgetAsync(today);
        if (!calendar.IsOfficeOpen(now) || board.Now.Count == 0) return false;
        var week = FormattableString.Invariant($"{ISOWeek.GetYear(today.ToDateTime(TimeOnly.MinValue))}-W{ISOWeek.GetWeekOfYear(today.ToDateTime(TimeOnly.MinValue)):00}");
        if (await told.TellAsync($"verify:{week}", today.AddDays(KeptDays), [new Notice(Guid.Empty, NoticeKind.ResourcesToVerify, week, district.Resources.Owner, 0, false, now)])) Log.AskedToVerify(log, board.Now.Count, district.Resources.Owner);
        return false;
    }
}
