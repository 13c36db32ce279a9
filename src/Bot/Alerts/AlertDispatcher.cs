using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Takes one notice from the outbox to people: asks the directory who holds the role now, without anybody kept out of the case,
/// writes it into their inboxes, and tries every further channel. Each attempt is an audit entry.
/// </summary>
public sealed class AlertDispatcher(Outbox outbox, ICaseBook cases, District district, IEnumerable<IAlertChannel> channels, JoinedChats joined, TimeProvider time, ILogger<AlertDispatcher> log)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    public async Task DispatchAsync(OutboxItem item, CancellationToken cancel)
    {
        var notice = item.Notice;
        if (await cases.FindAsync(notice.CaseId, cancel) is not { } @case)
        {
            await outbox.CompleteAsync(item, [], [], time.GetUtcNow());
            return;
        }

        switch (notice.Kind)
        {
            case NoticeKind.Alert:
                await AlertAsync(item, @case, cancel);
                break;
            case NoticeKind.CardsChanged:
                if (await joined.TellAsync(@case, cancel)) await outbox.CompleteAsync(item, [], [], time.GetUtcNow());
                else await outbox.RetryAsync(item, time.GetUtcNow() + Again, []);
                break;
            default:
                await TellAsync(item, @case, cancel);
                break;
        }
    }

    // Nobody in the role right now is a fact that is written down; the rung's own deadline climbs, as for any silence.
    private async Task AlertAsync(OutboxItem item, Case @case, CancellationToken cancel)
    {
        var (notice, now) = (item.Notice, time.GetUtcNow());
        if (@case.Alerts.FirstOrDefault(a => a.Id == notice.Subject) is not { Acknowledged: null })
        {
            await outbox.CompleteAsync(item, [], [], now);
            return;
        }

        var holders = Holders(notice.Role, @case, now);
        List<AuditEntry> audit = [];
        if (holders.Count == 0)
        {
            log.NobodyHoldsTheRole(@case.Number, notice.Role);
            audit.Add(new AuditEntry(@case.Id, Actor.Program, AuditAction.AlertFoundNobody, $"{notice.Subject}:{notice.Role}", now));
        }

        foreach (var person in holders)
        {
            audit.Add(new AuditEntry(@case.Id, Actor.Program, AuditAction.AlertSent, $"{notice.Subject}:{person.Id}:console", now));
            audit.AddRange(await TryChannelsAsync(person, notice, @case, now, cancel));
        }

        await outbox.CompleteAsync(item, [.. holders.Select(p => new Delivery(p.Id, notice.Role, notice.Rung))], audit, now);
        log.AlertSent(@case.Number, notice.Role, notice.Rung, holders.Count);
    }

    private async Task TellAsync(OutboxItem item, Case @case, CancellationToken cancel)
    {
        var (notice, now) = (item.Notice, time.GetUtcNow());
        var people = ToTell(notice, @case, now);
        List<AuditEntry> audit = [];
        foreach (var person in people) audit.AddRange(await TryChannelsAsync(person, notice, @case, now, cancel));
        await outbox.CompleteAsync(item, [], audit, now);
    }

    private async Task<IReadOnlyList<AuditEntry>> TryChannelsAsync(Person person, Notice notice, Case @case, DateTimeOffset now, CancellationToken cancel)
    {
        List<AuditEntry> audit = [];
        foreach (var channel in channels)
        {
            var reached = await channel.SendAsync(person, notice, @case, cancel);
            audit.Add(new AuditEntry(@case.Id, Actor.Program, reached ? AuditAction.AlertSent : AuditAction.AlertFailed, $"{notice.Subject}:{person.Id}:{channel.Name}", now));
        }

        return audit;
    }

    // The case's own people; whoever a task was handed to, the first time it is late; else the role.
    private IReadOnlyList<Person> ToTell(Notice notice, Case @case, DateTimeOffset now)
    {
        if (notice.Role.Length == 0) return Named(@case.Owner, @case);
        var handedTo = notice is { Kind: NoticeKind.TaskOverdue, Rung: 0 } ? @case.OpenTasks.FirstOrDefault(t => t.Id == notice.Subject)?.Owner : null;
        return Named(handedTo, @case) is { Count: > 0 } person ? person : Holders(notice.Role, @case, now);
    }

    private IReadOnlyList<Person> Named(string? personId, Case @case) =>
        district.Person(personId) is { } person && !@case.Excluded.Contains(person.Id) ? [person] : [];

    private IReadOnlyList<Person> Holders(string role, Case @case, DateTimeOffset now) =>
        district.Roster.HoldersOf(role, @case.SchoolId.Length == 0 ? null : @case.SchoolId, now, @case.Excluded);
}
