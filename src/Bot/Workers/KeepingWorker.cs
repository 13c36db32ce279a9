using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Looks every hour for closed cases that were kept as long as their plan says. Where the plan shreds, the case is shredded; where it asks, the owner
/// of the protocol is asked once, and nothing happens until a person answers. A hold stops both.
/// Absence figures of a school year that is over go by themselves, and so do requests for accommodations of sessions long past.
/// </summary>
public sealed class KeepingWorker(Keeping keeping, AbsenceBook absences, Accommodations accommodations, ICaseBook cases, ProtocolShelf shelf, ProgramMoments moments, District district, TimeProvider time, ILogger<KeepingWorker> log)
    : WorkLoop(time, log)
{
    /// <summary>Of sessions whose roll nobody closes (district default).</summary>
    private static readonly TimeSpan KeepsAccommodations = TimeSpan.FromDays(30);

    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        // No plan keeps for less than a year.
        await foreach (var @case in keeping.ClosedBeforeAsync(Time.GetUtcNow().AddYears(-1).AddDays(1), cancel)) await LookAtAsync(@case, cancel);
        if (await absences.ForgetAsync(district.CalendarOf(null).Today(Time.GetUtcNow())) is var forgotten and > 0) Log.AbsencesForgotten(log, forgotten);
        if (await accommodations.ForgetAsync(Time.GetUtcNow() - KeepsAccommodations) is var needs and > 0) Log.AccommodationsForgotten(log, needs);
        return false;
    }

    private async Task LookAtAsync(Case @case, CancellationToken cancel)
    {
        if (moments.Of(@case) is not { } moment) return;
        switch (CaseEngine.DueFor(@case, moment.Plan, moment.Now))
        {
            case KeepingDue.Shred:
                if (await keeping.ShredAsync(CaseEngine.Shred(@case, moment), @case.Revision, cancel)) Log.CaseShredded(log, @case.Number);
                break;
            case KeepingDue.Ask:
                var role = OwnerOf(@case);
                if (await cases.CommitAsync(CaseEngine.AskToKeep(@case, role, moment), @case.Revision, cancel)) Log.AskedToKeep(log, @case.Number, role);
                break;
        }
    }

    private string OwnerOf(Case @case) =>
        ProtocolKey.TryParse(@case.Protocol, out var key) && shelf.Get(key) is { } protocol && district.Role(protocol.Owner) is not null ? protocol.Owner : "safeguarding-lead";
}
