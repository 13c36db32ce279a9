using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>The school's year begins things by itself: on a school day, once a school and year, also where the program did not run that day.</summary>
public sealed class YearTests
{
    private const string Middle = "daniel-reyes", Elementary = "linh-tran", High = "maya-okafor";
    private static readonly CancellationToken Never = CancellationToken.None;

    private static IReadOnlyList<(string Person, string Subject)> Told(RealBot bot) => [.. bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.YearBegins).Select(s => (s.Person, s.Notice.Subject))];

    private static DateOnly Today(RealBot bot) => bot.Get<District>().CalendarOf(null).Today(bot.Clock.GetUtcNow());

    /// <summary>Goes to noon of a day.</summary>
    private static void GoTo(RealBot bot, DateOnly day) => bot.Clock.SetUtcNow(bot.Get<District>().CalendarOf(null).Moment(day, new TimeOnly(12, 0)));

    private static async Task LookAsync(RealBot bot)
    {
        await bot.Get<YearWorker>().RoundAsync(Never);
        await bot.WorkAsync();
    }

    [Fact]
    public async Task Each_school_is_told_once_a_year_on_the_day_or_on_the_next_school_day()
    {
        await using var bot = await RealBot.BuildAsync();
        Dictionary<string, DateOnly> first = [];
        for (GoTo(bot, new DateOnly(2027, 1, 25)); Today(bot) < new DateOnly(2027, 6, 30); bot.Clock.Advance(TimeSpan.FromHours(8)))
        {
            await LookAsync(bot);
            foreach (var (_, subject) in Told(bot)) first.TryAdd(subject, Today(bot));
        }

        // February 1 has no school in this calendar.
        Assert.Equal(new DateOnly(2027, 2, 2), first[$"articulation-handoff:nominate:2027-02-01:{Middle}"]);
        Assert.Equal(new DateOnly(2027, 3, 1), first[$"articulation-handoff:packets:2027-03-01:{Elementary}"]);
        Assert.Equal(new[] { Elementary, Middle }.SelectMany(_ => new[] { "freeze", "meetings", "nominate", "packets" }).Order(), Told(bot).Select(t => t.Subject.Split(':')[1]).Order());
        Assert.All(Told(bot), t => Assert.Contains(t.Person, new[] { Middle, Elementary }));
    }

    [Fact]
    public async Task What_begins_in_the_summer_is_told_on_a_working_day_to_the_schools_that_receive()
    {
        await using var bot = await RealBot.BuildAsync();
        GoTo(bot, new DateOnly(2027, 8, 10));
        await LookAsync(bot);
        Assert.Equal([(Middle, $"articulation-handoff:receive:2027-08-10:{Middle}"), (High, $"articulation-handoff:receive:2027-08-10:{High}")], Told(bot).OrderBy(t => t.Person));
    }

    [Fact]
    public async Task A_day_on_which_the_program_did_not_run_is_made_up_for_and_what_is_past_its_time_is_not()
    {
        await using var late = await RealBot.BuildAsync();
        GoTo(late, new DateOnly(2027, 2, 10));
        await LookAsync(late);
        Assert.Equal([Middle, Elementary], Told(late).Select(t => t.Person).Order());
        await late.RestartAsync();
        late.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(late);
        Assert.Equal(2, Told(late).Count);

        await using var past = await RealBot.BuildAsync();
        GoTo(past, new DateOnly(2026, 11, 17));
        await LookAsync(past);
        Assert.Empty(Told(past));
    }

    [Fact]
    public async Task Nothing_is_told_while_the_offices_are_closed()
    {
        await using var bot = await RealBot.BuildAsync();
        bot.Clock.SetUtcNow(bot.Get<District>().CalendarOf(null).Moment(new DateOnly(2027, 2, 2), new TimeOnly(5, 0)));
        await LookAsync(bot);
        Assert.Empty(Told(bot));
        bot.Clock.Advance(TimeSpan.FromHours(5));
        await LookAsync(bot);
        Assert.Equal(2, Told(bot).Count);
    }

    [Fact]
    public async Task The_day_on_which_it_was_said_that_it_has_begun_nobody_hears_of_it_any_more()
    {
        await using var bot = await RealBot.BuildAsync();
        GoTo(bot, new DateOnly(2027, 2, 2));
        await bot.Get<YearWorker>().RoundAsync(Never);
        var begun = (await bot.Get<IBeginnings>().SinceAsync(new DateOnly(2027, 1, 1), Never)).Single(b => b.SchoolId == "heron-middle");
        Assert.True(await bot.Get<IBeginnings>().AnswerAsync(begun, BeginningAnswer.Begun, new AuditEntry(Guid.Empty, Actor.Staff(Middle), AuditAction.YearlyBegun, "heron-middle", bot.Clock.GetUtcNow()), Never));
        await bot.WorkAsync();
        Assert.Equal([Elementary], Told(bot).Select(t => t.Person));
    }

    [Fact]
    public async Task Somebody_at_two_schools_gets_one_notice_for_both()
    {
        await using var bot = await RealBot.BuildAsync();
        var district = bot.Get<District>();
        district.Bring([.. district.People.Select(p => p.Id == Middle ? p with { Posts = [.. p.Posts, new Post("counselor", "cottonwood-elementary")] } : p)]);
        GoTo(bot, new DateOnly(2027, 2, 2));
        await LookAsync(bot);
        Assert.Equal([Middle, Elementary], Told(bot).Select(t => t.Person).Order());
    }

    [Fact]
    public async Task A_vacant_post_is_told_once_somebody_holds_it()
    {
        await using var bot = await RealBot.BuildAsync();
        var district = bot.Get<District>();
        var all = district.People;
        district.Bring([.. all.Where(p => p.Id != Middle)]);
        GoTo(bot, new DateOnly(2027, 2, 2));
        await LookAsync(bot);
        Assert.Equal([Elementary], Told(bot).Select(t => t.Person));
        district.Bring(all);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(bot);
        Assert.Equal([Middle, Elementary], Told(bot).Select(t => t.Person).Order());
    }

    [Theory]
    [InlineData("en-US", "The hand-offs of this year begin.", "This is for Heron Middle School, by Sun, Feb 28, 2027. To start one, type: **Hand a student over to the next school**.")]
    [InlineData("es-MX", "Empiezan los pasos de este año a la siguiente escuela.", "Para empezar uno, escriba: **Pasar un estudiante a la siguiente escuela**.")]
    public async Task In_Teams_it_says_what_begins_until_when_and_how_in_the_readers_language(string locale, string begins, string how)
    {
        await using var bot = await RealBot.BuildAsync(settings: ("Teams:PublicAddress", "https://support.example.org"));
        await using var connector = await FakeConnector.StartAsync();
        var daniel = new Staff(bot, connector, Middle) { Locale = locale };
        await daniel.OpenChatAsync();
        GoTo(bot, new DateOnly(2027, 2, 2));
        await LookAsync(bot);
        var said = connector.Texts(daniel.Conversation);
        Assert.Contains(begins, said, StringComparison.Ordinal);
        Assert.Contains(how, said, StringComparison.Ordinal);
        Assert.Contains("https://support.example.org/console/year", said, StringComparison.Ordinal);
    }
}
