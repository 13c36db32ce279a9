using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage;

/// <summary>
/// Sessions and rolls. A verb runs in the writer's transaction, on the roll as it is there: the writer takes one after the other, and where several processes
/// write to one PostgreSQL the session's row is locked first.
/// </summary>
public sealed class TrainingRolls(Store store) : ITrainingRolls
{
    private static readonly Sql List = new(
        $"""
        SELECT {RollRows.SessionColumns}, (SELECT COUNT(*) FROM training_seat s WHERE s.session=t.id AND s.state IN ({RollRows.Seated})), (SELECT COUNT(*) FROM training_seat s WHERE s.session=t.id AND s.state={(int)EnrolmentState.Waitlisted})
        FROM training_session t WHERE t.starts>=@from AND t.starts<@to AND t.state<>{(int)SessionState.Cancelled} ORDER BY t.starts, t.id
        """,
        "l:from l:to");
    private static readonly Sql Mine = new(
        $"SELECT {RollRows.SessionColumns} FROM training_seat m JOIN training_session t ON t.id=m.session WHERE m.person=@person AND m.state IN ({RollRows.Seated}, {(int)EnrolmentState.Waitlisted}) AND t.ends>@from AND t.state={(int)SessionState.Scheduled} ORDER BY t.starts, t.id",
        "t:person l:from");
    // No parameter in it: the index holds these seats and no others.
    private static readonly Sql NoShows = new(
        $"SELECT {RollRows.SessionColumns}, s.person FROM training_seat s JOIN training_session t ON t.id=s.session WHERE s.state={(int)EnrolmentState.NoShow} AND t.state={(int)SessionState.Held} AND t.starts>=@from ORDER BY t.starts, t.id, s.person",
        "l:from");
    private static readonly Sql Held = new(
        $"SELECT s.person, t.course, t.starts FROM training_seat s JOIN training_session t ON t.id=s.session WHERE s.state IN ({RollRows.Seated}) AND t.state={(int)SessionState.Scheduled} AND t.starts>=@from AND t.starts<@to",
        "l:from l:to");
    private static readonly Sql Due = new("SELECT id FROM training_session WHERE next_pass<=@now ORDER BY next_pass LIMIT @most", "l:now i:most");

    public Task<bool> AddAsync(Session session, AuditEntry audit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(session);
        return store.Open.Writer.WriteAsync(write =>
        {
            if (RollRows.Add(write.Link, session) == 0) return false;
            EventRows.Want(write.Link, session.Id);
            write.Audit([audit]);
            return true;
        });
    }

    public Task<Roll?> FindAsync(Guid sessionId, CancellationToken cancel) => store.Open.Database.ReadAsync(link => Task.FromResult(RollRows.Find(link, RollRows.FindSession, sessionId)));

    public Task<IReadOnlyList<ListedSession>> BetweenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<ListedSession>>(async link =>
    {
        var found = new List<ListedSession>();
        await using var row = await link.ReadAsync(List, [Ids.Ticks(from), Ids.Ticks(to)], cancel);
        while (await row.ReadAsync(cancel))
        {
            var session = RollRows.SessionOf(row);
            found.Add(new ListedSession(session, session.Seats - row.GetInt32(RollRows.SessionWidth), row.GetInt32(RollRows.SessionWidth + 1)));
        }

        return found;
    });

