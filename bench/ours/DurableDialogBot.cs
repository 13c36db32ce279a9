using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Dialogs;
using SupportBot.Wire;

namespace SupportBot.Bench.Ours;

/// <summary>
/// The dialog with the turn of the product: load, answer in memory, one commit with the dedupe key, the sealed state and the
/// sealed replies. Only when that is on disk do the replies go out and the request is answered. On a conflict the turn runs again.
/// </summary>
internal sealed class DurableDialogBot(ITurnStore store, TimeProvider clock) : IBot
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly DialogSet _dialogs = new DialogSet().Add(new ColourDialog());

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
            return;
        var sink = new Sink();
        while (true)
        {
            var result = await RunAsync(turnContext.Activity, sink, cancellationToken);
            if (result.Outcome == CommitOutcome.Conflict)
                continue;
            Activity[] replies = result.Outcome == CommitOutcome.Committed ? [.. sink.Replies] : [.. result.Earlier.Select(reply => ActivityJson.Read(reply.Span))];
            await turnContext.SendActivitiesAsync(replies, cancellationToken);
            return;
        }
    }

    private async Task<CommitResult> RunAsync(Activity activity, Sink sink, CancellationToken cancellationToken)
    {
        sink.Replies.Clear();
        var key = new ConversationKey(activity.ChannelId, activity.Conversation.Id);
        var conversation = await store.LoadAsync(key, Lockbox.Server, cancellationToken);
        var stack = conversation is null ? new DialogState() : JsonSerializer.Deserialize<DialogState>(conversation.State.Span, ActivityJson.Options);
        using var turn = new TurnContext(sink, activity);
        var dc = new DialogContext(_dialogs, turn, stack);
        var result = await dc.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty)
            await dc.BeginDialogAsync("colours", cancellationToken: cancellationToken);
        return await store.CommitAsync(
            new TurnCommit
            {
                Key = key,
                Lockbox = Lockbox.Server,
                ExpectedRevision = conversation?.Revision ?? 0,
                DedupeKeys = ["activity|" + activity.Id],
                State = JsonSerializer.SerializeToUtf8Bytes(stack, ActivityJson.Options),
                Replies = [.. sink.Replies.Select(reply => (ReadOnlyMemory<byte>)ActivityJson.Write(reply))],
                ExpiresAt = clock.GetUtcNow() + Lifetime,
            },
            cancellationToken);
    }

    /// <summary>Takes the replies of a turn until its commit is on disk.</summary>
    private sealed class Sink : BotAdapter
    {
        public List<Activity> Replies { get; } = [];

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            Replies.AddRange(activities);
            return Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse()));
        }

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
