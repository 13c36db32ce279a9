using Microsoft.Bot.Builder;

namespace SupportBot.State;

internal sealed class StatePropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
{
    public string Name => name;

    public Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default)
    {
        var load = state.LoadAsync(turnContext, force: false, cancellationToken);
        return load.IsCompletedSuccessfully ? Task.FromResult(Get(turnContext, defaultValueFactory)) : GetLoadedAsync(load, turnContext, defaultValueFactory);
    }

    public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await state.LoadAsync(turnContext, force: false, cancellationToken).ConfigureAwait(false);
        await state.DeletePropertyValueAsync(turnContext, name, cancellationToken).ConfigureAwait(false);
    }

    public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
    {
        await state.LoadAsync(turnContext, force: false, cancellationToken).ConfigureAwait(false);
        await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> GetLoadedAsync(Task load, ITurnContext turnContext, Func<T> defaultValueFactory)
    {
        await load.ConfigureAwait(false);
        return Get(turnContext, defaultValueFactory);
    }

    private T Get(ITurnContext turnContext, Func<T> defaultValueFactory)
    {
        if ((state.TryGet<T>(turnContext, name, out var value) && value is not null) || defaultValueFactory is null)
            return value;

        value = defaultValueFactory();
        state.GetCachedState(turnContext).State[name] = value;
        return value;
    }
}
