namespace Microsoft.Bot.Builder;

/// <summary>
/// Things that live as long as a turn, by a name whose case does not count. The entries are not disposed with the collection: who put
/// them there disposes them.
/// </summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool _disposed;

    // Ordinal: the names are identifiers, and a culture's rules cost microseconds for each of them in each turn.
    public TurnContextStateCollection()
        : base(8, StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>The entry, or default when there is none or it is of another type.</summary>
    public T Get<T>(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(_disposed, typeof(TurnContextStateCollection));
        return TryGetValue(key, out var entry) && entry is T value ? value : default;
    }

    public T Get<T>() => Get<T>(typeof(T).FullName);

    /// <exception cref="ArgumentException">There is an entry of that name.</exception>
    public void Add<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (value is null)
            throw new ArgumentNullException(nameof(value));
        ObjectDisposedException.ThrowIf(_disposed, typeof(TurnContextStateCollection));
        base.Add(key, value);
    }

    public void Add<T>(T value) => Add(typeof(T).FullName, value);

    /// <summary>Puts or replaces the entry; null is allowed.</summary>
    public void Set<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(_disposed, typeof(TurnContextStateCollection));
        this[key] = value;
    }

    public void Set<T>(T value) => Set(typeof(T).FullName, value);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _disposed = true;
}
