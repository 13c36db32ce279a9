using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using SupportBot.Wire;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams about the team or conversation of a turn. A refusal is an <see cref="ErrorResponseException"/>.</summary>
public static class TeamsInfo
{
    private const string NotInATeam = "This turn is not in a team, and no team was named.";

    /// <exception cref="InvalidOperationException">No team is named and the turn is not in one.</exception>
    public static Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default) =>
        Teams(turnContext).FetchTeamDetailsAsync(Team(turnContext, teamId), cancellationToken);

    /// <exception cref="InvalidOperationException">No team is named and the turn is not in one.</exception>
    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
    {
        var channels = await Teams(turnContext).FetchChannelListAsync(Team(turnContext, teamId), cancellationToken).ConfigureAwait(false);
        return channels?.Conversations;
    }

    /// <exception cref="InvalidOperationException">No team is named and the turn is not in one.</exception>
    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(
        ITurnContext turnContext, string teamId = null, string continuationToken = null, int? pageSize = null, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, Team(turnContext, teamId), continuationToken, pageSize, cancellationToken);

    /// <summary>Members of the team if the turn is in one, else of the conversation.</summary>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = null, string continuationToken = null, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, Roster(turnContext), continuationToken, pageSize, cancellationToken);

    /// <exception cref="InvalidOperationException">No team is named and the turn is not in one.</exception>
    public static Task<TeamsChannelAccount> GetTeamMemberAsync(ITurnContext turnContext, string userId, string teamId = null, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, Team(turnContext, teamId), cancellationToken);

    /// <summary>A member of the team if the turn is in one, else of the conversation.</summary>
    /// <param name="userId">The channel's id of the person, or the object id of the account.</param>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, Roster(turnContext), cancellationToken);

    /// <summary>Starts a thread in a channel.</summary>
    /// <returns>The thread, in which the bot may go on, and the id of its first message.</returns>
    public static async Task<Tuple<ConversationReference, string>> SendMessageToTeamsChannelAsync(
        ITurnContext turnContext, IActivity activity, string teamsChannelId, string botAppId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentException.ThrowIfNullOrEmpty(teamsChannelId);

        var parameters = new ConversationParameters(
            isGroup: true, activity: (Activity)activity, channelData: new TeamsChannelData { Channel = new ChannelInfo(teamsChannelId) });
        ConversationReference thread = null;
        string first = null;
        await turnContext.Adapter.CreateConversationAsync(
            botAppId,
            Channels.Msteams,
            turnContext.Activity.ServiceUrl,
            turnContext.TurnState.Get<string>(BotAdapter.OAuthScopeKey),
            parameters,
            (opened, _) =>
            {
                thread = opened.Activity.GetConversationReference();
                first = opened.Activity.Id;
                return Task.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
        return Tuple.Create(thread, first);
    }

    private static async Task<TeamsPagedMembersResult> PageAsync(ITurnContext turnContext, string roster, string continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        var page = await Connector(turnContext).Conversations.GetConversationPagedMembersAsync(roster, pageSize, continuationToken, cancellationToken).ConfigureAwait(false);
        return page is null ? null : new TeamsPagedMembersResult(page.ContinuationToken, page.Members);
    }

    private static async Task<TeamsChannelAccount> MemberAsync(ITurnContext turnContext, string userId, string roster, CancellationToken cancellationToken)
    {
        var conversations = Connector(turnContext).Conversations as Conversations ?? throw Unable();
        return TeamsAccount.From(await conversations.GetConversationMemberAsync(userId, roster, cancellationToken).ConfigureAwait(false));
    }

    private static string Team(ITurnContext turnContext, string teamId)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id ?? throw new InvalidOperationException(NotInATeam);
    }

    private static string Roster(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.TeamsGetTeamInfo()?.Id is { Length: > 0 } team
            ? team
            : turnContext.Activity.Conversation?.Id ?? throw new InvalidOperationException("The turn has no conversation.");
    }

    private static ITeamsOperations Teams(ITurnContext turnContext) => (Connector(turnContext) as ITeamsConnectorClient)?.Teams ?? throw Unable();

    private static IConnectorClient Connector(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<IConnectorClient>() ?? throw new InvalidOperationException("The turn has no connector.");
    }

    private static InvalidOperationException Unable() => new("The turn's connector cannot ask Teams.");
}
