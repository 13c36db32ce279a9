using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace SupportBot.BotFramework.Tests;

/// <summary>Overrides everything that Teams may call, and writes down what was called and with what.</summary>
internal sealed class TeamsHandler : TeamsActivityHandler
{
    public List<string> Called { get; } = [];

    public object Value { get; private set; }

    public IReadOnlyList<TeamsChannelAccount> People { get; private set; } = [];

    public TeamInfo Team { get; private set; }

    public ChannelInfo Channel { get; private set; }

    protected override Task OnTeamsMembersAddedAsync(IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Told("OnTeamsMembersAddedAsync", teamsMembersAdded, teamInfo);

    protected override Task OnTeamsMembersRemovedAsync(IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Told("OnTeamsMembersRemovedAsync", teamsMembersRemoved, teamInfo);

    protected override Task OnTeamsSigninVerifyStateAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => Done("OnTeamsSigninVerifyStateAsync");

    protected override Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => Answer("OnTeamsCardActionInvokeAsync", null, CreateInvokeResponse());

    protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) => Done("OnTeamsFileConsentAcceptAsync", fileConsentCardResponse);

    protected override Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) => Done("OnTeamsFileConsentDeclineAsync", fileConsentCardResponse);

    protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) => Answer("OnTeamsMessagingExtensionQueryAsync", query, new MessagingExtensionResponse());

    protected override Task<MessagingExtensionResponse> OnTeamsAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) => Answer("OnTeamsAppBasedLinkQueryAsync", query, new MessagingExtensionResponse());

    protected override Task<MessagingExtensionResponse> OnTeamsAnonymousAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) => Answer("OnTeamsAnonymousAppBasedLinkQueryAsync", query, new MessagingExtensionResponse());

    protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionSelectItemAsync(ITurnContext<IInvokeActivity> turnContext, object query, CancellationToken cancellationToken) => Answer("OnTeamsMessagingExtensionSelectItemAsync", query, new MessagingExtensionResponse());

    protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Answer("OnTeamsMessagingExtensionFetchTaskAsync", action, new MessagingExtensionActionResponse());

    protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Answer("OnTeamsMessagingExtensionSubmitActionAsync", action, new MessagingExtensionActionResponse());

    protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Answer("OnTeamsMessagingExtensionBotMessagePreviewEditAsync", action, new MessagingExtensionActionResponse());

    protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Answer("OnTeamsMessagingExtensionBotMessagePreviewSendAsync", action, new MessagingExtensionActionResponse());

    protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) => Answer("OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync", query, new MessagingExtensionResponse());

    protected override Task OnTeamsMessagingExtensionConfigurationSettingAsync(ITurnContext<IInvokeActivity> turnContext, object settings, CancellationToken cancellationToken) => Done("OnTeamsMessagingExtensionConfigurationSettingAsync", settings);

    protected override Task OnTeamsMessagingExtensionCardButtonClickedAsync(ITurnContext<IInvokeActivity> turnContext, object cardData, CancellationToken cancellationToken) => Done("OnTeamsMessagingExtensionCardButtonClickedAsync", cardData);

    protected override Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) => Answer("OnTeamsTaskModuleFetchAsync", taskModuleRequest, new TaskModuleResponse());

    protected override Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) => Answer("OnTeamsTaskModuleSubmitAsync", taskModuleRequest, new TaskModuleResponse());

    protected override Task<TabResponse> OnTeamsTabFetchAsync(ITurnContext<IInvokeActivity> turnContext, TabRequest tabRequest, CancellationToken cancellationToken) => Answer("OnTeamsTabFetchAsync", tabRequest, new TabResponse());

    protected override Task<TabResponse> OnTeamsTabSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TabSubmit tabSubmit, CancellationToken cancellationToken) => Answer("OnTeamsTabSubmitAsync", tabSubmit, new TabResponse());

    protected override Task OnTeamsChannelCreatedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsChannelCreatedAsync", channelInfo, teamInfo);

    protected override Task OnTeamsChannelDeletedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsChannelDeletedAsync", channelInfo, teamInfo);

    protected override Task OnTeamsChannelRenamedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsChannelRenamedAsync", channelInfo, teamInfo);

    protected override Task OnTeamsChannelRestoredAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsChannelRestoredAsync", channelInfo, teamInfo);

    protected override Task OnTeamsTeamArchivedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsTeamArchivedAsync", null, teamInfo);

    protected override Task OnTeamsTeamDeletedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsTeamDeletedAsync", null, teamInfo);

    protected override Task OnTeamsTeamHardDeletedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsTeamHardDeletedAsync", null, teamInfo);

    protected override Task OnTeamsTeamRenamedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsTeamRenamedAsync", null, teamInfo);

    protected override Task OnTeamsTeamRestoredAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsTeamRestoredAsync", null, teamInfo);

    protected override Task OnTeamsTeamUnarchivedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Heard("OnTeamsTeamUnarchivedAsync", null, teamInfo);

    protected override Task OnTeamsMessageEditAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Done("OnTeamsMessageEditAsync");

    protected override Task OnTeamsMessageUndeleteAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Done("OnTeamsMessageUndeleteAsync");

    protected override Task OnTeamsMessageSoftDeleteAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Done("OnTeamsMessageSoftDeleteAsync");

    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Done("OnInstallationUpdateAddAsync");

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Done("OnInstallationUpdateRemoveAsync");

    private Task Done(string method, object value = null)
    {
        Called.Add(method);
        Value = value;
        return Task.CompletedTask;
    }

    private Task<T> Answer<T>(string method, object value, T answer)
    {
        Done(method, value);
        return Task.FromResult(answer);
    }

    private Task Told(string method, IList<TeamsChannelAccount> people, TeamInfo team)
    {
        (People, Team) = ([.. people], team);
        return Done(method);
    }

    private Task Heard(string method, ChannelInfo channel, TeamInfo team)
    {
        (Channel, Team) = (channel, team);
        return Done(method);
    }
}
