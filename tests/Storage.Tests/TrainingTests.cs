using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage.Tests;

/// <summary>Rolls in the database: no seat is sold twice, and what is read is what was written.</summary>
public class TrainingTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TrainingRules Rules = new()
    {
        OpensDaysBefore = 21, ClosesSchoolDaysBefore = 2, FreeCancel = TimeSpan.FromHours(24), OfferHolds = TimeSpan.FromHours(24), OfferHoldsOnTheDay = TimeSpan.FromHours(2), NoShows = 2,
        CheckInBefore = TimeSpan.FromMinutes(15), CheckInAfter = TimeSpan.FromMinutes(15), CodeHolds = TimeSpan.FromSeconds(60), NewHireDays = 365, Overdue = [], Reminders = [], DueSoonDays = [], RenewalDays = [],
        QuietFrom = new TimeOnly(18, 0), QuietTo = new TimeOnly(7, 0), FollowUpDays = 60,
    };

    private static readonly Course Course = new()
    {
        Id = "eq-3", Code = "EQ-3", Titles = new Dictionary<string, string> { ["en"] = "x" }, Summaries = new Dictionary<string, string> { ["en"] = "x" }, Minutes = 120, Modality = Modality.InPerson, Seats = 20,
        Validity = new Validity.Once(), Source = "made up", Status = "district default",
    };

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static Session SessionOn(DateTimeOffset starts, int seats = 20, Guid? id = null) => new()
    {
        Id = id ?? Guid.NewGuid(), CourseId = "eq-3", Starts = starts, Ends = starts.AddHours(2), Seats = seats, Place = "Library", SchoolId = "riverbend-high", Online = true, FacilitatorIds = ["ana", "ben"],
        OpensAt = starts.AddDays(-21), ClosesAt = starts.AddDays(-2), For = new SeriesCohort("equity", new Cohort(2026, 10)),
    };

    private static RollMoment At(DateTimeOffset now) => new(now, Course, Rules, at => DateOnly.FromDateTime(at.UtcDateTime));

    private static AuditEntry Note(DateTimeOffset now) => new(Guid.Empty, Actor.Program, "training", "", now);

    private static Task<RollResult?> SignUpAsync(TrainingRolls rolls, Guid session, string person, DateTimeOffset now, bool required = false) => rolls.ActAsync(
        session, person, f => RollEngine.SignUp(f.Roll, new SignUp(person, true, required, f.Transcript.ValidOn(DateOnly.FromDateTime(now.UtcDateTime)), f.Elsewhere), At(now)), _ => RollNews.None, None);

    [Theory, MemberData(nameof(Databases))]
    public async Task Transcripts_of_everybody_are_those_of_each_for_the_courses_that_are_asked_for(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, book, day) = (new TrainingRolls(opened.Store), new TranscriptBook(opened.Store), new DateOnly(2026, 9, 1));
        await rolls.RecordAsync(
            [new Completion("ana", "eq-1", day, DateOnly.MaxValue, "S-1"), new Completion("ana", "eq-1", day.AddDays(9), day.AddYears(1)) { Revoked = true }, new Completion("ana", "other", day, day), new Completion("ben", "other", day, day)],
            Note(opened.Now), None);
        await new Waivers(opened.Store).WaiveAsync(new Waiver("cy", "eq-2", "hr", day, day.AddDays(30)), new PersonText("x"), Note(opened.Now), None);

        var all = await book.AllAsync(new HashSet<string> { "eq-1", "eq-2" }, None);
        Assert.Equal(["ana", "cy"], all.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((await book.OfAsync("ana", None)).Completions.Where(c => c.CourseId == "eq-1"), all["ana"].Completions.OrderBy(c => c.On));
        Assert.Equal((await book.OfAsync("cy", None)).Waivers, all["cy"].Waivers);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_leads_a_session_cannot_have_a_seat_in_another_at_that_time(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, starts) = (new TrainingRolls(opened.Store), opened.Now.AddDays(7));
        var led = SessionOn(starts) with { FacilitatorIds = ["dev-patel", "ann"] };
        var (same, next) = (SessionOn(starts), SessionOn(led.Ends));
        foreach (var session in new[] { led, same, next }) await rolls.AddAsync(session, Note(opened.Now), None);
        Assert.Equal(led.Id, Assert.IsType<RollRefusal.Elsewhere>((await SignUpAsync(rolls, same.Id, "dev-patel", opened.Now))!.Value.Refused).Other.Id);
        Assert.Null((await SignUpAsync(rolls, next.Id, "dev-patel", opened.Now))!.Value.Refused);
        // Part of a name is another person.
        Assert.Null((await SignUpAsync(rolls, same.Id, "patel", opened.Now))!.Value.Refused);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_hundred_who_want_twenty_seats_at_once_get_twenty_and_the_others_wait_in_order(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var rolls = new TrainingRolls(opened.Store);
        var session = SessionOn(opened.Now.AddDays(7));
        await rolls.AddAsync(session, Note(opened.Now), None);

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() => SignUpAsync(rolls, session.Id, $"p{n:000}", opened.Now, required: n % 3 == 0))));

        Assert.All(results, r => Assert.Null(r!.Value.Refused));
        var roll = (await rolls.FindAsync(session.Id, None))!;
        Assert.Equal((20, 180, 0), (roll.Enrolments.Count(e => e.State == EnrolmentState.Enrolled), roll.Waiting.Count(), roll.Free));
        // Nobody overtook anybody of their own class: the places are those of arrival.
        Assert.Equal(Enumerable.Range(1, 200), roll.Enrolments.Select(e => (int)e.Order).Order());
        foreach (var required in new[] { true, false }) Assert.Equal(roll.Waiting.Where(w => w.Required == required).Select(w => w.Order).Order(), roll.Waiting.Where(w => w.Required == required).Select(w => w.Order));
        Assert.True(roll.Waiting.SkipWhile(w => w.Required).All(w => !w.Required));
        Assert.True(roll.Enrolments.Where(e => e.State == EnrolmentState.Enrolled).Max(e => e.Order) == 20);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task No_shows_are_those_whom_a_closed_roll_says_were_not_there_since_a_day(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, now) = (new TrainingRolls(opened.Store), opened.Now);
        var (old, held, open) = (SessionOn(now.AddDays(3)), SessionOn(now.AddDays(5)), SessionOn(now.AddDays(6)));
        foreach (var session in new[] { old, held, open })
        {
            await rolls.AddAsync(session, Note(now), None);
            foreach (var person in new[] { "maya", "noor", "omar", "rosa" }) Assert.Null((await SignUpAsync(rolls, session.Id, person, now.AddDays(session == open ? 1 : 0)))!.Value.Refused);
            await rolls.ActAsync(session.Id, "rosa", f => RollEngine.Cancel(f.Roll, "rosa", At(now)), _ => RollNews.None, None);
            if (session != open) await rolls.ActAsync(session.Id, "ana", f => RollEngine.Close(f.Roll, new Dictionary<string, int> { ["noor"] = 120 }, new HashSet<string> { "omar" }, At(session.Ends)), _ => RollNews.None, None);
        }

        Assert.Equal([("maya", held.Id)], (await rolls.NoShowsAsync(held.Starts, None)).Select(m => (m.PersonId, m.Session.Id)));
        Assert.Equal([old.Id, held.Id], (await rolls.NoShowsAsync(old.Starts, None)).Select(m => m.Session.Id));
        Assert.Empty(await rolls.NoShowsAsync(held.Starts.AddTicks(1), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Held_seats_are_those_of_sessions_within_a_time_whose_roll_is_not_closed(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, now) = (new TrainingRolls(opened.Store), opened.Now);
        var (held, open) = (SessionOn(now.AddDays(3)), SessionOn(now.AddDays(6)));
        foreach (var session in new[] { held, open })
        {
            await rolls.AddAsync(session, Note(now), None);
            foreach (var person in new[] { "maya", "rosa" }) Assert.Null((await SignUpAsync(rolls, session.Id, person, now.AddDays(session == open ? 1 : 0)))!.Value.Refused);
            await rolls.ActAsync(session.Id, "rosa", f => RollEngine.Cancel(f.Roll, "rosa", At(now)), _ => RollNews.None, None);
        }

        Assert.Equal(2, (await rolls.HeldSeatsAsync(held.Starts, open.Starts.AddTicks(1), None)).Count);
        await rolls.ActAsync(held.Id, "ana", f => RollEngine.Close(f.Roll, new Dictionary<string, int> { ["maya"] = 10 }, new HashSet<string>(), At(held.Ends)), _ => RollNews.None, None);
        Assert.Equal([new HeldSeat("maya", open.CourseId, open.Starts)], await rolls.HeldSeatsAsync(held.Starts, open.Starts.AddTicks(1), None));
        Assert.Empty(await rolls.HeldSeatsAsync(held.Starts, open.Starts, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_written_is_read_again(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, now) = (new TrainingRolls(opened.Store), opened.Now);
        var session = SessionOn(now.AddDays(7), seats: 1);
        Assert.True(await rolls.AddAsync(session, Note(now), None));
        await SignUpAsync(rolls, session.Id, "maya", now);
        await SignUpAsync(rolls, session.Id, "noor", now, required: true);
        // Once more, and otherwise: what is there stays as it is.
        Assert.False(await rolls.AddAsync(session with { Seats = 9 }, Note(now), None));

        var roll = (await rolls.FindAsync(session.Id, None))!;
        Assert.Equivalent(session, roll.Session, strict: true);
        Assert.Equal(new ListedSession(roll.Session, 0, 1) with { Session = null! }, Assert.Single(await rolls.BetweenAsync(now, now.AddDays(8), None)) with { Session = null! });
        Assert.Equal((EnrolmentState.Waitlisted, (int?)1), Assert.Single(await rolls.OfPersonAsync("noor", now, None)) is var mine ? (mine.Enrolment.State, mine.PlaceInLine) : default);

        var cancelled = await rolls.ActAsync(session.Id, "maya", f => RollEngine.Cancel(f.Roll, "maya", At(now)), _ => new RollNews([new Notice(Guid.Empty, NoticeKind.ResourcesToVerify, "x", "", 0, false, now)], [Note(now)], []), None);
        Assert.Equal(2, cancelled!.Value.Step!.Events.Count);
        Assert.Single(await opened.Outbox.ClaimAsync(now, 10, TimeSpan.FromMinutes(1), None));
        Assert.Empty(await rolls.DueAsync(now.AddHours(23), 10, None));
        Assert.Equal([session.Id], await rolls.DueAsync(now.AddHours(24), 10, None));
        Assert.Equal(now.AddHours(24), (await rolls.FindAsync(session.Id, None))!.Of("noor")!.OfferUntil);
        Assert.Null(await SignUpAsync(rolls, Guid.NewGuid(), "maya", now));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_swaps_has_one_seat_before_and_one_after(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, now) = (new TrainingRolls(opened.Store), opened.Now);
        var (a, b) = (SessionOn(now.AddDays(7), 1), SessionOn(now.AddDays(7).AddHours(1), 1));
        foreach (var session in new[] { a, b }) await rolls.AddAsync(session, Note(now), None);
        await SignUpAsync(rolls, a.Id, "maya", now);
        // At the same time she cannot be on both.
        Assert.IsType<RollRefusal.Elsewhere>((await SignUpAsync(rolls, b.Id, "maya", now))!.Value.Refused);

        Task<RollResult?> SwapAsync(string person, Guid from, Guid to) => rolls.SwapAsync(
            from, to, person, f => RollEngine.Cancel(f.Roll, person, At(now)), f => RollEngine.SignUpIfFree(f.Roll, new SignUp(person, true, false, new HashSet<string>(), f.Elsewhere), At(now)), (_, _) => RollNews.None, None);
        Assert.NotNull((await SwapAsync("maya", a.Id, b.Id))!.Value.Step);
        Assert.Equal([b.Id], (await rolls.OfPersonAsync("maya", now, None)).Select(m => m.Session.Id));

        await SignUpAsync(rolls, a.Id, "noor", now);
        Assert.IsType<RollRefusal.Full>((await SwapAsync("noor", a.Id, b.Id))!.Value.Refused);
        Assert.Equal([a.Id], (await rolls.OfPersonAsync("noor", now, None)).Select(m => m.Session.Id));
        // Crosswise, many times at once: each of the two always has one seat.
        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(_ => new[] { SwapAsync("maya", b.Id, a.Id), SwapAsync("noor", a.Id, b.Id) }));
        foreach (var person in new[] { "maya", "noor" }) Assert.Single(await rolls.OfPersonAsync(person, now, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_somebody_has_done_is_looked_at_in_the_same_transaction_and_counts_once(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, now, day) = (new TrainingRolls(opened.Store), opened.Now, DateOnly.FromDateTime(opened.Now.UtcDateTime));
        var done = new Completion("maya", "sp-qpr", day, day.AddYears(2), "T-AAAA-BBBB-CCCC");
        Assert.Equal(1, await rolls.RecordAsync([done], Note(now), None));
        Assert.Equal(0, await rolls.RecordAsync([done], Note(now), None));
        await new Waivers(opened.Store).WaiveAsync(new Waiver("maya", "sp-asist", "rosa", day, day.AddDays(30)), new PersonText("x"), Note(now), None);

        var transcript = await rolls.TranscriptAsync("maya", None);
        Assert.Equal(done, Assert.Single(transcript.Completions));
        Assert.Equal(["sp-asist", "sp-qpr"], transcript.ValidOn(day).Order());
        Assert.Empty((await rolls.TranscriptAsync("noor", None)).Completions);
    }
}
