using System.Text.Json.Nodes;
using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;

namespace SupportBot.Bot.Tests.StaffConsole;

/// <summary>The staff suicide protocol from one person and one channel to another, in the whole application: Teams, console, and back.</summary>
public sealed class SuicideStepsTests
{
    private const string Canary = "zebra-in-the-library", Principal = "thomas-lindqvist", Counselor = "maya-okafor";

    [Fact]
    public async Task Begun_in_Teams_it_goes_on_in_the_console_on_another_day_and_back_to_Teams_with_one_case_and_nothing_asked_twice()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var thomas = new Staff(bot, connector, Principal);
        await thomas.OpenChatAsync();
        await thomas.SayAsync("start suicide-protocol");
        await thomas.FillAsync(Question(connector, thomas), "Send", ("f.answer", "none"));
        await thomas.FillAsync(Question(connector, thomas), "Send", ("f.school", "riverbend-high"));
        Assert.Contains("Tell both of them yourself", thomas.Card.ToJsonString(), StringComparison.Ordinal);
        await thomas.PressAsync("Hand over");
        await thomas.SayAsync("Maya Okafor");
        var @case = await bot.OnlyCaseAsync();

        // Another day, another process, another channel.
        await bot.RestartAsync();
        bot.Clock.Advance(TimeSpan.FromHours(20));
        using var maya = await Desk.SitDownAsync(await bot.StartAsync(), Counselor);
        Assert.Contains($"Case {@case.Number}, Riverbend High School. From Thomas Lindqvist", maya.Text, StringComparison.Ordinal);
        await maya.PressAsync("Go on with it");
        Assert.Contains($"You go on with the steps of case {@case.Number}, which Thomas Lindqvist began", maya.Said, StringComparison.Ordinal);
        Assert.Contains("Tell both of them yourself", maya.Now, StringComparison.Ordinal);
        await maya.PressAsync("Done");
        await maya.PressAsync("Send and go on", ("f-with", "me"));
        Assert.Contains("listen, and say little", maya.Said, StringComparison.Ordinal);
        await maya.PressAsync("Send and go on", ("w-student", $"{Canary}, grade 9"), ("f-trigger", "talk"), ("w-seen", "in the library"));
        Assert.Contains("A few quick questions for the team", maya.Now, StringComparison.Ordinal);

        await maya.PressAsync("Hand over to …");
        Assert.Contains("Who goes on with these steps?", maya.Said, StringComparison.Ordinal);
        await maya.PressAsync("Thomas Lindqvist");
        Assert.Contains($"I gave the steps of case {@case.Number} to: Thomas Lindqvist", maya.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("You are in the middle of", (await maya.GoAsync("/console/steps")).Text, StringComparison.Ordinal);

        await thomas.SayAsync("my steps");
        Assert.Contains($"{@case.Number}: A student may be at risk, from Maya Okafor", connector.Texts(thomas.Conversation), StringComparison.Ordinal);
        await thomas.SayAsync($"go on with {@case.Number}");
        var form = Question(connector, thomas);
        var card = form.ToJsonString();
        Assert.Contains("Has there been a screening", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Who is the student", card, StringComparison.Ordinal);
        await thomas.FillAsync(form, "Send", ("f.before", "never"), ("f.place", "school"));
        await thomas.SayAsync("done");
        Assert.Contains("you stayed and you told", connector.Texts(thomas.Conversation), StringComparison.Ordinal);

        // The same case, worked as if it had been one chat.
        @case = await bot.OnlyCaseAsync();
        var timeline = await bot.TimelineAsync(@case);
        Assert.Equal([(Actor.Staff(Principal), Counselor), (Actor.Staff(Counselor), Principal)], timeline.Where(a => a.Action == AuditAction.StepsHandedOver).Select(a => (a.Actor, a.Subject)));
        Assert.Equal([Actor.Staff(Counselor), Actor.Staff(Principal)], timeline.Where(a => a.Action == AuditAction.StepsTaken).Select(a => a.Actor));
        Assert.Contains(@case.Tasks, t => t.PlanId == "stay-with");
        await maya.GoAsync($"/console/cases/{@case.Number}");
        await maya.PressAsync("Open the report");
        Assert.Single(maya.Page.QuerySelectorAll(".words"), w => w.TextContent.Contains(Canary, StringComparison.Ordinal));
        Assert.All(bot.Logged.Written, l => Assert.DoesNotContain(Canary, l, StringComparison.Ordinal));
        foreach (var file in bot.Files()) Assert.DoesNotContain(Canary, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_open_in_their_own_Teams_chat_is_brought_to_the_console_and_leaves_the_chat()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, Counselor);
        await maya.OpenChatAsync();
        await maya.SayAsync("start suicide-protocol");
        using var desk = await Desk.SitDownAsync(await bot.StartAsync(), Counselor);
        Assert.Contains("It can be brought here once it has opened a case.", desk.Text, StringComparison.Ordinal);
        await maya.FillAsync(Question(connector, maya), "Send", ("f.answer", "none"));
        await maya.FillAsync(Question(connector, maya), "Send", ("f.school", "riverbend-high"));
        var old = Question(connector, maya);
        Assert.Contains("Tell both of them yourself", old.ToJsonString(), StringComparison.Ordinal);
        await desk.GoAsync("/console/steps");
        var page = desk.Page;
        await desk.PressAsync("Go on here");
        Assert.Contains("Tell both of them yourself", desk.Now, StringComparison.Ordinal);
        await desk.PressAsync(page, "Go on here");
        Assert.Contains("I have that already", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Tell both of them yourself", desk.Now, StringComparison.Ordinal);

        // What is pressed on the card that stays in the chat does nothing any more.
        await maya.PressAsync(old, "Done");
        Assert.Contains("Tell both of them yourself", (await desk.GoAsync("/console/steps/at/1")).Now, StringComparison.Ordinal);
        var @case = await bot.OnlyCaseAsync();
        Assert.Equal(Counselor, Assert.Single(@case.Steps).Taken?.PersonId);
        Assert.DoesNotContain(bot.Told.Sent, s => s.Notice.Kind == NoticeKind.StepsWait);
        await bot.WorkAsync();
        Assert.Contains($"The steps of case {@case.Number} are kept for you", connector.Texts(maya.Conversation), StringComparison.Ordinal);

        // And back: kept for later, and taken in the chat.
        await desk.PressAsync("Hand over");
        await desk.PressAsync("Myself: later, or in another place");
        Assert.Contains($"The steps of case {@case.Number} are kept for you", desk.Said, StringComparison.Ordinal);
        await maya.SayAsync($"go on with {@case.Number}");
        Assert.Contains("Tell both of them yourself", Question(connector, maya).ToJsonString(), StringComparison.Ordinal);
        await maya.SayAsync("done");
        Assert.Contains("Who is with the student now?", Question(connector, maya).ToJsonString(), StringComparison.Ordinal);
    }

    // Alerts arrive in the same chat meanwhile, so the newest card need not be the question.
    private static JsonNode Question(FakeConnector connector, Staff person) =>
        connector.Cards(person.Conversation).Last(c => c.ToJsonString().Contains("protocol.answer", StringComparison.Ordinal));
}
