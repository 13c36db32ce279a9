using Microsoft.Bot.Builder;

namespace SupportBot.State;

/// <summary>Turns that do not silently undo each other.</summary>
public static class StrictWrites
{
    /// <summary>
    /// From now on a save of this state names the version that the turn loaded, so that of two turns at the same time the later one
    /// fails with <see cref="ETagConflictException"/> (or as its storage reports it) and nothing of the earlier one is lost. The storage
    /// has to be an <see cref="IJsonStorage"/>, or one that checks the ETag of an <see cref="IStoreItem"/> and sets it on reading; for a
    /// second save in one turn also on writing, else that save is refused.
    /// </summary>
    public static TState RefuseLostUpdates<TState>(this TState state)
        where TState : BotState
    {
        ArgumentNullException.ThrowIfNull(state);
        state.RefusesLostUpdates = true;
        return state;
    }
}
