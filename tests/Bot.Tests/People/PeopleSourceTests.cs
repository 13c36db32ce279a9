using AngleSharp.Html.Parser;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot.Tests.People;

/// <summary>An export on disk changes who is called while the bot runs, and a broken one changes nothing.</summary>
public sealed class PeopleSourceTests : IDisposable
{
    private const string Counselor = "maya-okafor", StandIn = "grace-whitefeather", Lead = "rosa-jimenez";
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("supportbot-people-");

    private string Export => Path.Combine(_folder.FullName, "people.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_changed_export_changes_who_gets_the_next_alert()
    {
        await using var bot = await BotAsync();
        await WriteAsync(bot, _ => true);
        await new Student(bot).ReportAsync();
        await bot.WorkAsync();
        Assert.Equal((1, 1), ((await bot.InboxAsync(Counselor)).Count, (await bot.InboxAsync(StandIn)).Count));

        await WriteAsync(bot, p => p.Id != Counselor);
        await new Student(bot).ReportAsync();
        await bot.WorkAsync();
        Assert.Equal((1, 2), ((await bot.InboxAsync(Counselor)).Count, (await bot.InboxAsync(StandIn)).Count));
        Assert.Null(bot.Get<District>().Person(Counselor));
    }

    [Fact]
    public async Task A_broken_export_changes_nothing_and_the_console_says_so()
    {
        await using var bot = await BotAsync();
        await WriteAsync(bot, _ => true);
        var before = bot.Get<District>().People;
        await WriteAsync(bot, p => p.Id is Lead or StandIn);
        Assert.Equal(before.Select(p => p.Id), bot.Get<District>().People.Select(p => p.Id));
        await new Student(bot).ReportAsync();
        await bot.WorkAsync();
        Assert.Single(await bot.InboxAsync(Counselor));

        var at = await bot.StartAsync();
        var page = await PageAsync(at, "/console/people");
        Assert.Contains("the source has only 2", page);
        Assert.Contains("still those taken", page);
        Assert.Contains("The list of people is not brought up to date", await PageAsync(at, "/console"));

        await WriteAsync(bot, _ => true);
        Assert.Contains("Nothing was refused.", await PageAsync(at, "/console/people"));
        Assert.DoesNotContain("brought up to date", await PageAsync(at, "/console"));
        Assert.DoesNotContain(bot.Logged.Written, l => l.Contains("example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_line_is_shown_with_its_cure()
    {
        await using var bot = await BotAsync();
        await WriteAsync(bot, _ => true, "\"<b>Eva</b> New\",eva@example.org,,counsellor@riverbend-high\n");
        var at = await bot.StartAsync();
        var page = await PageAsync(at, "/console/people");
        Assert.Contains("people.csv, line", page);
        Assert.Contains("did you mean counselor?", page);
    }

    [Fact]
    public async Task An_export_is_read_when_it_has_settled()
    {
        await using var bot = await BotAsync();
        await WriteAsync(bot, _ => true);
        await File.WriteAllTextAsync(Export, Text(bot, p => p.Id != Counselor), Never);
        await RoundAsync(bot);
        Assert.NotNull(bot.Get<District>().Person(Counselor));
        await File.AppendAllTextAsync(Export, "Eva New,eva@example.org,,\n", Never);
        await RoundAsync(bot);
        Assert.NotNull(bot.Get<District>().Person(Counselor));
        await RoundAsync(bot);
        Assert.Null(bot.Get<District>().Person(Counselor));
        Assert.NotNull(bot.Get<District>().Person("eva-new"));
    }

    [Fact]
    public async Task After_a_restart_everybody_has_the_same_id_and_who_left_stays_away_though_the_source_is_gone()
    {
        const string one = "22222222-0000-4000-8000-000000000001", two = "22222222-0000-4000-8000-000000000002";
        await using var bot = await BotAsync();
        await WriteAsync(bot, _ => true, $"Jane Doe,jane@example.org,{one},counselor@riverbend-high\n");
        Assert.Equal("jane-doe", bot.Get<District>().PersonOfEntra(one)!.Id);
        await WriteAsync(bot, p => p.Id != Counselor, $"Jane Doe,doe@example.org,{two},counselor@riverbend-high\n");
        Assert.Equal("jane-doe-2", bot.Get<District>().PersonOfEntra(two)!.Id);

        File.Delete(Export);
        await bot.RestartAsync();
        await RoundAsync(bot);
        var district = bot.Get<District>();
        Assert.Equal(("jane-doe-2", null, null), (district.PersonOfEntra(two)!.Id, district.Person("jane-doe"), district.Person(Counselor)));
        Assert.StartsWith("There is no file people.csv", bot.Get<IPeopleNews>().Now.Sentence);

        await WriteAsync(bot, _ => true, $"Jane Doe,jane@example.org,{one},\nJane Doe,doe@example.org,{two},\n");
        Assert.Equal(("jane-doe", "jane-doe-2"), (district.PersonOfEntra(one)!.Id, district.PersonOfEntra(two)!.Id));
    }

    [Fact]
    public async Task Before_the_first_good_reading_the_people_of_the_content_file_are_in_force()
    {
        await using var bot = await BotAsync();
        await RoundAsync(bot);
        Assert.Equal(bot.Get<District>().PeopleOfContent, bot.Get<District>().People);
        Assert.False(Assert.Single(bot.Get<IEnumerable<IServiceStatus>>().SelectMany(s => s.Services), s => s.Name == ServiceNames.People).IsUp);
    }

    [Theory]
    [InlineData("People:Source", "ldap"), InlineData("People:Source", "csv"), InlineData("People:Source", "graph")]
    public async Task Settings_that_name_no_source_stop_the_start(string key, string value) =>
        Assert.Contains(value == "graph" ? "Graph:Groups" : "People:", (await Assert.ThrowsAsync<InvalidOperationException>(() => RealBot.BuildAsync(settings: (key, value)))).Message);

    private Task<RealBot> BotAsync() => RealBot.BuildAsync(settings: [("People:Source", "csv"), ("People:CsvPath", Export)]);

    private static string Text(RealBot bot, Func<Person, bool> who) => "name,mail,entra id,roles\n" + string.Concat(bot.Get<District>().PeopleOfContent.Where(who)
        .Select(p => $"{p.Name},{p.Mail},{p.EntraId},{string.Join("; ", p.Posts.Select(o => $"{o.Role}@{o.SchoolId ?? "district"}"))}\n"));

    /// <summary>An export of the content file's people, and the rounds until it is in force.</summary>
    private async Task WriteAsync(RealBot bot, Func<Person, bool> who, string more = "")
    {
        await File.WriteAllTextAsync(Export, Text(bot, who) + more, Never);
        await RoundAsync(bot);
        await RoundAsync(bot);
    }

    private static Task<bool> RoundAsync(RealBot bot) => bot.Get<PeopleWorker>().RoundAsync(Never);

    private static async Task<string> PageAsync(Uri at, string path)
    {
        using var client = new HttpClient { BaseAddress = at };
        var form = new HtmlParser().ParseDocument(await client.GetStringAsync("/console/sign-in", Never)).QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        using var signedIn = await client.PostAsync("/console/sign-in", new FormUrlEncodedContent([new("person", Lead), new("form-token", form)]), Never);
        return new HtmlParser().ParseDocument(await client.GetStringAsync(path, Never)).Body!.TextContent;
    }
}
