using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>Whoever is late with a required training hears of it, then others do, each once and only while the offices are open.</summary>
public sealed class DuesTests
{
    private const string Hire = "maya-okafor", Supervisor = "ruth-abrams", Principal = "thomas-lindqvist", HumanResources = "naomi-fisher";
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Began = new(2026, 11, 2);

    private static AuditEntry Entry(RealBot bot) => new(Guid.Empty, Actor.Program, AuditAction.HiresBrought, "", bot.Clock.GetUtcNow());

    private static Task<(int Added, int Changed)> HireAsync(RealBot bot, DateOnly on, string? personId = Hire, string mail = "maya.okafor@example.org") => bot.Get<IHireBook>().BringAsync(
        [new Hire("E-1", personId, on, new HireDetails(new PersonText("Maya Okafor"), new PersonText(mail), "counselor", "riverbend-high", new PersonText("ruth.abrams@example.org")))], (_, _) => Entry(bot), Never);

    private static Task<int> EverybodyHasDoneAsync(RealBot bot, params string[] butHire)
    {
        var courses = bot.Get<TrainingOffer>().Catalogue!.Requirements.Select(r => r.CourseId).Distinct().ToList();
        return bot.Get<ITrainingRolls>().RecordAsync(
            [.. bot.Get<District>().People.SelectMany(p => courses.Where(c => p.Id != Hire || !butHire.Contains(c)).Select(c => new Completion(p.Id, c, new DateOnly(2026, 9, 1), DateOnly.MaxValue)))], Entry(bot), Never);
    }

    /// <summary>Lets days pass, three hours at a time, and says who was told on which of them.</summary>
    private static async Task<IReadOnlyList<(string Person, DateOnly On)>> PassAsync(RealBot bot, int days)
    {
        List<(string, DateOnly)> told = [];
        var calendar = bot.Get<District>().CalendarOf(null);
        for (var hour = 0; hour < days * 24; hour += 3)
        {
            var before = bot.Told.Sent.Count;
            var now = bot.Clock.GetUtcNow();
            await bot.Get<DuesWorker>().RoundAsync(Never);
            await bot.WorkAsync();
            var sent = bot.Told.Sent.Skip(before).Where(s => s.Notice.Kind == NoticeKind.TrainingsOverdue).ToList();
            Assert.True(sent.Count == 0 || calendar.IsOfficeOpen(now), $"Told at {now:u}, when the offices are closed.");
            told.AddRange(sent.Select(s => (s.Person, calendar.Today(now))));
            bot.Clock.Advance(TimeSpan.FromHours(3));
        }

        return told;
    }

