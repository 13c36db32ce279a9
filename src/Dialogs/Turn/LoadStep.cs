namespace SupportBot.Dialogs;

/// <summary>Step 3 of a turn: the conversation as the last commit left it.</summary>
internal sealed class LoadStep(ITurnStore store, TimeProvider time)
{
    public async Task<TurnWork> RunAsync(IncomingTurn turn, CancellationToken cancel)
    {
        var conversation = await store.LoadAsync(turn.Key, turn.Lockbox, cancel);
        return new TurnWork(turn, conversation, Talk.Read(conversation?.State ?? default), time.GetUtcNow());
    }
}
