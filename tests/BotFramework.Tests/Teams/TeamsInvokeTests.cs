using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using SupportBot.Wire;

namespace SupportBot.BotFramework.Tests;

/// <summary>Each invoke of Teams reaches the method of its name; what nobody handles is answered 501, and a value of another shape 400.</summary>
public class TeamsInvokeTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly TeamsHandler _bot = new();

    public static TheoryData<string, string, string> Invokes { get; } = new()
    {
        { null, """{"x":1}""", "OnTeamsCardActionInvokeAsync" },
        { "fileConsent/invoke", """{"action":"accept"}""", "OnTeamsFileConsentAcceptAsync" },
        { "fileConsent/invoke", """{"action":"decline"}""", "OnTeamsFileConsentDeclineAsync" },
        { "composeExtension/query", """{"commandId":"find"}""", "OnTeamsMessagingExtensionQueryAsync" },
        { "composeExtension/queryLink", """{"url":"https://district.example/r/1"}""", "OnTeamsAppBasedLinkQueryAsync" },
        { "composeExtension/anonymousQueryLink", """{"url":"https://district.example/r/1"}""", "OnTeamsAnonymousAppBasedLinkQueryAsync" },
        { "composeExtension/selectItem", """{"id":7}""", "OnTeamsMessagingExtensionSelectItemAsync" },
        { "composeExtension/submitAction", """{"commandId":"share"}""", "OnTeamsMessagingExtensionSubmitActionAsync" },
        { "composeExtension/submitAction", """{"botMessagePreviewAction":"edit"}""", "OnTeamsMessagingExtensionBotMessagePreviewEditAsync" },
        { "composeExtension/submitAction", """{"botMessagePreviewAction":"send"}""", "OnTeamsMessagingExtensionBotMessagePreviewSendAsync" },
        { "composeExtension/fetchTask", """{"commandId":"share"}""", "OnTeamsMessagingExtensionFetchTaskAsync" },
        { "composeExtension/querySettingUrl", """{"commandId":"set"}""", "OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync" },
        { "composeExtension/setting", """{"state":"x"}""", "OnTeamsMessagingExtensionConfigurationSettingAsync" },
        { "composeExtension/onCardButtonClicked", """{"x":1}""", "OnTeamsMessagingExtensionCardButtonClickedAsync" },
        { "task/fetch", """{"data":{"form":"x"}}""", "OnTeamsTaskModuleFetchAsync" },
        { "task/submit", """{"data":{"form":"x"}}""", "OnTeamsTaskModuleSubmitAsync" },
        { "tab/fetch", """{"state":"x"}""", "OnTeamsTabFetchAsync" },
        { "tab/submit", """{"state":"x"}""", "OnTeamsTabSubmitAsync" },
        { "signin/verifyState", """{"state":"x"}""", "OnTeamsSigninVerifyStateAsync" },
    };

    [Theory]
    [MemberData(nameof(Invokes))]
    public async Task Each_invoke_reaches_its_method_and_is_answered(string name, string value, string method)
    {
        var answer = await InvokeAsync(name, value, _bot);
        Assert.Equal([method], _bot.Called);
        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [MemberData(nameof(Invokes))]
    public async Task What_no_bot_handles_is_not_implemented(string name, string value, string method)
    {
        Assert.NotEmpty(method);
        Assert.Equal(501, (await InvokeAsync(name, value, new TeamsActivityHandler())).Status);
    }

    [Theory]
    [InlineData("something/else"), InlineData("composeExtension/"), InlineData("Task/Fetch"), InlineData("")]
    public async Task A_name_that_nobody_knows_is_not_implemented(string name)
    {
        Assert.Equal(501, (await InvokeAsync(name, "{}", _bot)).Status);
        Assert.Empty(_bot.Called);
    }

    [Fact]
    public async Task Without_a_name_another_channel_is_not_taken_for_Teams()
    {
        Assert.Equal(501, (await InvokeAsync(null, "{}", _bot, "test")).Status);
        Assert.Empty(_bot.Called);
    }

    [Theory]
    [InlineData("fileConsent/invoke", null), InlineData("fileConsent/invoke", "[]"), InlineData("fileConsent/invoke", """{"action":"perhaps"}""")]
    [InlineData("composeExtension/query", "\"text\""), InlineData("composeExtension/query", """{"parameters":"none"}""")]
    [InlineData("composeExtension/selectItem", "7"), InlineData("composeExtension/setting", null), InlineData("composeExtension/onCardButtonClicked", "[]")]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"burn"}""")]
    [InlineData("task/fetch", null), InlineData("task/submit", "[1]"), InlineData("tab/fetch", "true")]
    public async Task A_value_of_another_shape_is_a_bad_request(string name, string value)
    {
        Assert.Equal(400, (await InvokeAsync(name, value, _bot)).Status);
        Assert.Empty(_bot.Called);
    }

    [Fact]
    public async Task A_query_comes_with_its_command_its_words_and_its_page()
    {
        await InvokeAsync("composeExtension/query", """{"commandId":"find","parameters":[{"name":"words","value":"grief"}],"queryOptions":{"skip":25,"count":25}}""", _bot);
        var query = Assert.IsType<MessagingExtensionQuery>(_bot.Value);
        Assert.Equal(("find", "words", 25), (query.CommandId, query.Parameters[0].Name, query.QueryOptions.Skip));
        Assert.Equal("grief", query.Parameters[0].Value.ToString());
    }

    [Fact]
    public async Task A_form_comes_with_what_was_filled_in()
    {
        await InvokeAsync("task/submit", """{"data":{"f.what":"pushed"},"context":{"theme":"dark"},"tabContext":{"tabEntityId":"console"}}""", _bot);
        var form = Assert.IsType<TaskModuleRequest>(_bot.Value);
        Assert.Equal(("pushed", "dark", "console"), (JsonValue.Text(form.Data, "f.what"), form.Context.Theme, form.TabEntityContext.TabEntityId));
    }

    [Fact]
    public async Task A_result_that_was_picked_comes_as_it_was_sent()
    {
        await InvokeAsync("composeExtension/selectItem", """{"id":"youthline"}""", _bot);
        Assert.Equal("youthline", JsonValue.Text(_bot.Value, "id"));
    }

    private async Task<InvokeResponse> InvokeAsync(string name, string value, ActivityHandler bot, string channel = "msteams")
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.Invoke);
        (activity.ChannelId, activity.Name) = (channel, name);
        activity.Value = value is null ? null : JsonDocument.Parse(value).RootElement;
        await bot.OnTurnAsync(_adapter.Turn(activity));
        return Assert.IsType<InvokeResponse>(Assert.Single(_adapter.Sent).Value);
    }
}