    [Fact]
    public async Task It_climbs_from_the_person_to_the_supervisor_the_principal_and_human_resources()
    {
        await using var bot = await RealBot.BuildAsync();
        await HireAsync(bot, Began);
        await EverybodyHasDoneAsync(bot, "nho-safe");
        var standing = (await bot.Get<StaffStandings>().OfAsync(bot.Get<District>().Person(Hire)!, Never))!;
        var due = standing.Duties.Single(d => d.Requirement.CourseId == "nho-safe").Due!.Value;
        DateOnly FirstOpenAfter(int days)
        {
            var day = due.AddDays(days + 1);
            while (!bot.Get<District>().CalendarOf(null).IsWorkingDay(day)) day = day.AddDays(1);
            return day;
        }

        Assert.Equal([(Hire, FirstOpenAfter(0)), (Supervisor, FirstOpenAfter(7)), (Principal, FirstOpenAfter(14)), (HumanResources, FirstOpenAfter(21))], await PassAsync(bot, 40));
        Assert.DoesNotContain(bot.Logged.Written, l => l.Contains("Okafor", StringComparison.Ordinal) || l.Contains("E-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_at_once_are_one_sentence_with_numbers_and_nobody_hears_them_twice_not_even_after_a_restart()
    {
        await using var bot = await RealBot.BuildAsync();
        await EverybodyHasDoneAsync(bot, "nho-safe", "nho-core", "t9-all");
        await HireAsync(bot, new DateOnly(2026, 6, 1));
        var told = await PassAsync(bot, 1);
        Assert.Equal([HumanResources, Hire, Supervisor, Principal], told.Select(t => t.Person).Order(StringComparer.Ordinal).OrderBy(p => p != HumanResources));

        var sentences = new Dictionary<string, string>();
        foreach (var (person, notice) in bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.TrainingsOverdue)) sentences[person] = (await bot.Get<NewsDesk>().Of(notice).OfAsync(notice, Never))!.In(new Uri("https://support.example.org"), bot.Get<Dialogs.Phrasebook>().ForStaff("en"));
        Assert.Equal("3 required trainings of yours are overdue. Open the list: https://support.example.org/console/training/overdue", sentences[Hire]);
        Assert.StartsWith("3 required trainings of 1 person whom you supervise are overdue.", sentences[Supervisor]);
        Assert.StartsWith("At Riverbend High School 3 required trainings of 1 person are overdue.", sentences[Principal]);
        Assert.StartsWith("In the district 2 required trainings of 1 person are overdue.", sentences[HumanResources]);

        await bot.RestartAsync();
        Assert.DoesNotContain(await PassAsync(bot, 3), t => t.Person != HumanResources);
    }

    [Fact]
    public async Task Whoever_was_there_before_hears_of_a_course_only_once_the_district_keeps_it_here()
    {
        await using var bot = await RealBot.BuildAsync();
        bot.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await PassAsync(bot, 2));
        await bot.Get<ITrainingRolls>().RecordAsync([new Completion("linh-tran", "t9-all", new DateOnly(2026, 9, 1), new DateOnly(2027, 7, 31))], Entry(bot), Never);
        bot.Clock.Advance(TimeSpan.FromDays(5));
        var told = (await PassAsync(bot, 1)).Select(t => t.Person).ToList();
        Assert.Contains("daniel-reyes", told);
        Assert.DoesNotContain("linh-tran", told);
    }

    private static Task<int> BroughtAsync(RealBot bot, params Completion[] done) => bot.Get<IEarlierBook>().BringAsync(
        [.. done.Select(c => new EarlierLine(c with { Brought = bot.Get<StaffStandings>().Today }, new PersonText("Lakeside")))], _ => Entry(bot), Never);

    [Fact]
    public async Task A_list_of_what_some_completed_before_makes_nobody_hear_who_is_not_on_it()
    {
        await using var bot = await RealBot.BuildAsync();
        await BroughtAsync(bot, new Completion("linh-tran", "t9-all", new DateOnly(2026, 9, 1), new DateOnly(2027, 7, 31)));
        Assert.Empty(await PassAsync(bot, 30));
    }

    [Fact]
    public async Task Whoever_is_over_by_such_a_list_hears_of_it_a_week_later_and_others_step_by_step_after_that()
    {
        await using var bot = await RealBot.BuildAsync();
        // Due on November 1, three weeks ago: every step of the rules has come.
        await BroughtAsync(bot, new Completion(Hire, "t9-all", new DateOnly(2025, 9, 1), new DateOnly(2026, 7, 31)));
        var brought = bot.Get<StaffStandings>().Today;
        DateOnly FirstOpenAfter(int days)
        {
            var day = brought.AddDays(EarlierDesk.DaysToPutRight + days + 1);
            while (!bot.Get<District>().CalendarOf(null).IsWorkingDay(day)) day = day.AddDays(1);
            return day;
        }

        // Whoever has no hire has no supervisor on record.
        Assert.Equal([(Hire, FirstOpenAfter(0)), (Principal, FirstOpenAfter(14)), (HumanResources, FirstOpenAfter(21))], await PassAsync(bot, 40));
    }

    [Fact]
    public async Task A_line_that_is_taken_back_within_the_week_is_told_to_nobody()
    {
        await using var bot = await RealBot.BuildAsync();
        await BroughtAsync(bot, new Completion("kim-soto", "t9-all", new DateOnly(2025, 9, 1), new DateOnly(2026, 7, 31)));
        await PassAsync(bot, 3);
        Assert.True(await bot.Get<IEarlierBook>().TakeBackAsync("kim-soto", "t9-all", new DateOnly(2025, 9, 1), new PersonText("another Kim"), Entry(bot), Never));
        Assert.Empty(await PassAsync(bot, 20));
    }

    [Fact]
    public async Task What_is_done_meanwhile_is_not_said_and_a_leave_silences_it()
    {
        await using var bot = await RealBot.BuildAsync();
        await EverybodyHasDoneAsync(bot, "nho-safe");
        await HireAsync(bot, Began);
        await bot.Get<IHireBook>().LeaveAsync("E-1", new Leave(Began.AddDays(1), null), Entry(bot), Never);
        Assert.Empty(await PassAsync(bot, 14));
        await bot.Get<IHireBook>().LeaveAsync("E-1", new Leave(Began.AddDays(1), Began.AddDays(20)), Entry(bot), Never);
        await bot.Get<ITrainingRolls>().RecordAsync([new Completion(Hire, "nho-safe", Began.AddDays(25), DateOnly.MaxValue)], Entry(bot), Never);
        Assert.Empty(await PassAsync(bot, 30));
    }

    [Fact]
    public async Task A_hire_whom_the_directory_brings_later_is_found_by_the_worker()
    {
        await using var bot = await RealBot.BuildAsync();
        await HireAsync(bot, Began, personId: null, mail: "ana.lopez@example.org");
        await bot.Get<HireWorker>().RoundAsync(Never);
        Assert.Null((await bot.Get<IHireBook>().FindAsync("E-1", Never))!.PersonId);
        var district = bot.Get<District>();
        district.Bring([.. district.People, new Person { Id = "ana-lopez", Name = "Ana Lopez", Mail = "ana.lopez@example.org", Posts = [new Post("nurse", "heron-middle")] }]);
        await bot.Get<HireWorker>().RoundAsync(Never);
        Assert.Equal("ana-lopez", (await bot.Get<IHireBook>().FindAsync("E-1", Never))!.PersonId);
    }
}
