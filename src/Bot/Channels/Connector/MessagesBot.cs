using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Dialogs;

namespace SupportBot.Bot;

/// <summary>
/// <c>/api/messages</c>: hands a turn to the pipeline and sends its replies once they are committed. While nobody is authenticated it
/// answers to this machine only: whoever could name another address would have the bot send there.
/// </summary>
public sealed class MessagesBot(TurnPipeline pipeline) : IBot
{
    /// <exception cref="BadHttpRequestException">The activity is refused; nothing was stored or sent.</exception>
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.ConversationUpdate)) return;
        Refuse(activity);
        var turn = new IncomingTurn(activity, new ConversationKey(activity.ChannelId, activity.Conversation.Id), Lockbox.Server, ConnectorTraits.Of(activity.ChannelId));
        var answer = await pipeline.RunAsync(turn, cancellationToken);
        if (answer.Replies.Count > 0) await turnContext.SendActivitiesAsync([.. answer.Replies], cancellationToken);
    }

    private static void Refuse(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.Conversation?.Id))
            throw new BadHttpRequestException("An activity says which conversation it belongs to.", StatusCodes.Status400BadRequest);
        // The anonymous web chat has its own door; nobody reaches its conversations through this one.
        if (activity.ChannelId == ChannelTraits.WebChat.Name || !Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service) || !service.IsLoopback)
            throw new BadHttpRequestException("Only a channel on this machine is answered.", StatusCodes.Status403Forbidden);
    }
}
