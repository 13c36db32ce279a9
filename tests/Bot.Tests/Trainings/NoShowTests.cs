using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>Whoever does not come to trainings at which they have a seat: their supervisor is told at the second of a school year and at each later one, once, while the offices are open.</summary>
public sealed class NoShowTests
{
    private const string Absent = "maya-okafor", Supervisor = "ruth-abrams", Principal = "thomas-lindqvist", Leader = "grace-whitefeather";
    private static readonly CancellationToken Never = CancellationToken.None;

    private static Person PersonOf(RealBot bot, string id) => bot.Get<District>().Person(id)!;

    private static Task<(int Added, int Changed)> HireAsync(RealBot bot, string supervisor = "ruth.abrams@example.org", string who = Absent) => bot.Get<IHireBook>().BringAsync(
        [new Hire($"E-{who}", who, new DateOnly(2026, 9, 1), new HireDetails(new PersonText(PersonOf(bot, who).Name), new PersonText(PersonOf(bot, who).Mail), "counselor", "riverbend-high", new PersonText(supervisor)))],
        (_, _) => new AuditEntry(Guid.Empty, Actor.Program, AuditAction.HiresBrought, "", bot.Clock.GetUtcNow()), Never);

    /// <summary>A day later, in the afternoon: a session with seats for all of them, whose roll is closed half an hour after its end. Whoever is neither there nor excused was not there.</summary>
    private static async Task<Session> HoldAsync(TrainingWorld world, IReadOnlyList<string> people, string? there = null, string? excused = null, string? cancels = null, string course = "tic-1")
    {
        var bot = world.Bot;
        var calendar = bot.Get<District>().CalendarOf(null);
        var day = calendar.Today(bot.Clock.GetUtcNow()).AddDays(1);
        var session = await world.AddAsync(course, calendar.Moment(day, new TimeOnly(14, 0)));
        foreach (var person in people) Assert.Null((await bot.Get<SessionDesk>().SeatAsync(PersonOf(bot, Leader), session.Id, PersonOf(bot, person), Never))!.Value.Refused);
        if (cancels is not null) Assert.True((await bot.Get<TrainingDesk>().CancelAsync(PersonOf(bot, cancels), session.Id, Never)).IsDone);
        bot.Clock.Advance(session.Ends.AddMinutes(30) - bot.Clock.GetUtcNow());
        var minutes = people.Where(p => p != cancels).ToDictionary(p => p, p => p == there ? 120 : 0);
        Assert.NotNull((await bot.Get<SessionDesk>().CloseAsync(PersonOf(bot, Leader), session.Id, minutes, new HashSet<string>(excused is null ? [] : [excused]), Never))!.Value.Step);
        return session;
    }

    /// <summary>Lets days pass, three hours at a time, and says who was told.</summary>
    private static async Task<IReadOnlyList<string>> PassAsync(RealBot bot, int days)
    {
        List<string> told = [];
        for (var hour = 0; hour < days * 24; hour += 3)
        {
            var before = bot.Told.Sent.Count;
            await bot.Get<NoShowWorker>().RoundAsync(Never);
            await bot.WorkAsync();
            var sent = bot.Told.Sent.Skip(before).Where(s => s.Notice.Kind == NoticeKind.TrainingNoShows).ToList();
            Assert.True(sent.Count == 0 || bot.Get<District>().CalendarOf(null).IsOfficeOpen(bot.Clock.GetUtcNow()), $"Told at {bot.Clock.GetUtcNow():u}, when the offices are closed.");
            told.AddRange(sent.Select(s => s.Person));
            bot.Clock.Advance(TimeSpan.FromHours(3));
        }

        return told;
    }

    private static async Task<string> SentenceAsync(RealBot bot, string language = "en")
    {
        var notice = bot.Told.Sent.Last(s => s.Notice.Kind == NoticeKind.TrainingNoShows).Notice;
        return (await bot.Get<NewsDesk>().Of(notice).OfAsync(notice, Never))!.In(new Uri("https://support.example.org"), bot.Get<Dialogs.Phrasebook>().ForStaff(language));
    }

