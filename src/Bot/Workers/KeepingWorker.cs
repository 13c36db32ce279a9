using System.Security.Cryptography;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Looks every hour for closed cases that were kept as long as their plan says. Where the plan shreds, the case is shredded; where it asks, the owner
/// of the protocol is asked once, and nothing happens until a person answers. A hold stops both.
/// </summary>
public sealed class KeepingWorker(Keeping keeping, ICaseBook cases, ProtocolShelf shelf, ICaseCalendars calendars, District district, TimeProvider time, ILogger<KeepingWorker> log)
    : WorkLoop(time, log)
{
    private const int Page = 200;

    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        // No plan keeps for less than a year.
        var before = Time.GetUtcNow().AddYears(-1).AddDays(1);
        var seen = new HashSet<Guid>();
        (DateTimeOffset, Guid)? after = null;
        while (true)
        {
            var page = (await keeping.ClosedBeforeAsync(before, after, Page + seen.Count % Page, cancel)).Where(c => seen.Add(c.Id)).ToList();
            if (page.Count == 0) return false;
            foreach (var @case in page) await LookAtAsync(@case, cancel);
            after = (page[^1].ClosedAt!.Value, page[^1].Id);
        }
    }

    private async Task LookAtAsync(Case @case, CancellationToken cancel)
    {
        if (!ProtocolKey.TryParse(@case.Protocol, out var key) || shelf.Get(key) is not { Case: { } plan } protocol) return;
        var moment = new CaseMoment(Actor.Program, Time.GetUtcNow(), plan, calendars.Of(@case.SchoolId), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(8)));
        switch (CaseEngine.DueFor(@case, plan, moment.Now))
        {
            case KeepingDue.Shred:
                if (await keeping.ShredAsync(CaseEngine.Shred(@case, moment), @case.Revision, cancel)) Log.CaseShredded(log, @case.Number);
                break;
            case KeepingDue.Ask:
                var role = district.Role(protocol.Owner) is null ? "safeguarding-lead" : protocol.Owner;
                if (await cases.CommitAsync(CaseEngine.AskToKeep(@case, role, moment), @case.Revision, cancel)) Log.AskedToKeep(log, @case.Number, role);
                break;
        }
    }
}
