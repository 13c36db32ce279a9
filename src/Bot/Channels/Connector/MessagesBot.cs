using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Dialogs;

namespace SupportBot.Bot;

/// <summary><c>/api/messages</c>: hands a turn to the pipeline and sends its replies once they are committed.</summary>
public sealed class MessagesBot(TurnPipeline pipeline) : IBot
{
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.ConversationUpdate)) return;
        var turn = new IncomingTurn(activity, new ConversationKey(activity.ChannelId, activity.Conversation.Id), Lockbox.Server, ConnectorTraits.Of(activity.ChannelId));
        var answer = await pipeline.RunAsync(turn, cancellationToken);
        if (answer.Replies.Count > 0) await turnContext.SendActivitiesAsync([.. answer.Replies], cancellationToken);
    }
}
