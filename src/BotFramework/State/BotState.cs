using SupportBot.State;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Named properties that outlive the turn, under one key of a storage. They are read once a turn and written only when they changed.
/// Two turns that run at the same time overwrite each other, the last one wins, unless
/// <see cref="StrictWrites.RefuseLostUpdates{TState}"/> was called: then the write hands back the version that was loaded and the
/// later turn gets an <see cref="ETagConflictException"/>, so that it can be run again.
/// </summary>
public abstract partial class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly IJsonStorage _jsonStorage;
    private readonly string _contextServiceKey;

    /// <param name="contextServiceKey">Name of the entry of the turn's state that holds what was loaded.</param>
    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _jsonStorage = storage as IJsonStorage;
        _contextServiceKey = contextServiceKey;
    }

    internal bool RefusesLostUpdates { get; set; }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentNullException(nameof(name));
        return new StatePropertyAccessor<T>(this, name);
    }

    /// <param name="force">True to read the storage again and forget what was changed in this turn.</param>
    public virtual Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return !force && GetCachedState(turnContext)?.State is not null
            ? Task.CompletedTask
            : ReadAsync(turnContext, GetStorageKey(turnContext), cancellationToken);
    }

    /// <param name="force">True to write although nothing changed.</param>
    public virtual Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var cached = GetCachedState(turnContext);
        if (cached is null || (!force && cached.IsUntouched))
            return Task.CompletedTask;

        var changed = cached.Changes(force);
        return changed is null ? Task.CompletedTask : WriteAsync(cached, GetStorageKey(turnContext), changed, cancellationToken);
    }

    /// <summary>Forgets all properties; the next save writes an empty state, over whatever there is when this turn had loaded nothing.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        Keep(turnContext, CachedBotState.Cleared(GetCachedState(turnContext) is { } cached ? cached.ETag : "*"));
        return Task.CompletedTask;
    }

    /// <summary>Removes what the turn holds and what is stored.</summary>
    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        return _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <returns>What was loaded in this turn, or null.</returns>
    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    internal bool TryGet<T>(ITurnContext turnContext, string propertyName, out T value)
    {
        var state = GetCachedState(turnContext)?.State;
        if (state is null || !state.TryGetValue(propertyName, out var held))
        {
            value = default;
            return false;
        }

        if (held is T same)
            value = same;
        else
        {
            value = StateJson.To<T>(held);
            if (value is not null && StateJson.CanChangeInPlace<T>())
                state[propertyName] = value;
        }

        return true;
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is no such property and <typeparamref name="T"/> has no null.</exception>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentException.ThrowIfNullOrWhiteSpace(propertyName);
        if (!TryGet<T>(turnContext, propertyName, out var value) && default(T) is not null)
            throw new KeyNotFoundException(propertyName);
        return Task.FromResult(value);
    }

    protected internal Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentException.ThrowIfNullOrWhiteSpace(propertyName);
        GetCachedState(turnContext)?.State.Remove(propertyName);
        return Task.CompletedTask;
    }

    protected internal Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentException.ThrowIfNullOrWhiteSpace(propertyName);
        var cached = GetCachedState(turnContext) ?? throw new InvalidOperationException("The state was not loaded in this turn.");
        cached.State[propertyName] = value;
        return Task.CompletedTask;
    }

    private async Task ReadAsync(ITurnContext turnContext, string key, CancellationToken cancellationToken)
    {
        if (_jsonStorage is not null)
        {
            Keep(turnContext, CachedBotState.Of(await _jsonStorage.ReadJsonAsync(key, cancellationToken).ConfigureAwait(false)));
            return;
        }

        var found = await _storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        Keep(turnContext, CachedBotState.Of(found.TryGetValue(key, out var stored) ? stored : null));
    }

    private async Task WriteAsync(CachedBotState cached, string key, byte[] json, CancellationToken cancellationToken)
    {
        if (_jsonStorage is not null)
        {
            var eTag = RefusesLostUpdates ? cached.ETag : "*";
            cached.Saved(json, await _jsonStorage.WriteJsonAsync(key, json, eTag, cancellationToken).ConfigureAwait(false));
            return;
        }

        var written = RefusesLostUpdates ? new VersionedState(cached.State, cached.ETag) : cached.State;
        await _storage.WriteAsync(new Dictionary<string, object> { [key] = written }, cancellationToken).ConfigureAwait(false);
        cached.Saved(json, (written as IStoreItem)?.ETag);
    }

    // States of one turn may be loaded side by side, and the turn's state is a plain dictionary.
    private void Keep(ITurnContext turnContext, CachedBotState cached)
    {
        lock (turnContext.TurnState)
            turnContext.TurnState.Set(_contextServiceKey, cached);
    }
}
