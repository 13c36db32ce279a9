using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SupportBot.Connector;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>Who the bot is on Teams, and its calls to the connector for turns that nobody's message started.</summary>
/// <param name="appId">Empty in Development without a registration.</param>
public sealed class TeamsConnector(IUnretriedConnectors connectors, TeamsOptions options, string appId)
{
    public bool IsRegistered => appId.Length > 0;

    /// <summary>True where somebody who was never seen can be written to first.</summary>
    public bool CanOpenChats => IsRegistered && options.TenantId.Length > 0;

    /// <returns>The id of the message.</returns>
    public async Task<string> SendAsync(TeamsAddress to, Activity activity, CancellationToken cancel)
    {
        using var connector = connectors.CreateUnretriedConnector(to.ServiceUrl);
        activity.ChannelId = Microsoft.Bot.Connector.Channels.Msteams;
        activity.ServiceUrl = to.ServiceUrl;
        activity.Conversation = new ConversationAccount(id: to.ConversationId, tenantId: to.TenantId);
        activity.From = new ChannelAccount(to.BotId);
        activity.Recipient = new ChannelAccount(to.UserId);
        return (await connector.Conversations.SendToConversationAsync(to.ConversationId, activity, cancel))?.Id ?? "";
    }

    public async Task UpdateAsync(TeamsAddress at, string activityId, Activity activity, CancellationToken cancel)
    {
        using var connector = connectors.CreateUnretriedConnector(at.ServiceUrl);
        activity.Id = activityId;
        activity.ChannelId = Microsoft.Bot.Connector.Channels.Msteams;
        activity.ServiceUrl = at.ServiceUrl;
        activity.Conversation = new ConversationAccount(id: at.ConversationId, tenantId: at.TenantId);
        activity.From = new ChannelAccount(at.BotId);
        await connector.Conversations.UpdateActivityAsync(at.ConversationId, activityId, activity, cancel);
    }

    /// <summary>Opens the personal chat with somebody. Teams gives the same chat each time.</summary>
    public async Task<TeamsAddress> OpenAsync(Person person, TeamsAddress? known, CancellationToken cancel)
    {
        var (service, tenant, bot) = known is null ? (options.ServiceUrl, options.TenantId, $"28:{appId}") : (known.ServiceUrl, known.TenantId, known.BotId);
        using var connector = connectors.CreateUnretriedConnector(service);
        var user = known is { UserId.Length: > 0 } ? known.UserId : person.EntraId!;
        var parameters = new ConversationParameters
        {
            Bot = new ChannelAccount(bot),
            Members = [new ChannelAccount(user)],
            TenantId = tenant,
            IsGroup = false,
            ChannelData = new Dictionary<string, object> { ["tenant"] = new Dictionary<string, object> { ["id"] = tenant } },
        };
        var created = await connector.Conversations.CreateConversationAsync(parameters, cancel);
        return new TeamsAddress(service, created?.Id ?? "", tenant, known?.UserId ?? "", bot) { Language = known?.Language ?? "" };
    }
}
