using Microsoft.Playwright;

namespace SupportBot.EndToEnd;

/// <summary>
/// Teams without Azure: Microsoft's own test client against the running bot. A nurse reports on behalf of a student, the counselor gets
/// the card. The test fetches a program that is not ours, so it runs only where somebody asked for it: SUPPORTBOT_PLAYGROUND=1.
/// </summary>
public sealed class PlaygroundTests(BotProcess bot, Browser browser) : IClassFixture<BotProcess>, IClassFixture<Browser>
{
    private const string Words = "A boy in grade nine is pushed at the lockers every day";

    // What is asked, in order, and what the nurse answers.
    private static readonly (string Asked, string Answer)[] Walk =
    [
        ("Shall we start?", "I understand, start"),
        ("in danger right now?", "No"),
        ("talk about a weapon", "No"),
        ("thinking of hurting themselves", "No"),
        ("Did an adult do this?", "No"),
        ("anything sexual?", "No"),
        ("Which school is it about?", "Riverbend High School"),
        ("What happened?", Words),
        ("When did it happen?", "skip"),
        ("Where did it happen?", "In the hallway"),
        ("Who was hurt or treated badly?", "Another student"),
        ("Who is it?", "Robin, grade nine"),
        ("Who did it?", "skip"),
        ("Did anyone see it", "skip"),
        ("Has it happened before?", "Yes, it has happened before"),
        ("about any of these?", "skip"),
        ("tell an adult at school before?", "skip"),
        ("Do you feel safe at school now?", "I would rather not say"),
        ("What would help make it better?", "skip"),
        ("Do you want to add pictures", "skip"),
        ("Shall I send it?", "Send it"),
    ];

    [Fact]
    public async Task A_nurse_reports_for_a_student_and_the_counselor_takes_the_case_from_the_card()
    {
        if (Environment.GetEnvironmentVariable("SUPPORTBOT_PLAYGROUND") is not "1")
            Assert.Skip("Fetches Microsoft's Agents Playground, which is for evaluation only: set SUPPORTBOT_PLAYGROUND=1 to run it.");
        await Playground.FetchAsync();
        await using var atMaya = await Playground.StartAsync("playground", bot.Address);
        await using var atKim = await Playground.StartAsync(Path.Combine("playground", "nurse"), bot.Address);
        var counselor = await PlaygroundPage.OpenAsync(browser, atMaya);
        await counselor.ReadAsync("What would you like to do?");
        var nurse = await PlaygroundPage.OpenAsync(browser, atKim);
        await nurse.ReadAsync("confidential, not anonymous");

        await ReportAsync(nurse);
        await nurse.PictureAsync("reported");

        var alert = counselor.Card("Standard alert");
        await alert.WaitForAsync();
        await counselor.PictureAsync("alert");
        var told = await alert.InnerTextAsync();
        Assert.Contains("Riverbend High School", told, StringComparison.Ordinal);
        await PlaygroundPage.PressAsync(alert, "Acknowledge");

        var taken = counselor.Card("Taken by: Maya Okafor");
        await taken.WaitForAsync();
        await counselor.PictureAsync("taken");
        Assert.Equal(0, await taken.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).CountAsync());
        // The card that was there has changed; no second one was sent.
        Assert.Equal(0, await counselor.Card("Standard alert").CountAsync());
        Assert.Equal(1, await counselor.CountAsync());
        Assert.DoesNotContain("lockers", await counselor.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("lockers", bot.Output, StringComparison.Ordinal);
    }

    private static async Task ReportAsync(PlaygroundPage nurse)
    {
        await nurse.SayAsync("Report bullying");
        foreach (var (asked, answer) in Walk)
        {
            await nurse.ReadAsync(asked);
            await nurse.SayAsync(answer);
        }

        await nurse.ReadAsync("Thank you. Telling takes courage.");
    }
}
