using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Bot.Channels.Graph;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Graph.Tests;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>Graph off, wrongly set up, and what it does beside sending: installing the app, and who is there.</summary>
public sealed class GraphSetUpTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Without_a_setting_Graph_is_off_and_the_page_of_reach_says_what_the_district_goes_without()
    {
        await using var bot = await RealBot.BuildAsync();
        Assert.DoesNotContain(bot.App.Services.GetServices<IAlertChannel>(), c => c.Name is ServiceNames.Feed or ServiceNames.Mail);
        Assert.Contains("Mail", bot.Get<ReachBoard>().NotSetUp);
        Assert.Empty(bot.Get<ReachBoard>().ServiceNews);
    }

    [Theory]
    [InlineData("Graph:Endpoint", "https://graph.example/v1.0", "Graph:Endpoint")]
    [InlineData("Graph:MailFrom", "support", "Graph:MailFrom")]
    [InlineData("Graph:Enabled", "perhaps", "section Graph")]
    [InlineData("Graph:Presence", "true", "MicrosoftAppId")]
    public async Task A_wrong_setting_keeps_the_process_from_starting_and_is_named(string key, string value, string named)
    {
        (string Key, string Value)[] settings = key == "Graph:Enabled" ? [(key, value)] : [("Graph:Enabled", "true"), (key, value)];
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        Assert.Contains(named, GraphRegistration.Fault(builder.Configuration, builder.Environment, builder.Services), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => RealBot.BuildAsync("Development", settings));
    }

    [Fact]
    public async Task Whoever_lost_the_app_gets_it_installed_and_then_the_card_and_not_again_the_same_day()
    {
        await using var world = await GraphWorld.BuildAsync();
        world.Connector.Faults.Enqueue((403, "BotNotInConversationRoster"));
        await new Student(world.Bot).ReportAsync();
        await world.Bot.WorkAsync();
        Assert.Equal(["a1:maya-okafor:teams:app-installed"], await world.AttemptsAsync(AuditAction.AlertFailed));
        await world.Bot.WorkAfterAsync(TimeSpan.FromSeconds(3));
        Assert.Contains("a1:maya-okafor:teams", await world.AttemptsAsync(AuditAction.AlertSent));

        world.Connector.Faults.Enqueue((403, "BotNotInConversationRoster"));
        await new Student(world.Bot).ReportAsync();
        await world.Bot.WorkAsync();
        Assert.Single(world.Graph.Of("installedApps"));
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task Whoever_has_blocked_the_bot_gets_nothing_installed_and_a_refused_installation_leaves_them_unreachable()
    {
        await using var world = await GraphWorld.BuildAsync();
        world.Graph.On("installedApps", GraphReply.Error(403, "Forbidden"));
        world.Connector.Faults.Enqueue((403, "MessageWritesBlocked"));
        await new Student(world.Bot).ReportAsync();
        await world.Bot.WorkAsync();
        Assert.Empty(world.Graph.Of("installedApps"));

        await new Teams.Staff(world.Bot, world.Connector, GraphWorld.Counselor).OpenChatAsync();
        world.Connector.Faults.Enqueue((403, "BotNotInConversationRoster"));
        await new Student(world.Bot).ReportAsync();
        await world.Bot.WorkAsync();
        Assert.Single(world.Graph.Of("installedApps"));
        Assert.Contains(await world.Bot.Get<Storage.Contacts>().UnreachedAsync(Never), u => u is { Channel: "teams", Code: "BotNotInConversationRoster" });
    }

    [Fact]
    public async Task Whoever_Teams_shows_as_away_is_not_there_for_a_talk_and_with_Graph_down_everybody_is()
    {
        await using var world = await GraphWorld.BuildAsync();
        var presence = world.Bot.Get<IDutyPresence>();
        world.Graph.Next("getPresences", GraphReply.Error(500, "down"), GraphReply.Ok(new JsonObject
        {
            ["value"] = new JsonArray(new JsonObject { ["id"] = "11111111-0000-0000-0000-000000000001", ["availability"] = "Offline" }),
        }.ToJsonString()));
        string[] people = [PersonOf(world, "11111111-0000-0000-0000-000000000001"), PersonOf(world, "11111111-0000-0000-0000-000000000002")];
        Assert.Equal(people, await presence.AvailableAsync(people, Never));
        Assert.Equal(people[1..], await presence.AvailableAsync(people, Never));
        GraphContract.Check(world.Graph);
    }

    private static string PersonOf(GraphWorld world, string account) => world.Bot.Get<SupportBot.Directory.District>().People.Single(p => p.EntraId == account).Id;
}
