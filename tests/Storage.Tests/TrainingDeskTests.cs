using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Directory.Tests;
using SupportBot.Training;

namespace SupportBot.Storage.Tests;

/// <summary>The one way to a seat, on both databases: what came of a wish, what the journal keeps and who is told.</summary>
public class TrainingDeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly TrainingRules Rules = new()
    {
        OpensDaysBefore = 21, ClosesSchoolDaysBefore = 2, FreeCancel = TimeSpan.FromHours(24), OfferHolds = TimeSpan.FromHours(24), OfferHoldsOnTheDay = TimeSpan.FromHours(2), NoShows = 2,
        CheckInBefore = TimeSpan.FromMinutes(15), CheckInAfter = TimeSpan.FromMinutes(15), CodeHolds = TimeSpan.FromSeconds(60), NewHireDays = 365, Overdue = [],
        Reminders = [TimeSpan.FromDays(7), TimeSpan.FromDays(1), TimeSpan.FromHours(1)], DueSoonDays = [], RenewalDays = [], QuietFrom = new TimeOnly(18, 0), QuietTo = new TimeOnly(7, 0), FollowUpDays = 60,
    };

    private static readonly Catalogue Catalogue = new(
        [CourseOf("circles"), CourseOf("meetings") with { Prerequisites = [["circles"]] }, CourseOf("nursing") with { Audience = new Audience { Roles = ["nurse"] } }],
        [new Requirement { Id = "circles-counselors", CourseId = "circles", Audience = new Audience { Roles = ["counselor"] }, Due = new DueRule.BeforeTheWork(), Source = "made up", Status = "found" }],
        [new Series { Id = "equity", Titles = In("Equity"), CourseIds = ["circles"], CohortMonths = [1, 10], Audience = Audience.Everybody, Source = "made up", Status = "found" }],
        [],
        Rules);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static Dictionary<string, string> In(string english) => new() { ["en"] = english };

    private static Course CourseOf(string id) => new()
    {
        Id = id, Code = id.ToUpperInvariant(), Titles = In(id), Summaries = In(id), Minutes = 120, Modality = Modality.InPerson, Seats = 20, Validity = new Validity.Once(), Source = "made up", Status = "found",
    };

    private static Person PersonOf(string id, string role = "librarian") => new() { Id = id, Name = id, Mail = $"{id}@example.org", Posts = [new Post(role, "north-middle")] };

    private static Session SessionOn(DateTimeOffset starts, string course = "circles", int seats = 1) => new()
    {
        Id = Guid.NewGuid(), CourseId = course, Starts = starts, Ends = starts.AddHours(2), Seats = seats, Place = "Library", SchoolId = "north-middle", FacilitatorIds = ["ben-park"],
        OpensAt = starts.AddDays(-21), ClosesAt = starts.AddDays(-2),
    };

    private static (TrainingDesk Desk, TrainingRolls Rolls) DeskOf(OpenedStore opened)
    {
        var rolls = new TrainingRolls(opened.Store);
        return (new TrainingDesk(rolls, new Staffers(SmallDistrict.District, new HireBook(opened.Store)), SmallDistrict.District, new TrainingOffer(Catalogue), opened.Clock), rolls);
    }

    private static async Task<Session> AddAsync(OpenedStore opened, TrainingRolls rolls, Session session)
    {
        await rolls.AddAsync(session, new AuditEntry(Guid.Empty, Actor.Program, "training", "", opened.Now), None);
        return session;
    }

    private static async Task<IReadOnlyList<(NoticeKind Kind, string Subject)>> ToldAsync(OpenedStore opened)
    {
        var items = await opened.Outbox.ClaimAsync(opened.Now, 500, TimeSpan.FromDays(9), None);
        return [.. items.Select(i => (i.Notice.Kind, i.Notice.Subject))];
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_hundred_who_sign_up_at_once_for_twenty_seats_are_twenty_and_one_hundred_and_eighty_in_order_of_arrival_within_their_class(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (desk, rolls) = DeskOf(opened);
        var session = await AddAsync(opened, rolls, SessionOn(opened.Now.AddDays(7), seats: 20));

        var people = Enumerable.Range(0, 200).Select(n => PersonOf($"p{n:000}", n % 3 == 0 ? "counselor" : "librarian")).ToList();
        var answers = await Task.WhenAll(people.Select(p => Task.Run(() => desk.SignUpAsync(p, session.Id, None))));

        Assert.All(answers, a => Assert.True(a.IsDone));
        Assert.Equal((20, 180), (answers.Count(a => a.Enrolment!.State == EnrolmentState.Enrolled), answers.Count(a => a.Enrolment!.State == EnrolmentState.Waitlisted)));
        var roll = (await rolls.FindAsync(session.Id, None))!;
        Assert.Equal((20, 180, 0), (roll.Enrolments.Count(e => e.HoldsSeat), roll.Waiting.Count(), roll.Free));
        Assert.Equal(Enumerable.Range(1, 200), roll.Enrolments.Select(e => (int)e.Order).Order());
        Assert.Equal(20, roll.Enrolments.Where(e => e.HoldsSeat).Max(e => e.Order));
        // Counselors, of whom the course is asked, first; in each class whoever came first.
        Assert.Equal(roll.Waiting.OrderByDescending(w => int.Parse(w.PersonId.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) % 3 == 0).ThenBy(w => w.Order), roll.Waiting);
        // Nobody but themselves did anything, so nobody is told of it; the journal has all two hundred.
        Assert.Empty(await ToldAsync(opened));
        Assert.Equal(200, (await opened.Book.TimelineAsync(Guid.Empty, None)).Count(a => a.Action is AuditAction.TrainingSignedUp or AuditAction.TrainingWaits));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_signs_up_twice_has_one_place_and_hears_of_it_again(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (desk, rolls) = DeskOf(opened);
        var session = await AddAsync(opened, rolls, SessionOn(opened.Now.AddDays(7)));
        Assert.True((await desk.SignUpAsync(PersonOf("maya"), session.Id, None)).IsDone);

        var again = await desk.SignUpAsync(PersonOf("maya"), session.Id, None);

        Assert.Equal(EnrolmentState.Enrolled, Assert.IsType<RollRefusal.AlreadyOn>(again.Refused).State);
        Assert.Equal(EnrolmentState.Enrolled, again.Enrolment!.State);
        Assert.Single((await rolls.FindAsync(session.Id, None))!.Enrolments);
        Assert.Single(await opened.Book.TimelineAsync(Guid.Empty, None), a => a.Action == AuditAction.TrainingSignedUp && a.Actor == Actor.Staff("maya") && a.Subject == TrainingSubject.Of(session.Id, "maya"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_seat_that_becomes_free_is_held_for_the_next_who_is_told_and_may_take_it_or_let_it_go(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (desk, rolls) = DeskOf(opened);
        var session = await AddAsync(opened, rolls, SessionOn(opened.Now.AddDays(7)));
        await desk.SignUpAsync(PersonOf("maya"), session.Id, None);
        foreach (var person in new[] { PersonOf("noor"), PersonOf("omar"), PersonOf("rosa", "counselor") }) await desk.SignUpAsync(person, session.Id, None);

        Assert.IsType<RollRefusal.NoOffer>((await desk.AcceptAsync(PersonOf("noor"), session.Id, None)).Refused);
        Assert.False((await desk.CancelAsync(PersonOf("maya"), session.Id, None)).Late);
        Assert.Equal([(NoticeKind.TrainingOffered, TrainingSubject.Of(session.Id, "rosa"))], await ToldAsync(opened));
        Assert.Equal(EnrolmentState.Offered, Assert.Single((await desk.MineAsync(PersonOf("rosa", "counselor"), None)).Sessions).Mine.Enrolment.State);

        // Whoever only waits and says no to an offer that nobody made them keeps their place.
        Assert.IsType<RollRefusal.NoOffer>((await desk.DeclineAsync(PersonOf("noor"), session.Id, None)).Refused);
        Assert.True((await desk.DeclineAsync(PersonOf("rosa", "counselor"), session.Id, None)).IsDone);
        Assert.Equal([(NoticeKind.TrainingOffered, TrainingSubject.Of(session.Id, "noor"))], await ToldAsync(opened));

        opened.Clock.Advance(TimeSpan.FromHours(25));
        Assert.IsType<RollRefusal.NoOffer>((await desk.AcceptAsync(PersonOf("noor"), session.Id, None)).Refused);
        Assert.Equal([session.Id], await rolls.DueAsync(opened.Now, 10, None));
        Assert.Equal(2, await desk.PassAsync(session.Id, None));
        Assert.Equal([(NoticeKind.TrainingOfferEnded, TrainingSubject.Of(session.Id, "noor")), (NoticeKind.TrainingOffered, TrainingSubject.Of(session.Id, "omar"))], await ToldAsync(opened));
        Assert.Empty(await rolls.DueAsync(opened.Now, 10, None));
        Assert.Equal(0, await desk.PassAsync(session.Id, None));
        Assert.Equal(EnrolmentState.Enrolled, (await desk.AcceptAsync(PersonOf("omar"), session.Id, None)).Enrolment!.State);
        Assert.Null(await desk.PassAsync(Guid.NewGuid(), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_cannot_be_done_changes_nothing_and_says_why(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (desk, rolls) = DeskOf(opened);
        var now = opened.Now;
        var (circles, same, later) = (await AddAsync(opened, rolls, SessionOn(now.AddDays(7))), await AddAsync(opened, rolls, SessionOn(now.AddDays(7).AddHours(1))), await AddAsync(opened, rolls, SessionOn(now.AddDays(30))));
        var (meetings, nursing) = (await AddAsync(opened, rolls, SessionOn(now.AddDays(9), "meetings")), await AddAsync(opened, rolls, SessionOn(now.AddDays(9), "nursing")));
        var (soon, gone) = (await AddAsync(opened, rolls, SessionOn(now.AddDays(1))), await AddAsync(opened, rolls, SessionOn(now.AddDays(8), "nobody-teaches-this")));
        var maya = PersonOf("maya");

        Assert.IsType<RollRefusal.NotForThem>((await desk.SignUpAsync(maya, nursing.Id, None)).Refused);
        Assert.Equal("circles", Assert.IsType<RollRefusal.PrerequisiteMissing>((await desk.SignUpAsync(maya, meetings.Id, None)).Refused).OneOf[0][0]);
        Assert.Equal(later.OpensAt, Assert.IsType<RollRefusal.NotOpenYet>((await desk.SignUpAsync(maya, later.Id, None)).Refused).At);
        Assert.IsType<RollRefusal.SignUpIsOver>((await desk.SignUpAsync(maya, soon.Id, None)).Refused);
        Assert.IsType<RollRefusal.NotOnRoll>((await desk.CancelAsync(maya, circles.Id, None)).Refused);
        Assert.True((await desk.SignUpAsync(maya, circles.Id, None)).IsDone);
        Assert.Equal(circles.Id, Assert.IsType<RollRefusal.Elsewhere>((await desk.SignUpAsync(maya, same.Id, None)).Refused).Other.Id);
        Assert.Null((await desk.SignUpAsync(maya, Guid.NewGuid(), None)).Session);
        Assert.Null((await desk.SignUpAsync(maya, gone.Id, None)).Session);
        Assert.Equal([circles.Id], (await desk.MineAsync(maya, None)).Sessions.Select(s => s.Mine.Session.Id));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Another_date_is_taken_only_for_a_free_seat_and_the_one_given_up_goes_to_the_next(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (desk, rolls) = DeskOf(opened);
        var (first, second) = (await AddAsync(opened, rolls, SessionOn(opened.Now.AddDays(7))), await AddAsync(opened, rolls, SessionOn(opened.Now.AddDays(7).AddHours(1))));
        var (maya, noor, omar) = (PersonOf("maya"), PersonOf("noor"), PersonOf("omar"));
        await desk.SignUpAsync(maya, first.Id, None);
        await desk.SignUpAsync(noor, second.Id, None);
        await desk.SignUpAsync(omar, first.Id, None);

        Assert.IsType<RollRefusal.Full>((await desk.SwapAsync(maya, first.Id, second.Id, None)).Refused);
        Assert.IsType<RollRefusal.NotOnRoll>((await desk.SwapAsync(maya, second.Id, first.Id, None)).Refused);
        Assert.IsType<RollRefusal.AlreadyOn>((await desk.SwapAsync(maya, first.Id, first.Id, None)).Refused);
        Assert.Equal([first.Id], (await desk.MineAsync(maya, None)).Sessions.Select(s => s.Mine.Session.Id));
        await desk.CancelAsync(noor, second.Id, None);

        var swapped = await desk.SwapAsync(maya, first.Id, second.Id, None);

        Assert.Equal((second.Id, EnrolmentState.Enrolled), (swapped.Session!.Id, swapped.Enrolment!.State));
        Assert.Equal([second.Id], (await desk.MineAsync(maya, None)).Sessions.Select(s => s.Mine.Session.Id));
        Assert.Equal([(NoticeKind.TrainingOffered, TrainingSubject.Of(first.Id, "omar"))], await ToldAsync(opened));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_offered_is_for_the_person_and_what_is_asked_of_them_comes_first(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (desk, rolls) = DeskOf(opened);
        var hires = new HireBook(opened.Store);
        await AddAsync(opened, rolls, SessionOn(opened.Now.AddDays(3), "meetings"));
        var circles = await AddAsync(opened, rolls, SessionOn(opened.Now.AddDays(7), seats: 3));
        var cohort = await AddAsync(opened, rolls, SessionOn(opened.Now.AddDays(8)) with { For = new SeriesCohort("equity", new Cohort(2027, 1)) });
        await AddAsync(opened, rolls, SessionOn(opened.Now + TrainingDesk.Ahead + TimeSpan.FromDays(1)));
        var (counselor, late) = (PersonOf("rosa", "counselor"), PersonOf("kim", "counselor"));
        await desk.SignUpAsync(PersonOf("maya"), circles.Id, None);

        var offered = await desk.OfferedAsync(counselor, None);

        Assert.Equal(["circles", "meetings"], offered.Select(o => o.Course.Id));
        Assert.Equal((true, false, 2), (offered[0].IsAsked, offered[0].Counts, Assert.Single(offered[0].Sessions).Free));
        Assert.Equal(["circles"], (await desk.MineAsync(counselor, None)).StillAsked.Select(c => c.Id));
        Assert.IsType<RollRefusal.NotForThem>((await desk.SignUpAsync(counselor, cohort.Id, None)).Refused);
        Assert.Equal(["nursing"], (await desk.FindAsync(PersonOf("eli", "nurse"), "the nursing course", None)).Select(o => o.Course.Id));
        Assert.Empty(await desk.FindAsync(counselor, "the nursing course", None));

        // Whoever was hired in time for a cohort, or before it, has its sessions.
        await hires.BringAsync([new Hire("e-1", "kim", new DateOnly(2026, 11, 2), new HireDetails(new PersonText("Kim"), new PersonText("kim@example.org"), "counselor", null, null))], (_, _) => new AuditEntry(Guid.Empty, Actor.Program, "hires", "", opened.Now), None);
        Assert.Equal(2, (await desk.OfferedAsync(late, None)).First(o => o.Course.Id == "circles").Sessions.Count);
        Assert.True((await desk.SignUpAsync(late, cohort.Id, None)).IsDone);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_signs_up_within_a_week_is_not_reminded_of_what_comes_in_a_week(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (desk, rolls) = DeskOf(opened);
        var session = await AddAsync(opened, rolls, SessionOn(opened.Now.AddDays(4)));
        await desk.SignUpAsync(PersonOf("maya"), session.Id, None);
        var told = new ToldOnce(opened.Store);
        var all = Reminder.Of(session, Rules, SmallDistrict.District.CalendarOf("north-middle").Local).Select(r => TrainingSubject.Of(session, r, "maya")).ToList();
        List<string> said = [];

        Assert.Equal(2, await told.TellAsync(all, new DateOnly(2026, 12, 31), fresh => { said.AddRange(fresh); return []; }));
        Assert.Equal(all.Skip(1), said);
        Assert.Equal(0, await told.TellAsync(all, new DateOnly(2026, 12, 31), _ => throw new InvalidOperationException("Said twice.")));
    }
}
