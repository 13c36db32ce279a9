using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SupportBot.EndToEnd;

/// <summary>The main job from end to end, as a student and a counselor live it: two browsers, one bot, nothing in between.</summary>
public sealed class MainStoryTests(BotProcess bot, Browser browser) : IClassFixture<BotProcess>, IClassFixture<Browser>
{
    private const string Said = "someone keeps pushing me in the hallway";
    private const string Asked = "Was a teacher nearby when it happened?";
    private const string Answered = "Mr. Novak was at the far door";

    // The usual way of a bullying case through its plan.
    private static readonly string[] Way = ["triaged", "assigned", "acknowledged", "interim-safety", "investigating", "decision", "notified", "actions", "followup-2w", "followup-6w"];

    [Fact]
    public async Task A_student_reports_a_counselor_acts_and_the_student_comes_back()
    {
        var student = await StudentPage.OpenAsync(await browser.OpenAsync(), bot.Address);
        await student.TypeAsync(Said);
        await student.ReadAsync("call or text 988");
        await student.ReadAsync("You do not have to give your name");
        await ReportAsync(student);
        var code = await student.CodeAsync();
        Assert.Matches("^([0-9A-Z]{4}-){5}[0-9A-Z]$", code);

        var counselor = new CounselorPage(await browser.OpenAsync(), bot.Address);
        await counselor.SignInAsync("Maya Okafor");
        await counselor.WaitForAlertAsync();
        Assert.DoesNotContain("pushing", await counselor.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await NoViolationsAsync(counselor.Page);
        await WorkAsync(counselor);

        var later = await StudentPage.OpenAsync(await browser.OpenAsync(), bot.Address);
        await later.PressAsync("I have a code");
        await later.TypeAsync(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        await later.ReadAsync("the school has a question for you");
        await later.ReadAsync(Asked);
        await later.TypeAsync(Answered);
        await later.ReadAsync("I added it to your report");

        await CloseAsync(counselor);
        await LookAroundAsync(counselor);
        await later.PressAsync("Look again");
        await later.ReadAsync("closed. You can still add to it");
    }

    // One question at a time, with everything a person does on the way: a misspelt school, a step back, a reload, a change at the end.
    private static async Task ReportAsync(StudentPage student)
    {
        await student.PressAsync("I understand, start");
        for (var screening = 0; screening < 5; screening++) await student.PressAsync("No");
        await student.PressAsync("Hitting, pushing or tripping");
        await student.PressAsync("Done");
        await student.TypeAsync("Riverbnd High");
        await student.ReadAsync("Did you mean");
        await student.PressAsync("Riverbend High School");
        await student.PressAsync("Keep that");
        await student.TypeAsync("yesterday at lunch");
        await student.ReadAsync("I understood:");
        await student.PressAsync("In a classroom");
        await student.PressAsync("Go back");
        await student.PressAsync("In a restroom");

        await student.Page.ReloadAsync();
        await student.ReadAsync("In a restroom");
        while (await student.WaitForAnyAsync("Skip", "I would rather not say", "Send it") is var next && next != "Send it") await student.PressAsync(next);

        await student.ReadAsync(Said);
        await student.PressAsync("Change something");
        await student.PressAsync("Where did it happen?");
        await student.PressAsync("In the hallway");
        await student.PressAsync("Send it");
    }

    private static async Task WorkAsync(CounselorPage counselor)
    {
        await counselor.PressAsync("Acknowledge");
        if (!counselor.Page.Url.Contains("/cases/", StringComparison.Ordinal)) await counselor.Page.Locator("article.alert :text('Open'):visible").First.ClickAsync();
        await counselor.Page.GetByRole(AriaRole.Button, new() { Name = "Open the report" }).WaitForAsync();
        Assert.DoesNotContain("pushing", await counselor.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);

        await counselor.PressAsync("Open the report");
        var report = await counselor.TextAsync();
        Assert.Contains(Said, report, StringComparison.Ordinal);
        Assert.Contains("In the hallway", report, StringComparison.Ordinal);
        Assert.DoesNotContain("In a restroom", report, StringComparison.Ordinal);
        await NoViolationsAsync(counselor.Page);

        await counselor.Page.GetByLabel("Your question").FillAsync(Asked);
        await counselor.PressAsync("Ask the reporter");
        await counselor.Page.GetByLabel("A note for staff").FillAsync("Talk to the hall monitor.");
        await counselor.PressAsync("Add the note");
        await counselor.Page.GetByLabel("Give the case to").SelectOptionAsync(new SelectOptionValue { Value = "maya-okafor" });
        await counselor.PressAsync("Assign");
    }

    private static async Task CloseAsync(CounselorPage counselor)
    {
        await counselor.PressAsync("Open the report");
        Assert.Contains(Answered, await counselor.TextAsync(), StringComparison.Ordinal);
        foreach (var state in Way)
        {
            await counselor.FinishTasksAsync();
            await counselor.MoveAsync(state);
        }

        await counselor.FinishTasksAsync();
        await counselor.Page.Locator("#close-closed").CheckAsync();
        await counselor.Page.Locator("#close-outcome").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await counselor.PressAsync("Close the case");
        Assert.Contains("closed", await counselor.TextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    // The queue, and the protocol's chart with the steps this case walked.
    private async Task LookAroundAsync(CounselorPage counselor)
    {
        var number = counselor.Page.Url.Split("/cases/")[1].Split('/', '?', '#')[0];
        await counselor.Page.GotoAsync($"{bot.Address}/console/cases?closed=true");
        await NoViolationsAsync(counselor.Page);
        await counselor.Page.GotoAsync($"{bot.Address}/console/protocols/bullying-report/2?case={number}");
        var chart = counselor.Page.FrameLocator("iframe");
        await chart.Locator("svg").First.WaitForAsync();
        Assert.True(await chart.Locator(".walked").CountAsync() > 5, "The walked steps are not marked.");
        await NoViolationsAsync(counselor.Page);

        await counselor.Page.SetViewportSizeAsync(390, 780);
        await counselor.Page.GotoAsync($"{bot.Address}/console/sentence");
        Assert.True(await counselor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The console is wider than a phone.");
        await NoViolationsAsync(counselor.Page);
    }

    private static async Task NoViolationsAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
    }
}
