using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage.Tests;

/// <summary>Events of sessions in the database: a change of a session is never forgotten, and what a calendar has answered is kept.</summary>
public class TrainingEventTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static Session SessionOn(DateTimeOffset starts) => new()
    {
        Id = Guid.NewGuid(), CourseId = "eq-3", Starts = starts, Ends = starts.AddHours(2), Seats = 20, Place = "Library", Room = "library@district.example", FacilitatorIds = ["ana"],
        OpensAt = starts.AddDays(-21), ClosesAt = starts.AddDays(-2),
    };

    private static AuditEntry Note(DateTimeOffset now) => new(Guid.Empty, Actor.Program, "training", "", now);

    private static Task<RollResult?> ChangeAsync(TrainingRolls rolls, Guid session, Func<Roll, Roll> change) =>
        rolls.ActAsync(session, "", f => new RollStep(change(f.Roll), []), _ => RollNews.None, None);

    private static Roll With(Roll roll, string person, EnrolmentState state) =>
        roll with { Enrolments = [.. roll.Enrolments.Where(e => e.PersonId != person), new Enrolment { PersonId = person, State = state, Order = roll.Enrolments.Count + 1 }] };

    private static async Task<EventItem> ClaimOneAsync(TrainingEvents events, DateTimeOffset now) => Assert.Single(await events.ClaimAsync(now, 10, Lease, None));

    [Theory, MemberData(nameof(Databases))]
    public async Task A_new_session_and_every_change_that_its_event_shows_are_due_and_nothing_else_is(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, events, now) = (new TrainingRolls(opened.Store), new TrainingEvents(opened.Store), opened.Now);
        var session = SessionOn(now.AddDays(7));
        await rolls.AddAsync(session, Note(now), None);
        Assert.Equal(session.Room, (await rolls.FindAsync(session.Id, None))!.Session.Room);
        async Task<bool> IsDueAsync()
        {
            var items = await events.ClaimAsync(now, 10, Lease, None);
            foreach (var item in items) await events.ReleaseAsync(item, null, []);
            return items.Count > 0;
        }

        Assert.True(await IsDueAsync());
        Assert.False(await IsDueAsync());
        await ChangeAsync(rolls, session.Id, r => With(r, "maya", EnrolmentState.Enrolled));
        Assert.True(await IsDueAsync());
        await ChangeAsync(rolls, session.Id, r => r with { Session = r.Session with { Starts = r.Session.Starts.AddHours(1), Ends = r.Session.Ends.AddHours(1) } });
        Assert.True(await IsDueAsync());
        await ChangeAsync(rolls, session.Id, r => With(r with { Session = r.Session with { Seats = 30 } }, "noor", EnrolmentState.Waitlisted));
        Assert.False(await IsDueAsync());
        await ChangeAsync(rolls, session.Id, r => With(r, "maya", EnrolmentState.Cancelled));
        Assert.True(await IsDueAsync());
        await ChangeAsync(rolls, session.Id, r => r with { Session = r.Session with { State = SessionState.Cancelled } });
        Assert.True(await IsDueAsync());
        Assert.Null(await events.FindAsync(Guid.NewGuid(), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_claim_is_one_workers_until_its_lease_ends_and_what_it_kept_stays(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, events, now) = (new TrainingRolls(opened.Store), new TrainingEvents(opened.Store), opened.Now);
        var session = SessionOn(now.AddDays(7));
        await rolls.AddAsync(session, Note(now), None);
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => events.ClaimAsync(now, 10, Lease, None))));
        var item = Assert.Single(claims.SelectMany(c => c));
        var made = new SessionEvent(CalendarWay.Graph, "E1", "C1", 1, [new InvitedGuest("ana", 1), new InvitedGuest("maya", 0)]);
        Assert.True(await events.KeepAsync(item with { Event = made, Sent = "hash" }));

        // The worker dies here.
        Assert.Empty(await events.ClaimAsync(now + Lease - TimeSpan.FromSeconds(1), 10, Lease, None));
        var second = await ClaimOneAsync(events, now + Lease);
        Assert.Equivalent(made, second.Event, strict: true);
        Assert.Equal(("hash", 2, 1), (second.Sent, second.Attempts, second.Revision));
        // What the first still says does not count any more.
        Assert.False(await events.KeepAsync(item));
        Assert.False(await events.ReleaseAsync(item, null, [new Notice(Guid.Empty, NoticeKind.SessionEvent, "x", "", 0, false, now)]));
        Assert.Empty(await opened.Outbox.ClaimAsync(now, 10, Lease, None));
        Assert.True(await events.ReleaseAsync(second, null, []));
        Assert.True((await events.FindAsync(session.Id, None)) is { InStep: true, State: EventState.Kept });
        Assert.Equal(session.Id, Assert.Single(await events.LivingAsync(None)).SessionId);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_change_that_comes_while_a_worker_is_at_it_is_due_when_it_is_done(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, events, now) = (new TrainingRolls(opened.Store), new TrainingEvents(opened.Store), opened.Now);
        var session = SessionOn(now.AddDays(7));
        await rolls.AddAsync(session, Note(now), None);
        var item = await ClaimOneAsync(events, now);
        await ChangeAsync(rolls, session.Id, r => With(r, "maya", EnrolmentState.Enrolled));
        Assert.True(await events.ReleaseAsync(item, now.AddHours(1), []));
        var again = await ClaimOneAsync(events, now);
        Assert.True(await events.ReleaseAsync(again, now.AddHours(1), []));
        Assert.Empty(await events.ClaimAsync(now.AddMinutes(59), 10, Lease, None));
        await ClaimOneAsync(events, now.AddHours(1));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_session_took_from_its_event_counts_as_sent_for_that_event_alone_and_leaves_the_claim(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, events, now) = (new TrainingRolls(opened.Store), new TrainingEvents(opened.Store), opened.Now);
        var session = SessionOn(now.AddDays(7));
        await rolls.AddAsync(session, Note(now), None);
        var item = await ClaimOneAsync(events, now);
        await events.KeepAsync(item with { Event = new SessionEvent(CalendarWay.Graph, "E1", "C1", 0, []), Sent = "first" });
        await events.FollowedAsync(session.Id, "E2", "other");
        Assert.Equal("first", Assert.Single(await events.LivingAsync(None)).Sent);
        await events.FollowedAsync(session.Id, "E1", "second");
        Assert.Equal(("second", "E1"), Assert.Single(await events.LivingAsync(None)) is var living ? (living.Sent, living.Event!.Id) : default);
        Assert.Empty(await events.ClaimAsync(now, 10, Lease, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_event_that_was_deleted_is_told_once_and_made_anew_only_when_somebody_asks(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, events, now) = (new TrainingRolls(opened.Store), new TrainingEvents(opened.Store), opened.Now);
        var session = SessionOn(now.AddDays(7));
        await rolls.AddAsync(session, Note(now), None);
        var item = await ClaimOneAsync(events, now);
        await events.ReleaseAsync(item with { Event = new SessionEvent(CalendarWay.Graph, "E1", "C1", 2, [new InvitedGuest("ana", 2)]), Sent = "hash" }, null, []);
        Assert.False(await events.AgainAsync(session.Id, Note(now), None));

        Notice[] notices = [new Notice(Guid.Empty, NoticeKind.SessionEvent, "deleted", "", 0, false, now)];
        var said = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => events.DeletedAsync(session.Id, "E1", notices, Note(now))));
        Assert.Single(said, s => s);
        Assert.Single(await opened.Outbox.ClaimAsync(now, 10, Lease, None));
        Assert.Empty(await events.LivingAsync(None));
        Assert.True(await events.FindAsync(session.Id, None) is { State: EventState.Deleted, Event: null });

        Assert.True(await events.AgainAsync(session.Id, Note(now), None));
        Assert.False(await events.AgainAsync(session.Id, Note(now), None));
        var again = await ClaimOneAsync(events, now);
        Assert.Equal((2, "", EventState.Kept), (again.Revision, again.Sent, again.State));
        Assert.Null(again.Event);
    }
}