    [Fact]
    public async Task The_supervisor_is_told_at_the_second_and_at_each_later_one_once_even_after_a_restart()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await HireAsync(world.Bot);
        await HoldAsync(world, [Absent]);
        Assert.Empty(await PassAsync(world.Bot, 4));
        await HoldAsync(world, [Absent]);
        Assert.Equal([Supervisor], await PassAsync(world.Bot, 4));
        Assert.Equal("1 person whom you supervise had a seat at 2 trainings in a school year, had not cancelled and was not there. Open the list: https://support.example.org/console/training/missed", await SentenceAsync(world.Bot));
        await world.Bot.RestartAsync();
        Assert.Empty(await PassAsync(world.Bot, 4));
        await HoldAsync(world, [Absent], course: "sp-post");
        Assert.Equal([Supervisor], await PassAsync(world.Bot, 4));
        Assert.StartsWith("1 persona a su cargo tenía un lugar en 3 capacitaciones en un año escolar, no canceló y no asistió.", await SentenceAsync(world.Bot, "es"), StringComparison.Ordinal);
        Assert.DoesNotContain(world.Bot.Get<TrainingOffer>().Catalogue!.Course("sp-post")!.TitleIn("en"), await SentenceAsync(world.Bot), StringComparison.Ordinal);
        Assert.DoesNotContain(world.Bot.Logged.Written, l => l.Contains("Okafor", StringComparison.Ordinal) || l.Contains("ruth.abrams", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_cancelled_had_a_reason_or_was_there_is_not_counted()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await HireAsync(world.Bot);
        await HoldAsync(world, [Absent]);
        await HoldAsync(world, [Absent, "daniel-reyes"], there: Absent);
        await HoldAsync(world, [Absent, "daniel-reyes"], excused: Absent);
        await HoldAsync(world, [Absent, "linh-tran"], cancels: Absent);
        Assert.DoesNotContain(Supervisor, await PassAsync(world.Bot, 6));
        await HoldAsync(world, [Absent]);
        Assert.Contains(Supervisor, await PassAsync(world.Bot, 6));
    }

    [Fact]
    public async Task Without_a_supervisor_on_record_it_is_the_principal_who_hears_it_and_a_supervisor_named_later_hears_only_what_is_new()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await HoldAsync(world, [Absent]);
        await HoldAsync(world, [Absent]);
        Assert.Equal([Principal], await PassAsync(world.Bot, 4));
        Assert.StartsWith("At Riverbend High School 1 person without a supervisor on record had a seat at 2 trainings in a school year", await SentenceAsync(world.Bot), StringComparison.Ordinal);
        await HireAsync(world.Bot);
        Assert.Empty(await PassAsync(world.Bot, 4));
        await HoldAsync(world, [Absent]);
        Assert.Equal([Supervisor], await PassAsync(world.Bot, 4));
    }

    [Fact]
    public async Task A_supervisor_whom_the_directory_does_not_know_leaves_it_to_the_principal()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await HireAsync(world.Bot, "nobody.here@example.org");
        await HoldAsync(world, [Absent]);
        await HoldAsync(world, [Absent]);
        Assert.Equal([Principal], await PassAsync(world.Bot, 4));
    }

    [Fact]
    public async Task A_new_school_year_counts_from_nothing()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await HireAsync(world.Bot);
        await HoldAsync(world, [Absent]);
        world.Bot.Clock.Advance(TimeSpan.FromDays(300));
        await HoldAsync(world, [Absent]);
        Assert.Empty(await PassAsync(world.Bot, 4));
        await HoldAsync(world, [Absent]);
        Assert.Equal([Supervisor], await PassAsync(world.Bot, 4));
    }

    [Fact]
    public async Task Several_people_of_one_supervisor_are_one_sentence()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await HireAsync(world.Bot);
        await HireAsync(world.Bot, who: "daniel-reyes");
        string[] both = [Absent, "daniel-reyes"];
        await HoldAsync(world, both);
        await HoldAsync(world, both);
        Assert.Equal([Supervisor], await PassAsync(world.Bot, 4));
        Assert.StartsWith("2 people whom you supervise had seats at 2 or more trainings each in a school year", await SentenceAsync(world.Bot), StringComparison.Ordinal);
    }
}
