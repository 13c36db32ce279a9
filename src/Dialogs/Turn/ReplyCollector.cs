using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SupportBot.Dialogs;

/// <summary>The adapter a turn's dialogs speak to: replies wait here until the commit is on disk.</summary>
internal sealed class ReplyCollector : BotAdapter
{
    public List<Activity> Replies { get; } = [];

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Replies.AddRange(activities);
        return Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse()));
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A turn answers; cards are brought up to date by the dispatcher.");

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A turn takes nothing back.");
}