    public Task<IReadOnlyList<MySession>> OfPersonAsync(string personId, DateTimeOffset from, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<MySession>>(async link =>
    {
        var sessions = new List<Session>();
        await using (var row = await link.ReadAsync(Mine, [personId, Ids.Ticks(from)], cancel))
            while (await row.ReadAsync(cancel)) sessions.Add(RollRows.SessionOf(row));
        return [.. sessions.Select(s => new Roll(s, RollRows.Seats(link, s.Id))).Select(r => new MySession(r.Session, r.Of(personId)!, r.PlaceOf(personId)))];
    });

    public Task<IReadOnlyList<MissedSession>> NoShowsAsync(DateTimeOffset from, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<MissedSession>>(async link =>
    {
        var missed = new List<MissedSession>();
        await using var row = await link.ReadAsync(NoShows, [Ids.Ticks(from)], cancel);
        while (await row.ReadAsync(cancel)) missed.Add(new MissedSession(row.GetString(RollRows.SessionWidth), RollRows.SessionOf(row)));
        return missed;
    });

    public Task<IReadOnlyList<HeldSeat>> HeldSeatsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<HeldSeat>>(async link =>
    {
        var held = new List<HeldSeat>();
        await using var row = await link.ReadAsync(Held, [Ids.Ticks(from), Ids.Ticks(to)], cancel);
        while (await row.ReadAsync(cancel)) held.Add(new HeldSeat(row.GetString(0), row.GetString(1), Ids.Time(row.GetInt64(2))));
        return held;
    });

    public Task<Transcript> TranscriptAsync(string personId, CancellationToken cancel) => store.Open.Database.ReadAsync(link => Task.FromResult(TranscriptRows.Of(link, personId)));

    public Task<RollResult?> ActAsync(Guid sessionId, string personId, Func<RollFacts, RollResult> act, Func<RollStep, RollNews> tell, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(tell);
        var open = store.Open;
        return open.Writer.WriteAsync<RollResult?>(
            write =>
            {
                if (Locked(write, sessionId) is not { } roll) return null;
                var result = act(FactsOf(write.Link, roll, personId));
                if (result.Step is not { } step) return result;
                RollRows.Write(write.Link, roll, step.Roll);
                Tell(write, tell(step));
                return result;
            },
            committed: store.Announce);
    }

    public Task<RollResult?> SwapAsync(Guid fromId, Guid toId, string personId, Func<RollFacts, RollResult> leave, Func<RollFacts, RollResult> take, Func<RollStep, RollStep, RollNews> tell, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(leave);
        ArgumentNullException.ThrowIfNull(take);
        ArgumentNullException.ThrowIfNull(tell);
        return store.Open.Writer.WriteAsync<RollResult?>(
            write =>
            {
                // Always in one order, so that two who swap crosswise do not wait for each other.
                var rolls = new[] { fromId, toId }.Order().ToDictionary(id => id, id => Locked(write, id));
                if (rolls[fromId] is not { } from || rolls[toId] is not { } to) return null;
                var left = leave(FactsOf(write.Link, from, personId));
                if (left.Step is not { } leaving) return left;
                var facts = FactsOf(write.Link, to, personId);
                var taken = take(facts with { Elsewhere = [.. facts.Elsewhere.Where(s => s.Id != fromId)] });
                if (taken.Step is not { } taking) return taken;
                // The row they move to is there first, and what they need moves before the other seat takes it along.
                RollRows.Write(write.Link, to, taking.Roll);
                if (taking.Roll.Of(personId) is { IsLive: true }) AccommodationRows.Move(write.Link, store.Open.Accommodations, fromId, toId, personId);
                RollRows.Write(write.Link, from, leaving.Roll);
                Tell(write, tell(leaving, taking));
                return taken;
            },
            committed: store.Announce);
    }

    public Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<Guid>>(async link =>
    {
        var due = new List<Guid>();
        await using var row = await link.ReadAsync(Due, [Ids.Ticks(now), most], cancel);
        while (await row.ReadAsync(cancel)) due.Add(Ids.Guid(row.GetFieldValue<byte[]>(0)));
        return due;
    });

    public Task<int> RecordAsync(IReadOnlyList<Completion> completions, AuditEntry audit, CancellationToken cancel) => store.Open.Writer.WriteAsync(write =>
    {
        var added = completions.Sum(c => TranscriptRows.Add(write.Link, c));
        if (added > 0) write.Audit([audit]);
        return added;
    });

    private static Roll? Locked(WriteSession write, Guid sessionId) => RollRows.Find(write.Link, RollRows.LockSession.On(write.Database), sessionId);

    private static RollFacts FactsOf(Link link, Roll roll, string personId) =>
        new(roll, RollRows.SeatedElsewhere(link, personId, roll.Session), TranscriptRows.Of(link, personId));

    internal static void Tell(WriteSession write, RollNews news)
    {
        foreach (var notice in news.Notices) CaseWriter.Tell(write.Link, notice);
        foreach (var told in news.Told) ToldOnce.Note(write.Link, told.Subject, told.Until);
        foreach (var completion in news.Completions) TranscriptRows.Add(write.Link, completion);
        write.Audit(news.Audit);
    }
}
