using System.Text.Json;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests;

/// <summary>What Teams tells of teams, channels, messages, people and installations reaches the method for it.</summary>
public class TeamsUpdateTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly TeamsHandler _bot = new();

    [Theory]
    [InlineData("channelCreated", "OnTeamsChannelCreatedAsync"), InlineData("channelDeleted", "OnTeamsChannelDeletedAsync")]
    [InlineData("channelRenamed", "OnTeamsChannelRenamedAsync"), InlineData("channelRestored", "OnTeamsChannelRestoredAsync")]
    public async Task What_happens_to_a_channel_comes_with_the_channel_and_its_team(string what, string method)
    {
        await TellAsync(ActivityTypes.ConversationUpdate, $$$"""{"eventType":"{{{what}}}","channel":{"id":"19:c","name":"Counselors"},"team":{"id":"19:t","name":"Support"}}""");
        Assert.Equal([method], _bot.Called);
        Assert.Equal(("19:c", "Counselors", "19:t"), (_bot.Channel.Id, _bot.Channel.Name, _bot.Team.Id));
    }

    [Theory]
    [InlineData("teamArchived", "OnTeamsTeamArchivedAsync"), InlineData("teamDeleted", "OnTeamsTeamDeletedAsync"), InlineData("teamHardDeleted", "OnTeamsTeamHardDeletedAsync")]
    [InlineData("teamRenamed", "OnTeamsTeamRenamedAsync"), InlineData("teamRestored", "OnTeamsTeamRestoredAsync"), InlineData("teamUnarchived", "OnTeamsTeamUnarchivedAsync")]
    public async Task What_happens_to_a_team_comes_with_the_team(string what, string method)
    {
        await TellAsync(ActivityTypes.ConversationUpdate, $$$"""{"eventType":"{{{what}}}","team":{"id":"19:t","name":"Support"}}""");
        Assert.Equal([method], _bot.Called);
        Assert.Equal("Support", _bot.Team.Name);
    }

    [Theory]
    [InlineData(ActivityTypes.MessageUpdate, "editMessage", "OnTeamsMessageEditAsync"), InlineData(ActivityTypes.MessageUpdate, "undeleteMessage", "OnTeamsMessageUndeleteAsync")]
    [InlineData(ActivityTypes.MessageDelete, "softDeleteMessage", "OnTeamsMessageSoftDeleteAsync")]
    public async Task What_happens_to_a_message_reaches_its_method(string type, string what, string method)
    {
        await TellAsync(type, $$"""{"eventType":"{{what}}"}""");
        Assert.Equal([method], _bot.Called);
    }

    [Theory]
    [InlineData(ActivityTypes.MessageUpdate, "softDeleteMessage"), InlineData(ActivityTypes.MessageDelete, "editMessage"), InlineData(ActivityTypes.ConversationUpdate, "somethingNew"), InlineData(ActivityTypes.ConversationUpdate, null)]
    public async Task What_is_not_known_is_passed_over(string type, string what)
    {
        await TellAsync(type, JsonSerializer.Serialize(new { eventType = what }));
        Assert.Empty(_bot.Called);
    }

    [Theory]
    [InlineData(ActivityTypes.ConversationUpdate, "channelCreated"), InlineData(ActivityTypes.MessageUpdate, "editMessage"), InlineData(ActivityTypes.MessageDelete, "softDeleteMessage")]
    public async Task Another_channel_does_not_speak_for_Teams(string type, string what)
    {
        await TellAsync(type, $$"""{"eventType":"{{what}}"}""", channel: "test");
        Assert.Empty(_bot.Called);
    }

    [Theory]
    [InlineData("add", "OnInstallationUpdateAddAsync"), InlineData("remove", "OnInstallationUpdateRemoveAsync")]
    public async Task An_installation_reaches_its_method(string action, string method)
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.InstallationUpdate);
        (activity.ChannelId, activity.Action) = ("msteams", action);
        await _bot.OnTurnAsync(_adapter.Turn(activity));
        Assert.Equal([method], _bot.Called);
    }

    [Fact]
    public async Task People_of_whom_everything_was_told_are_not_looked_up()
    {
        await PeopleAsync("""{"type":"conversationUpdate","membersAdded":[{"id":"29:ada","name":"Ada","aadObjectId":"a-1","givenName":"Ada","email":"ada@district.example"}]}""");
        var ada = Assert.Single(_bot.People);
        Assert.Equal(["OnTeamsMembersAddedAsync"], _bot.Called);
        Assert.Equal(("a-1", "Ada", "ada@district.example"), (ada.AadObjectId, ada.GivenName, ada.Email));
    }

    [Fact]
    public async Task The_bot_itself_is_told_and_not_looked_up()
    {
        await PeopleAsync("""{"type":"conversationUpdate","membersAdded":[{"id":"bot"}],"channelData":{"team":{"id":"19:t"}}}""");
        Assert.Equal(("bot", "19:t"), (Assert.Single(_bot.People).Id, _bot.Team.Id));
    }

    [Fact]
    public async Task People_who_went_are_told_as_they_were_named()
    {
        await PeopleAsync("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:ada"},{"id":"29:bob","userPrincipalName":"bob@district.example"}]}""");
        Assert.Equal(["29:ada", "29:bob"], _bot.People.Select(p => p.Id));
        Assert.Equal(["OnTeamsMembersRemovedAsync"], _bot.Called);
        Assert.Equal("bob@district.example", _bot.People[1].UserPrincipalName);
    }

    [Fact]
    public async Task Channel_data_of_another_shape_harms_nothing()
    {
        foreach (var data in new[] { "\"text\"", "[1]", "7", """{"team":"x"}""", """{"eventType":7}""" }) await TellAsync(ActivityTypes.ConversationUpdate, data);
        Assert.Empty(_bot.Called);
    }

    private Task TellAsync(string type, string channelData, string channel = "msteams")
    {
        var activity = RecordingAdapter.Incoming(type);
        (activity.ChannelId, activity.ChannelData) = (channel, JsonDocument.Parse(channelData).RootElement);
        return _bot.OnTurnAsync(_adapter.Turn(activity));
    }

    private Task PeopleAsync(string json)
    {
        var activity = SupportBot.Wire.ActivityJson.Read(System.Text.Encoding.UTF8.GetBytes(json));
        (activity.ChannelId, activity.Recipient, activity.Conversation) = ("msteams", new ChannelAccount("bot"), new ConversationAccount(id: "c1"));
        return _bot.OnTurnAsync(_adapter.Turn(activity));
    }
}
