using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Bot.Tests.Attendance;

/// <summary>Absence figures from the page to the case, with the application's own storage, workers and channels.</summary>
public sealed class AttendanceTests
{
    private const string Counselor = "maya-okafor", StandIn = "grace-whitefeather", Principal = "thomas-lindqvist";
    private const string Header = "student number,school,days enrolled,days absent,as-of date\n";
    private static readonly CancellationToken Never = CancellationToken.None;

    private static string List => Header + string.Concat(Enumerable.Range(0, 12).Select(n => $"77000{n:000},Riverbend High School,40,{4 + n},2026-11-13\n")) + "88000001,Riverbend High School,40,1,2026-11-13\n";

    [Fact]
    public async Task A_list_is_brought_those_on_duty_are_told_once_and_a_case_is_opened_by_a_press()
    {
        await using var bot = await RealBot.BuildAsync();
        var at = await bot.StartAsync();
        using var principal = await BrowserAsync(at, Principal);
        var page = await PostAsync(principal, "/console/attendance/preview", ("csv", List));
        Assert.Contains("13 lines can be imported", page.Body!.TextContent);
        page = await PostAsync(principal, "/console/attendance/import", ("csv", page.QuerySelector("form[action$=import] textarea")!.TextContent));
        Assert.Equal(["13", "0"], page.QuerySelectorAll(".facts.card dd").Take(2).Select(d => d.TextContent));
        page = await PostAsync(principal, "/console/attendance/import", ("csv", List));
        Assert.StartsWith("0", page.QuerySelector(".facts.card dd")!.TextContent);
        await bot.WorkAsync();
        await WaitAsync(() => bot.Told.Of(NoticeKind.StudentsOverLine, "riverbend-high").Count >= 3);
        await bot.WorkAsync();
        // Once each, however many students and imports: her, who stands in for her, and who stands behind both.
        Assert.Equal(new[] { StandIn, Counselor, "rosa-jimenez" }, bot.Told.Of(NoticeKind.StudentsOverLine, "riverbend-high").Order(StringComparer.Ordinal));
        Assert.Empty(await bot.Cases.QueueAsync(new QueueFilter(null), Never));

        using var counselor = await BrowserAsync(at, Counselor);
        Assert.Contains("At Riverbend High School 12 students are over the line and have no case.", (await PageAsync(counselor, "/console")).Body!.TextContent);
        page = await PageAsync(counselor, "/console/attendance");
        var worst = page.QuerySelector("button[name=student]")!;
        Assert.Contains("77000011", worst.GetAttribute("aria-label"));
        page = await PostAsync(counselor, "/console/attendance/open", ("student", worst.GetAttribute("value")!));
        var opened = await bot.OnlyCaseAsync();
        Assert.Contains($"The case is open now: {opened.Number}", page.Body!.TextContent);
        Assert.Equal((Counselor, null, "attendance"), (opened.Owner, opened.OpenAlert, opened.Kind));
        page = await PostAsync(counselor, $"/console/cases/{opened.Number}/open");
        Assert.Contains("Student number 77000011", page.Body!.TextContent);
        await bot.WorkAsync();
        Assert.Empty(await bot.InboxAsync(StandIn));

        page = await PostAsync(counselor, "/console/attendance/all", ("school", "riverbend-high"));
        Assert.Contains("11 cases are open now.", page.Body!.TextContent);
        await bot.WorkAsync();
        Assert.Equal(12, (await bot.Cases.QueueAsync(new QueueFilter(null), Never)).Count);
        Assert.DoesNotContain(bot.Told.Sent, s => s.Notice.Kind == NoticeKind.Alert);
        Assert.DoesNotContain(bot.Logged.Written, l => l.Contains("77000", StringComparison.Ordinal) || l.Contains("88000001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_Teams_it_is_one_sentence_a_school_without_a_student()
    {
        await using var bot = await RealBot.BuildAsync(settings: ("Teams:PublicAddress", "https://support.example.org"));
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, Counselor);
        await maya.OpenChatAsync();
        await BringAsync(bot, List);
        await bot.WorkAsync();
        var told = connector.Texts(maya.Conversation).Split('\n').Where(t => t.Contains("attendance line", StringComparison.Ordinal)).ToList();
        Assert.Equal(["At Riverbend High School 12 students are over the attendance line and have no case. Open the list: https://support.example.org/console/attendance"], told);
        Assert.All(connector.Calls, c => Assert.DoesNotContain("77000", c.Body, StringComparison.Ordinal));
        Assert.Contains(await bot.Cases.TimelineAsync(Guid.Empty, Never), a => a.Action == AuditAction.AlertSent && a.Subject == "riverbend-high:maya-okafor:teams");
    }

    [Fact]
    public async Task Nobody_is_told_of_a_list_that_was_worked_off_before_the_notice_left()
    {
        await using var bot = await RealBot.BuildAsync();
        await BringAsync(bot, Header + "77000001,Riverbend High School,40,8,2026-11-13\n");
        var student = Assert.Single(await bot.Get<IAbsenceBook>().OverLineAsync(["riverbend-high"], Never));
        Assert.NotNull(await bot.Get<AbsenceCases>().OpenAsync(bot.Get<SupportBot.Directory.District>().Person(Counselor)!, student, bot.Get<AttendancePlans>().Now!, Never));
        await bot.WorkAsync();
        Assert.Empty(bot.Told.Of(NoticeKind.StudentsOverLine, "riverbend-high"));
    }

    [Fact]
    public async Task When_the_school_year_is_over_its_figures_go()
    {
        await using var bot = await RealBot.BuildAsync();
        await BringAsync(bot, List);
        bot.Clock.Advance(new DateTimeOffset(2027, 7, 31, 18, 0, 0, TimeSpan.Zero) - bot.Clock.GetUtcNow());
        await bot.Get<KeepingWorker>().RoundAsync(Never);
        Assert.Equal(12, (await bot.Get<IAbsenceBook>().OverLineAsync(["riverbend-high"], Never)).Count);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        await bot.Get<KeepingWorker>().RoundAsync(Never);
        Assert.Empty(await bot.Get<IAbsenceBook>().OverLineAsync(["riverbend-high"], Never));
        Assert.Contains(bot.Logged.Written, l => l.Contains("13 absence figures", StringComparison.Ordinal));
    }

    private static async Task BringAsync(RealBot bot, string csv)
    {
        var district = bot.Get<SupportBot.Directory.District>();
        var reading = SupportBot.Directory.AbsenceCsv.Read(csv, district, _ => true, bot.Clock.GetUtcNow());
        Assert.Empty(reading.Faults);
        Assert.NotNull(await bot.Get<AbsenceImport>().BringAsync(district.Person(Principal)!, reading.Rows, bot.Get<AttendancePlans>().Now!, Never));
    }

    // Its own workers go round as well: whoever claimed the notice sends it in a moment.
    private static async Task WaitAsync(Func<bool> isSo)
    {
        for (var tries = 0; !isSo() && tries < 200; tries++) await Task.Delay(50, Never);
    }

    private static async Task<HttpClient> BrowserAsync(Uri at, string person)
    {
        var browser = new HttpClient { BaseAddress = at };
        await PostAsync(browser, "/console/sign-in", ("person", person));
        return browser;
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient browser, string path) => new HtmlParser().ParseDocument(await browser.GetStringAsync(path, Never));

    private static async Task<IHtmlDocument> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = (await PageAsync(browser, path.Contains("sign-in", StringComparison.Ordinal) ? path : "/console/cases")).QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("form-token", token)]);
        using var answer = await browser.PostAsync(path, form, Never);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Never));
    }
}
