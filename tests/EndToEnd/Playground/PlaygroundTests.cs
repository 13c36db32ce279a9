using Microsoft.Playwright;

namespace SupportBot.EndToEnd;

/// <summary>
/// Teams without Azure: Microsoft's own test client against the running bot. A nurse reports on behalf of a student, the counselor gets
/// the card. The test fetches a program that is not ours, so it runs only where somebody asked for it: SUPPORTBOT_PLAYGROUND=1.
/// </summary>
public sealed class PlaygroundTests(BotProcess bot, Browser browser) : IClassFixture<BotProcess>, IClassFixture<Browser>
{
    private const string Words = "A boy in grade nine is pushed at the lockers every day";

    private static readonly string[] Screening = ["in danger right now?", "talk about a weapon", "thinking of hurting themselves", "Did an adult do this?", "anything sexual?"];

    [Fact]
    public async Task A_nurse_reports_for_a_student_and_the_counselor_takes_the_case_from_the_card()
    {
        if (Environment.GetEnvironmentVariable("SUPPORTBOT_PLAYGROUND") is not "1")
            Assert.Skip("Fetches Microsoft's Agents Playground, which is for evaluation only: set SUPPORTBOT_PLAYGROUND=1 to run it.");
        await Playground.FetchAsync();
        await using var atMaya = await Playground.StartAsync("playground", bot.Address);
        await using var atKim = await Playground.StartAsync(Path.Combine("playground", "nurse"), bot.Address);
        var counselor = await PlaygroundPage.OpenAsync(browser, atMaya);
        await counselor.ReadAsync("not anonymous");
        var nurse = await PlaygroundPage.OpenAsync(browser, atKim);
        await nurse.ReadAsync("not anonymous");

        await ReportAsync(nurse);
        await nurse.PictureAsync("reported");

        var alert = counselor.Card("Standard alert");
        await alert.WaitForAsync();
        await counselor.PictureAsync("alert");
        var cards = await counselor.CountAsync();
        var told = await alert.InnerTextAsync();
        Assert.Contains("Riverbend High School", told, StringComparison.Ordinal);
        await PlaygroundPage.PressAsync(alert, "Acknowledge");

        var taken = counselor.Card("Worked by: Maya Okafor");
        await taken.WaitForAsync();
        await counselor.PictureAsync("taken");
        Assert.Equal(0, await taken.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).CountAsync());
        // The card that was there has changed; no second one was sent.
        Assert.Equal(0, await counselor.Card("Standard alert").CountAsync());
        Assert.Equal(cards, await counselor.CountAsync());
        Assert.DoesNotContain("lockers", await counselor.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("lockers", bot.Output, StringComparison.Ordinal);
    }

    private static async Task ReportAsync(PlaygroundPage nurse)
    {
        await PlaygroundPage.PressAsync(nurse.Card("Report bullying"), "Report bullying");
        await PlaygroundPage.PressAsync(nurse.Card("Shall we start?"), "I understand, start");
        foreach (var question in Screening) await PlaygroundPage.PressAsync(nurse.Card(question), "No");

        var kind = nurse.Card("What kind of thing was it?");
        await kind.WaitForAsync();
        await nurse.PictureAsync("kind");
        await kind.GetByText("Hitting, pushing or tripping").ClickAsync();
        await PlaygroundPage.PressAsync(kind, "Send");

        var form = nurse.Card("Now tell us what you know");
        await form.GetByLabel("Riverbend High School").CheckAsync();
        await form.GetByLabel("What happened?").FillAsync(Words);
        await form.GetByLabel("Another student").CheckAsync();
        await form.GetByLabel("I would rather not say").CheckAsync();
        await nurse.PictureAsync("form");
        await PlaygroundPage.PressAsync(form, "Send");

        // An answer may bring a further question to light: the same card then asks it.
        var rest = nurse.Card("These are still open");
        await rest.GetByLabel("Who is it?").FillAsync("Robin, grade nine");
        await PlaygroundPage.PressAsync(rest, "Send");
        await nurse.PictureAsync("summary");
        await PlaygroundPage.PressAsync(nurse.Card("Shall I send it?"), "Send it");
        await nurse.ReadAsync("Thank you. Telling takes courage.");
    }
}
