using System.Text;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage.Tests;

/// <summary>What people need to take part: sealed, beside a seat, and gone with it.</summary>
public class AccommodationTests
{
    private const string Words = "An ASL interpreter, please: Marisol Vega knows me";
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Words_rest_sealed_and_open_for_their_session_and_person_only(string database)
    {
        await using var world = await World.OpenAsync(database);
        var session = await world.SessionAsync("ana", "ben");
        Assert.True(await world.AskAsync(session, "ana"));
        Assert.Equal((Words, false), await world.OfAsync(session, "ana"));
        Assert.Null(await world.Book.OfAsync(session.Id, "ben", None));

        var rests = Encoding.UTF8.GetString(Convert.FromHexString(await world.Opened.ScalarAsync<string>($"SELECT {(database == "postgres" ? "encode(ct, 'hex')" : "hex(ct)")} FROM training_accommodation")));
        Assert.DoesNotContain("ASL", rests, StringComparison.Ordinal);
        Assert.DoesNotContain("Marisol", rests, StringComparison.Ordinal);
        await world.Opened.ExecuteAsync("UPDATE training_accommodation SET person='ben'");
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => world.Book.OfAsync(session.Id, "ben", None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Only_who_is_on_the_roll_asks_and_what_is_asked_again_replaces_it_and_is_open_again(string database)
    {
        await using var world = await World.OpenAsync(database);
        var session = await world.SessionAsync("ana");
        Assert.False(await world.AskAsync(session, "ben"));
        Assert.True(await world.AskAsync(session, "ana", "A ramp"));
        Assert.True(await world.Book.ArrangeAsync(session.Id, "ana", RollNews.None, None));
        Assert.False(await world.Book.ArrangeAsync(session.Id, "ana", RollNews.None, None));
        Assert.Equal((1, 0), await world.Book.CountAsync(session.Id, None));
        Assert.True(await world.AskAsync(session, "ana"));
        Assert.Equal((1, 1), await world.Book.CountAsync(session.Id, None));
        Assert.Equal((Words, false), await world.OfAsync(session, "ana"));
        Assert.True(await world.Book.TakeBackAsync(session.Id, "ana", world.Entry("taken"), None));
        Assert.False(await world.Book.TakeBackAsync(session.Id, "ana", world.Entry("taken"), None));
        Assert.Equal((0, 0), await world.Book.CountAsync(session.Id, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task It_goes_when_the_seat_is_given_up_the_session_called_off_or_the_roll_closed(string database)
    {
        await using var world = await World.OpenAsync(database);
        foreach (var end in new Func<Roll, RollMoment, RollResult>[]
        {
            (roll, moment) => RollEngine.Cancel(roll, "ana", moment), (roll, _) => RollEngine.CallOff(roll),
            (roll, moment) => RollEngine.Close(roll, new Dictionary<string, int>(), new HashSet<string>(), moment with { Now = roll.Session.Ends }),
        })
        {
            var session = await world.SessionAsync("ana", "ben");
            await world.AskAsync(session, "ana");
            var result = await world.Rolls.ActAsync(session.Id, "ana", f => end(f.Roll, world.Moment), _ => RollNews.None, None);
            Assert.Null(result!.Value.Refused);
            Assert.Equal((0, 0), await world.Book.CountAsync(session.Id, None));
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Another_date_takes_it_along_and_there_nobody_has_arranged_it_yet(string database)
    {
        await using var world = await World.OpenAsync(database);
        var (from, to) = (await world.SessionAsync("ana"), await world.SessionAsync(days: 9));
        await world.AskAsync(from, "ana");
        await world.Book.ArrangeAsync(from.Id, "ana", RollNews.None, None);
        var swapped = await world.Rolls.SwapAsync(
            from.Id, to.Id, "ana", f => RollEngine.Cancel(f.Roll, "ana", world.Moment), f => RollEngine.SignUp(f.Roll, new SignUp("ana", true, false, new HashSet<string>(), f.Elsewhere), world.Moment), (_, _) => RollNews.None, None);
        Assert.Null(swapped!.Value.Refused);
        Assert.Equal((0, 0), await world.Book.CountAsync(from.Id, None));
        Assert.Equal((Words, false), await world.OfAsync(to, "ana"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Reading_them_stands_in_the_journal_and_of_none_there_is_nothing_to_keep(string database)
    {
        await using var world = await World.OpenAsync(database);
        var session = await world.SessionAsync("ana", "ben");
        Assert.Empty(await world.Book.ReadAsync(session.Id, world.Entry("read"), None));
        Assert.Equal(0, await world.ReadsAsync());
        await world.AskAsync(session, "ben", "A break");
        world.Opened.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.AskAsync(session, "ana");
        Assert.Equal(["ben", "ana"], (await world.Book.ReadAsync(session.Id, world.Entry("read"), None)).Select(a => a.PersonId));
        Assert.Equal(1, await world.ReadsAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_a_session_whose_roll_nobody_closes_it_goes_after_a_while(string database)
    {
        await using var world = await World.OpenAsync(database);
        var (soon, later) = (await world.SessionAsync("ana"), await world.SessionAsync(["ana"], days: 60));
        await world.AskAsync(soon, "ana");
        await world.AskAsync(later, "ana");
        Assert.Equal(0, await world.Book.ForgetAsync(soon.Ends));
        Assert.Equal(1, await world.Book.ForgetAsync(soon.Ends.AddTicks(1)));
        Assert.Equal((1, 1), await world.Book.CountAsync(later.Id, None));
    }

    private sealed class World(OpenedStore opened) : IAsyncDisposable
    {
        private static readonly TrainingRules Rules = new()
        {
            OpensDaysBefore = 90, ClosesSchoolDaysBefore = 0, FreeCancel = TimeSpan.Zero, OfferHolds = TimeSpan.FromHours(24), OfferHoldsOnTheDay = TimeSpan.FromHours(2), NoShows = 2,
            CheckInBefore = TimeSpan.FromMinutes(15), CheckInAfter = TimeSpan.FromMinutes(15), CodeHolds = TimeSpan.FromSeconds(60), NewHireDays = 365, Overdue = [], Reminders = [], DueSoonDays = [], RenewalDays = [],
            QuietFrom = new TimeOnly(18, 0), QuietTo = new TimeOnly(7, 0), FollowUpDays = 60,
        };

        private static readonly Course Course = new()
        {
            Id = "eq-3", Code = "EQ-3", Titles = new Dictionary<string, string> { ["en"] = "x" }, Summaries = new Dictionary<string, string> { ["en"] = "x" }, Minutes = 120, Modality = Modality.InPerson, Seats = 20,
            Validity = new Validity.Once(), Source = "made up", Status = "district default",
        };

        public OpenedStore Opened => opened;

        public TrainingRolls Rolls => new(opened.Store);

        public Accommodations Book => new(opened.Store);

        public RollMoment Moment => new(opened.Now, Course, Rules, at => DateOnly.FromDateTime(at.UtcDateTime));

        public static async Task<World> OpenAsync(string database) => new(await OpenedStore.OpenAsync(database));

        public Task<Session> SessionAsync(params string[] people) => SessionAsync(people, 7);

        public async Task<Session> SessionAsync(string[]? people = null, int days = 7)
        {
            var starts = opened.Now.AddDays(days).AddHours(Random.Shared.Next(100));
            var session = new Session
            {
                Id = Guid.NewGuid(), CourseId = "eq-3", Starts = starts, Ends = starts.AddHours(2), Seats = 20, Place = "Library", SchoolId = "riverbend-high", FacilitatorIds = ["cy"],
                OpensAt = starts.AddDays(-90), ClosesAt = starts,
            };
            await Rolls.AddAsync(session, Entry("scheduled"), None);
            foreach (var person in people ?? [])
                await Rolls.ActAsync(session.Id, person, f => RollEngine.SignUp(f.Roll, new SignUp(person, true, false, new HashSet<string>(), []), Moment), _ => RollNews.None, None);
            return session;
        }

        public Task<bool> AskAsync(Session session, string person, string words = Words) =>
            Book.AskAsync(session.Id, new Accommodation(person, new PersonText(words), opened.Now, false), RollNews.None, None);

        public async Task<(string Words, bool IsArranged)> OfAsync(Session session, string person) =>
            await Book.OfAsync(session.Id, person, None) is { } asked ? (asked.Words.Reveal(), asked.IsArranged) : ("", false);

        public async Task<long> ReadsAsync() => await opened.ScalarAsync<long>("SELECT COUNT(*) FROM audit WHERE action='read'");

        public AuditEntry Entry(string action) => new(Guid.Empty, Actor.Staff("cy"), action, "", opened.Now);

        public ValueTask DisposeAsync() => opened.DisposeAsync();
    }
}
