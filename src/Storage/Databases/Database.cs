using System.Collections.Concurrent;
using System.Data.Common;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>What differs between the two databases, and the connections for reading.</summary>
/// <param name="mostReaders">How many may read at once; whoever comes after them waits without holding a thread.</param>
internal abstract class Database(int mostReaders) : IAsyncDisposable
{
    /// <summary>More readers at once only wait for each other.</summary>
    protected const int EnoughReaders = 32;

    // As long as a driver waits for a connection.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // A connection that rests here is not given back to its driver, so there may never be as many readers as the driver has connections: writers would find none.
    private readonly ConcurrentBag<Link> idle = [];
    private readonly SemaphoreSlim readers = new(mostReaders, mostReaders);

    /// <summary>Added to a select that claims rows, so that two processes never wait for one another's.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>
    /// Ids of a table's rows, the urgent ones first and each part by its time; at most <c>@max</c>, of them at most <c>@routine</c> that are not urgent. Two walks along an
    /// index: one over both would sort everything that waits, for every few that are taken.
    /// </summary>
    /// <param name="where">Without the urgency.</param>
    /// <param name="time">The column by which the rows are due.</param>
    public string UrgentFirst(string table, string where, string time)
    {
        string Part(int urgent, string most) => $"SELECT id FROM (SELECT id FROM {table} WHERE {where} AND urgent={urgent} ORDER BY {time}, id LIMIT {most}{SkipLocked}) u{urgent}";
        return $"{Part(1, "@max")} UNION ALL {Part(0, "@routine")} LIMIT @max";
    }

    /// <summary>A parameter that is a JSON list, as rows with one column, <c>value</c>.</summary>
    public abstract string JsonRows(string parameter);

    /// <summary>Added to a select whose row is about to be changed.</summary>
    public abstract string ForUpdate { get; }

    public abstract Sql Begin { get; }

    /// <summary>True where nobody but this process writes, so that what it committed last is what there is.</summary>
    public abstract bool IsOurs { get; }

    /// <summary>Makes sure that the server or file may be used and brings the tables up to date.</summary>
    /// <exception cref="StorageCannotStartException">An operator must put something right.</exception>
    public abstract Task StartAsync(CancellationToken cancel);

    /// <summary>A connection with every setting made and checked.</summary>
    public abstract DbConnection Open();

    public abstract StoreDb Context();

    /// <summary>Throws <see cref="StoreUnavailableException"/> where a commit would go nowhere although the database would not notice.</summary>
    public abstract void StillThere();

    /// <summary>True where the failure is the database's state, not the statement: it may be over in a while.</summary>
    public abstract bool IsOutage(Exception failure);

    /// <summary>Empties the journal, so that deleted text is gone from it as well. False where somebody was reading; nothing to do on PostgreSQL.</summary>
    public abstract bool Truncate(Link writer);

    /// <summary>Runs a reading with a connection of its own.</summary>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    public async Task<T> ReadAsync<T>(Func<Link, Task<T>> reading)
    {
        if (!await readers.WaitAsync(Patience)) throw new StoreUnavailableException("The database is too busy to be read.");
        try
        {
            return await ReadOnceOrAgainAsync(reading);
        }
        finally
        {
            readers.Release();
        }
    }

    private async Task<T> ReadOnceOrAgainAsync<T>(Func<Link, Task<T>> reading)
    {
        for (var again = true; ; again = false)
        {
            Link? link = null;
            var wasIdle = idle.TryTake(out link);
            try
            {
                link ??= new Link(Open());
                var result = await reading(link);
                idle.Add(link);
                return result;
            }
            catch (Exception e) when (IsOutage(e))
            {
                link?.Dispose();
                // An idle connection may be older than the server's last restart.
                if (!again || !wasIdle) throw new StoreUnavailableException("The database cannot be read.", e);
            }
            catch
            {
                link?.Dispose();
                throw;
            }
        }
    }

    public virtual ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var link)) link.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
