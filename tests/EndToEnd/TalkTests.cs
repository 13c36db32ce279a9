using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SupportBot.EndToEnd;

/// <summary>A student in the web chat and a person of the school at the console write to each other, each in a browser.</summary>
public sealed class TalkTests(BotProcess bot, Browser browser) : IClassFixture<BotProcess>, IClassFixture<Browser>
{
    // Stands in for the duty counselor at every hour, so that the test means the same by day and by night.
    private const string Person = "Samuel Adeyemi";

    [Fact]
    public async Task A_student_and_a_counselor_write_to_each_other()
    {
        var student = await StudentPage.OpenAsync(await browser.OpenAsync(), bot.Address);
        await student.TypeAsync("I want to kill myself");
        await student.PressAsync("No, I am not safe");
        await student.PressAsync("Skip");
        await student.PressAsync("Skip");
        await student.ReadAsync("I have asked the duty counselor to join this chat.");

        var counselor = new CounselorPage(await browser.OpenAsync(), bot.Address);
        await counselor.SignInAsync(Person);
        await counselor.WaitForAlertAsync();
        await counselor.PressAsync("Acknowledge");
        if (!counselor.Page.Url.Contains("/cases/", StringComparison.Ordinal)) await counselor.Page.Locator("article.alert :text('Open'):visible").First.ClickAsync();
        await student.ReadAsync($"{Person}, safeguarding lead, is here now.");
        await student.ReadAsync("I do not tell who you are");

        await counselor.Page.ReloadAsync();
        await counselor.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the chat" }).ClickAsync();
        await counselor.Page.GetByLabel("Your line").FillAsync("I am here. Where are you now?");
        await counselor.PressAsync("Send");
        await student.ReadAsync($"{Person}: I am here. Where are you now?");

        await student.TypeAsync("behind the gym");
        // The page shows it by itself, beside what is being typed.
        await counselor.Page.GetByLabel("Your line").FillAsync("Stay there");
        await counselor.Page.GetByText("behind the gym").WaitForAsync();
        Assert.Equal("Stay there", await counselor.Page.GetByLabel("Your line").InputValueAsync());
        Assert.DoesNotContain("gym", counselor.Page.Url, StringComparison.Ordinal);
        await NoViolationsAsync(counselor.Page);
        await counselor.PressAsync("Send");
        await student.ReadAsync("Stay there");

        await student.PressAsync("Leave this chat");
        await student.ReadAsync($"You have left the chat with {Person}.");
        await counselor.Page.GetByText("This chat is over.").WaitForAsync();
        Assert.DoesNotContain("gym", await counselor.TextAsync(), StringComparison.Ordinal);
        await NoViolationsAsync(counselor.Page);
        Assert.DoesNotContain("gym", bot.Output, StringComparison.Ordinal);
    }

    private static async Task NoViolationsAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
    }
}
