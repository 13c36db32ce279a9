using SupportBot.Bot.Channels.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Takes one notice from the outbox to people: asks the directory who holds the role now, without anybody kept out of the case,
/// writes it into their inboxes, and one send for each of them and every further channel. Nothing leaves here: <see cref="SendWorker"/> sends.
/// </summary>
public sealed class AlertDispatcher(Outbox outbox, ICaseBook cases, District district, IEnumerable<IAlertChannel> channels, JoinedChats joined, CardUpdates cardUpdates, NewsDesk news, TaskAddressees addressees, TimeProvider time, ILogger<AlertDispatcher> log)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    public async Task DispatchAsync(OutboxItem item, CancellationToken cancel)
    {
        var notice = item.Notice;
        if (notice.BelongsToNoCase)
        {
            await TellAsync(item, news.Of(notice).ToTell(notice, time.GetUtcNow()), cancel);
            return;
        }

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
                if (await joined.TellAsync(@case, cancel) & await cardUpdates.BringAsync(@case, cancel)) await outbox.CompleteAsync(item, [], [], time.GetUtcNow());
                else await outbox.RetryAsync(item, time.GetUtcNow() + Again, []);
                break;
            case NoticeKind.TaskOpened:
                await TasksAsync(item, @case, cancel);
                break;
            default:
                await TellAsync(item, ToTell(notice, @case, time.GetUtcNow()), cancel);
                break;
        }
    }

    // Nobody in the role right now is a fact that is written down; the rung's own deadline climbs, as for any silence.
    private async Task AlertAsync(OutboxItem item, Case @case, CancellationToken cancel)
    {
        var (notice, now) = (item.Notice, time.GetUtcNow());
        if (@case.Alerts.FirstOrDefault(a => a.Id == notice.Subject) is not { Acknowledged: null } alert)
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

        audit.AddRange(holders.Select(p => new AuditEntry(@case.Id, Actor.Program, AuditAction.AlertSent, $"{notice.Subject}:{p.Id}:console", now)));
        await outbox.CompleteAsync(item, [.. holders.Select(p => new Delivery(p.Id, notice.Role, notice.Rung))], audit, now, await SendsToAsync(holders, notice, climbs: !alert.IsLastRung, now, cancel));
        log.AlertSent(@case.Number, notice.Role, notice.Rung, holders.Count);
    }

    // Nobody in the role is written down; the task's own deadline climbs.
    private async Task TasksAsync(OutboxItem item, Case @case, CancellationToken cancel)
    {
        var (notice, now) = (item.Notice, time.GetUtcNow());
        var (people, foundNobody) = @case.ClosedAt is null ? addressees.Of(notice, @case, now) : ([], false);
        List<AuditEntry> audit = [];
        if (foundNobody)
        {
            log.NobodyHoldsTheRole(@case.Number, notice.Role);
            audit.Add(new AuditEntry(@case.Id, Actor.Program, AuditAction.TaskFoundNobody, $"{string.Join(',', OpenedTasks.StillOpen(@case, notice.Subject).Select(t => t.Id))}:{notice.Role}", now));
        }

        await outbox.CompleteAsync(item, [], audit, now, await SendsToAsync(people, notice, climbs: false, now, cancel));
    }

    private async Task TellAsync(OutboxItem item, IReadOnlyList<Person> people, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await outbox.CompleteAsync(item, [], [], now, await SendsToAsync(people, item.Notice, climbs: false, now, cancel));
    }

    private async Task<List<NewSend>> SendsToAsync(IReadOnlyList<Person> people, Notice notice, bool climbs, DateTimeOffset now, CancellationToken cancel)
    {
        List<NewSend> sends = [];
        foreach (var person in people)
            foreach (var channel in channels)
                if (await channel.ServesAsync(person, notice, cancel)) sends.Add(new NewSend(person.Id, channel.Name, climbs, now));
        return sends;
    }

    // The case's own people; whoever a task was handed to, the first time it is late; else the role.
    private IReadOnlyList<Person> ToTell(Notice notice, Case @case, DateTimeOffset now)
    {
        if (notice.Role.Length == 0) return Named(@case.Owner, @case);
        if (notice.Kind == NoticeKind.StepsWait) return ToAsk(notice, @case, now);
        var late = notice is { Kind: NoticeKind.TaskOverdue, Rung: 0 } ? @case.OpenTasks.FirstOrDefault(t => t.Id == notice.Subject) : null;
        if (Named(late?.Owner, @case) is { Count: > 0 } person) return person;
        var holders = Holders(notice.Role, @case, now);
        // A task that comes again is known to whoever works the case: where they hold its role, the others are left alone.
        return late?.Round > 1 && holders.FirstOrDefault(p => p.Id == @case.Owner) is { } owner ? [owner] : holders;
    }

    // Whoever was asked in person; once the role is asked, and where that person is there no more, whoever holds it now. Never whoever gave them to somebody else.
    private IReadOnlyList<Person> ToAsk(Notice notice, Case @case, DateTimeOffset now)
    {
        if (@case.StepsOf(notice.Subject) is not { Wait: true } steps) return [];
        if (!steps.AskTheRole && Named(steps.To, @case) is { Count: > 0 } asked) return asked;
        var holders = district.Roster.HoldersOf(steps.Role, @case.KnownSchool, now, steps.To == steps.From ? @case.Excluded : @case.Excluded.Append(steps.From));
        if (holders.Count == 0) log.NobodyHoldsTheRole(@case.Number, steps.Role);
        return holders;
    }

    private IReadOnlyList<Person> Named(string? personId, Case @case) =>
        district.Person(personId) is { } person && !@case.Excluded.Contains(person.Id) ? [person] : [];

    private IReadOnlyList<Person> Holders(string role, Case @case, DateTimeOffset now) =>
        district.Roster.HoldersOf(role, @case.KnownSchool, now, @case.Excluded);
}
