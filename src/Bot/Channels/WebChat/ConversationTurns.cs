using SupportBot.Dialogs;
using SupportBot.Storage;
using SupportBot.Wire;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>The web chat's turns on the pipeline, and its transcript from the store.</summary>
public sealed class ConversationTurns(TurnPipeline pipeline, ITurnStore store, ConversationMarks marks) : IConversationTurns
{
    public Task<TurnAnswer> RunAsync(IncomingTurn turn, CancellationToken cancel) => pipeline.RunAsync(turn, cancel);

    public async Task<Transcript?> TranscriptAsync(ConversationKey key, Lockbox lockbox, int from, CancellationToken cancel)
    {
        if (await store.LoadAsync(key, lockbox, cancel) is null) return null;
        var replies = await store.RepliesAsync(key, lockbox, from, cancel);
        return new Transcript(from, [.. replies.Select(r => ActivityJson.Read(r.Span))]);
    }

    public async Task<bool> IsKeptAsync(ConversationKey key, Lockbox lockbox, DateTimeOffset now, CancellationToken cancel) =>
        await store.LoadAsync(key, lockbox, cancel) is not null && (await marks.OfAsync([key], cancel)).TryGetValue(key, out var mark) && mark.Expires > now;

    public async Task ForgetAsync(ConversationKey key, Lockbox lockbox, CancellationToken cancel)
    {
        await pipeline.LeaveAsync(key, lockbox, cancel);
        await store.ForgetAsync(key, lockbox, cancel);
    }
}
