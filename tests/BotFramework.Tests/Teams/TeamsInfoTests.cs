using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace SupportBot.BotFramework.Tests;

/// <summary>What a bot asks of Teams, over HTTP.</summary>
public class TeamsInfoTests
{
    [Fact]
    public async Task A_team_is_asked_by_the_id_that_the_turn_names()
    {
        var (team, paths) = await AskAsync(turn => TeamsInfo.GetTeamDetailsAsync(turn), """{"id":"19:t","name":"Support","aadGroupId":"g-1"}""");
        Assert.Equal(("Support", "g-1"), (team.Name, team.AadGroupId));
        Assert.Equal(["GET /v3/teams/19%3At"], paths);
    }

    [Fact]
    public async Task The_channels_of_a_team_come_as_a_list()
    {
        var (channels, paths) = await AskAsync(turn => TeamsInfo.GetTeamChannelsAsync(turn, "19:other"), """{"conversations":[{"id":"19:other"},{"id":"19:c","name":"Counselors"}]}""");
        Assert.Equal([null, "Counselors"], channels.Select(c => c.Name));
        Assert.Equal(["GET /v3/teams/19%3Aother/conversations"], paths);
    }

    [Fact]
    public async Task Members_come_in_pages_with_what_Teams_knows_of_them()
    {
        var (page, paths) = await AskAsync(
            turn => TeamsInfo.GetPagedMembersAsync(turn, 50, "next"), """{"continuationToken":"more","members":[{"id":"29:ada","objectId":"a-1","givenName":"Ada","userRole":"user"}]}""");
        var ada = Assert.Single(page.Members);
        Assert.Equal(("more", "a-1", "Ada", "user"), (page.ContinuationToken, ada.AadObjectId, ada.GivenName, ada.UserRole));
        var path = Assert.Single(paths);
        Assert.StartsWith("GET /v3/conversations/19%3At/pagedmembers?", path);
        Assert.Contains("pageSize=50", path);
        Assert.Contains("continuationToken=next", path);
    }

    [Fact]
    public async Task In_a_team_a_member_is_one_of_the_team_and_elsewhere_one_of_the_chat()
    {
        const string Ada = """{"id":"29:ada","aadObjectId":"a-1"}""";
        Assert.Equal(["GET /v3/conversations/19%3At/members/29%3Aada"], (await AskAsync(turn => TeamsInfo.GetMemberAsync(turn, "29:ada"), Ada)).Paths);
        var (member, paths) = await AskAsync(turn => TeamsInfo.GetMemberAsync(turn, "29:ada"), Ada, team: null);
        Assert.Equal(["GET /v3/conversations/c1/members/29%3Aada"], paths);
        Assert.Equal("a-1", member.AadObjectId);
    }

    [Fact]
    public async Task A_team_that_nobody_named_is_not_asked_for() =>
        Assert.IsType<InvalidOperationException>((await AskAsync<Exception>(turn => Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetTeamDetailsAsync(turn)).ContinueWith(e => (Exception)e.Result, TaskScheduler.Default), "{}", team: null)).Answer);

    [Fact]
    public async Task Whoever_came_is_looked_up_before_the_bot_is_told()
    {
        var bot = new TeamsHandler();
        await using var host = await BotHost.StartAsync(new CloudAdapter(), bot.OnTurnAsync);
        host.Answer = _ => (200, """{"id":"29:ada","objectId":"a-1","email":"ada@district.example"}""", null);
        using var told = await host.PostRawAsync(Activity(host, "19:t", "\"type\":\"conversationUpdate\",\"membersAdded\":[{\"id\":\"29:ada\"}]"));
        var ada = Assert.Single(bot.People);
        Assert.Equal(("a-1", "ada@district.example", "19:t"), (ada.AadObjectId, ada.Email, bot.Team.Id));
    }

    [Fact]
    public async Task Whoever_is_gone_again_is_told_as_named()
    {
        var bot = new TeamsHandler();
        await using var host = await BotHost.StartAsync(new CloudAdapter(), bot.OnTurnAsync);
        host.Answer = _ => (404, """{"error":{"code":"ConversationNotFound"}}""", null);
        using var told = await host.PostRawAsync(Activity(host, "19:t", "\"type\":\"conversationUpdate\",\"membersAdded\":[{\"id\":\"29:ada\",\"name\":\"Ada\"}]"));
        Assert.Equal("Ada", Assert.Single(bot.People).Name);
    }

    private static async Task<(T Answer, List<string> Paths)> AskAsync<T>(Func<ITurnContext, Task<T>> ask, string answer, string team = "19:t")
    {
        T got = default;
        await using var host = await BotHost.StartAsync(new CloudAdapter(), async (turn, _) => got = await ask(turn));
        host.Answer = _ => (200, answer, null);
        using var response = await host.PostRawAsync(Activity(host, team, "\"type\":\"message\",\"text\":\"x\""));
        Assert.True(response.IsSuccessStatusCode, response.ToString());
        return (got, [.. host.Calls.Select(c => $"{c.Method} {c.Path}")]);
    }

    private static string Activity(BotHost host, string team, string members) =>
        $$"""{"id":"in-1","channelId":"msteams","serviceUrl":"{{host.ServiceUrl}}","from":{"id":"29:x"},"recipient":{"id":"28:bot"},"conversation":{"id":"c1"},{{(team is null ? "" : $"\"channelData\":{{\"team\":{{\"id\":\"{team}\"}}}},")}}{{members}}}""";
}
