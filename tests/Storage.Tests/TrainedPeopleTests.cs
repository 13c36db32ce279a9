using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory.Tests;
using SupportBot.Training;

namespace SupportBot.Storage.Tests;

/// <summary>Whether somebody is trained for a task, on both databases: completed, taken back, over.</summary>
public class TrainedPeopleTests
{
    private const string Screener = "level-1-screening";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly CasePlan Plan = Sample.Plan with { Tasks = [new TaskPlan { Id = "screen", Title = "Screen", Owner = "counselor", Opens = "received", TrainedIn = Screener }] };

    private static readonly Catalogue Catalogue = new(
        [CourseOf("level-1") with { Grants = Screener }, CourseOf("level-2") with { Grants = Screener }, CourseOf("circles")], [], [], [], new TrainingRules
        {
            OpensDaysBefore = 21, ClosesSchoolDaysBefore = 2, FreeCancel = TimeSpan.Zero, OfferHolds = TimeSpan.FromHours(24), OfferHoldsOnTheDay = TimeSpan.FromHours(2), NoShows = 2,
            CheckInBefore = TimeSpan.FromMinutes(15), CheckInAfter = TimeSpan.FromMinutes(15), CodeHolds = TimeSpan.FromSeconds(60), NewHireDays = 365, Overdue = [], Reminders = [], DueSoonDays = [], RenewalDays = [],
            QuietFrom = new TimeOnly(18, 0), QuietTo = new TimeOnly(7, 0), FollowUpDays = 60,
        });

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static Course CourseOf(string id) => new()
    {
        Id = id, Code = id, Titles = new Dictionary<string, string> { ["en"] = id }, Summaries = new Dictionary<string, string> { ["en"] = id }, Minutes = 120, Modality = Modality.InPerson, Seats = 20,
        Validity = new Validity.Once(), Source = "made up", Status = "found",
    };

    [Theory, MemberData(nameof(Databases))]
    public async Task A_completion_trains_until_it_is_over_or_taken_back_whether_one_is_asked_about_or_all(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var district = SmallDistrict.District;
        var person = district.People.First(p => p.Trainings.Count == 0 && p.Posts.Count > 0);
        var @case = CaseEngine.Open(new CaseOpening(Guid.NewGuid(), "K7M-2QD", "watched@1", [], Severity.Standard, "", "OR", false, "en", []), Sample.Moment(opened.Now, Actor.Program) with { Plan = Plan }).Case;
        var (rolls, today) = (new TrainingRolls(opened.Store), district.CalendarOf(null).Today(opened.Now));
        var trained = new TrainedPeople(district, new TranscriptBook(opened.Store), new TrainingOffer(Catalogue), opened.Clock);
        async Task<bool> IsTrainedAsync()
        {
            var alone = (await trained.OfAsync(person, @case, Plan, None)).Contains(Screener);
            Assert.Equal(alone, (await trained.ByAsync(Plan, None)).Has(person, Screener, @case));
            Assert.Equal(alone, (await trained.OfAsync(person, None)).Has(person, Screener, @case));
            return alone;
        }

        Task RecordAsync(string course, string serial, int left) =>
            rolls.RecordAsync([new Completion(person.Id, course, today, today.AddDays(left), serial)], new AuditEntry(Guid.Empty, Actor.Program, AuditAction.CompletionRecorded, person.Id, opened.Now), None);

        Assert.False(await IsTrainedAsync());
        await RecordAsync("circles", "T-1", 90);
        Assert.False(await IsTrainedAsync());
        await RecordAsync("level-2", "T-2", 30);
        Assert.True(await IsTrainedAsync());
        Assert.True(await new Certificates(opened.Store).RevokeAsync("T-2", new AuditEntry(Guid.Empty, Actor.Program, AuditAction.CertificateTakenBack, person.Id, opened.Now), None));
        Assert.False(await IsTrainedAsync());
        await RecordAsync("level-1", "T-3", 60);
        Assert.True(await IsTrainedAsync());
        opened.Clock.Advance(TimeSpan.FromDays(61));
        Assert.False(await IsTrainedAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Who_has_done_a_course_is_read_by_an_index_with_what_was_taken_back(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (rolls, book, day) = (new TrainingRolls(opened.Store), new TranscriptBook(opened.Store), new DateOnly(2026, 11, 20));
        Completion[] done = [new("ana", "level-1", day, day.AddDays(90), "T-1"), new("ben", "level-1", day, DateOnly.MaxValue), new("ana", "circles", day, day), new("cy", "level-2", day, day, "T-4")];
        await rolls.RecordAsync(done, new AuditEntry(Guid.Empty, Actor.Program, AuditAction.CompletionRecorded, "x", opened.Now), None);
        await new Certificates(opened.Store).RevokeAsync("T-1", new AuditEntry(Guid.Empty, Actor.Program, AuditAction.CertificateTakenBack, "ana", opened.Now), None);
        Assert.Equal([done[0] with { Revoked = true }, done[1], done[3]], (await book.DoneAsync(new HashSet<string> { "level-1", "level-2" }, None)).OrderBy(c => c.PersonId, StringComparer.Ordinal));
        if (database == "sqlite") Assert.Contains("IX_training_done_course", await opened.ScalarAsync<string>("SELECT name FROM sqlite_master WHERE type='index' AND tbl_name='training_done' AND name LIKE '%course'"), StringComparison.Ordinal);
    }
}
