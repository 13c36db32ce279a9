using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests;

/// <summary>An adapter that keeps what it is asked to do.</summary>
internal sealed class RecordingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<ConversationReference> Deleted { get; } = [];

    public static Activity Incoming(string type = ActivityTypes.Message) => new(type)
    {
        Id = "in-1",
        ChannelId = "test",
        ServiceUrl = "https://test.com",
        Locale = "es-MX",
        From = new ChannelAccount("ada", "Ada"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(id: "c1"),
        Text = "hello",
    };

    public TurnContext Turn(Activity activity = null) => new(this, activity ?? Incoming());

    public Task RunAsync(Activity activity, BotCallbackHandler callback) => RunPipelineAsync(new TurnContext(this, activity), callback, CancellationToken.None);

    public Task RunAsync(ITurnContext context, BotCallbackHandler callback) => RunPipelineAsync(context, callback, CancellationToken.None);

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Sent.AddRange(activities);
        return Task.FromResult(activities.Select((_, i) => new ResourceResponse($"sent-{Sent.Count - activities.Length + i + 1}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference);
        return Task.CompletedTask;
    }
}
