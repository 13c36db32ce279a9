using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using SupportBot.Wire;

namespace SupportBot.BotFramework.Tests;

/// <summary>What Teams sends comes out as it went in, members that nobody here knows included.</summary>
public class TeamsSchemaTests
{
    [Theory]
    [InlineData(typeof(TeamsChannelData), """{"channel":{"id":"19:c","name":"C","new":1},"eventType":"channelRenamed","team":{"id":"19:t","aadGroupId":"g","new":[2]},"notification":{"alert":true,"new":"x"},"tenant":{"id":"t","new":{}},"meeting":{"id":"m"},"settings":{"selectedChannel":{"id":"19:c"}},"new":{"a":1}}""")]
    [InlineData(typeof(TeamsChannelAccount), """{"id":"29:ada","name":"Ada","aadObjectId":"a-1","givenName":"Ada","surname":"L","email":"ada@district.example","userPrincipalName":"ada@district.example","userRole":"user","tenantId":"t","new":true}""")]
    [InlineData(typeof(MessagingExtensionQuery), """{"commandId":"find","parameters":[{"name":"words","value":"grief","new":1}],"queryOptions":{"skip":1,"count":2,"new":3},"state":"s","new":4}""")]
    [InlineData(typeof(MessagingExtensionAction), """{"data":{"a":1},"context":{"theme":"dark","new":1},"commandId":"share","commandContext":"compose","botMessagePreviewAction":"edit","messagePayload":{"id":"5","body":{"contentType":"html","content":"x","new":1},"new":2},"state":"s","new":3}""")]
    [InlineData(typeof(TaskModuleRequest), """{"data":{"a":1},"context":{"theme":"dark"},"tabContext":{"tabEntityId":"console"},"new":3}""")]
    [InlineData(typeof(TaskModuleResponse), """{"task":{"type":"continue","value":{"title":"T","height":"medium","width":400,"card":{"contentType":"c","content":{"a":1}},"new":1}},"cacheInfo":{"cacheType":"c","cacheDuration":1},"new":2}""")]
    [InlineData(typeof(TaskModuleResponse), """{"task":{"type":"message","value":"done","new":1}}""")]
    [InlineData(typeof(TaskModuleResponse), """{"task":{"type":"somethingNew","value":{"a":1}}}""")]
    [InlineData(typeof(MessagingExtensionResponse), """{"composeExtension":{"attachmentLayout":"list","type":"result","attachments":[{"contentType":"c","content":{"a":1},"preview":{"contentType":"p"}}],"text":"t","new":1},"new":2}""")]
    [InlineData(typeof(MessagingExtensionActionResponse), """{"task":{"type":"message","value":"done"},"new":1}""")]
    [InlineData(typeof(FileConsentCardResponse), """{"action":"accept","context":{"a":1},"uploadInfo":{"name":"n","uploadUrl":"https://x.example","new":1},"new":2}""")]
    [InlineData(typeof(TabRequest), """{"tabContext":{"tabEntityId":"console"},"context":{"theme":"dark"},"state":"s","new":1}""")]
    [InlineData(typeof(TeamDetails), """{"id":"19:t","name":"T","aadGroupId":"g","channelCount":3,"memberCount":9,"new":1}""")]
    public void What_goes_in_comes_out_with_members_that_nobody_knows(Type type, string json)
    {
        var options = ActivityJson.Options;
        var read = JsonSerializer.Deserialize(json, type, options);
        var written = JsonNode.Parse(JsonSerializer.Serialize(read, type, options));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), written), written!.ToJsonString());
    }

    [Fact]
    public void A_dialog_is_read_as_the_kind_that_its_type_names()
    {
        TaskModuleResponseBase Read(string json) => JsonSerializer.Deserialize<TaskModuleResponse>(json, ActivityJson.Options)!.Task;
        Assert.Equal("T", Assert.IsType<TaskModuleContinueResponse>(Read("""{"task":{"type":"continue","value":{"title":"T"}}}""")).Value.Title);
        Assert.Equal("done", Assert.IsType<TaskModuleMessageResponse>(Read("""{"task":{"type":"message","value":"done"}}""")).Value);
        Assert.IsType<TaskModuleCardResponse>(Read("""{"task":{"type":"continue","value":{"tab":{"type":"continue"}}}}"""));
    }

    [Fact]
    public void A_message_can_ask_for_the_activity_feed_and_keeps_what_it_said()
    {
        var activity = new Activity { ChannelData = JsonDocument.Parse("""{"tenant":{"id":"t"},"new":1}""").RootElement };
        activity.TeamsNotifyUser();
        var sent = JsonNode.Parse(ActivityJson.Write(activity))!["channelData"]!;
        Assert.Equal((true, "t", 1), ((bool)sent["notification"]!["alert"]!, (string)sent["tenant"]!["id"]!, (int)sent["new"]!));
    }

    [Fact]
    public void What_Teams_says_in_channel_data_is_found()
    {
        var activity = new Activity { ChannelData = JsonDocument.Parse("""{"channel":{"id":"19:c"},"team":{"id":"19:t"},"meeting":{"id":"m"},"settings":{"selectedChannel":{"id":"19:s"}}}""").RootElement };
        Assert.Equal(("19:c", "19:t", "m", "19:s"), (activity.TeamsGetChannelId(), activity.TeamsGetTeamInfo().Id, activity.TeamsGetMeetingInfo().Id, activity.TeamsGetSelectedChannelId()));
        Assert.Null(new Activity().TeamsGetTeamInfo());
    }
}
