using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>
/// The only writer. Takes whatever waits, writes it in one transaction with a savepoint each, and completes nobody before the one commit is
/// on disk: a disk's wait is shared by all who came meanwhile.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    private const int Most = 128;
    private readonly BlockingCollection<WriterJob> waiting = [];
    private readonly Database database;
    private readonly ILogger log;
    private readonly Action onFailure;
    private readonly Thread thread;
    private WriteSession? session;

    /// <param name="onFailure">Called after a transaction of which nobody knows for certain whether it is on disk.</param>
    public GroupWriter(Database database, ILogger log, Action onFailure)
    {
        (this.database, this.log, this.onFailure) = (database, log, onFailure);
        thread = new Thread(Work) { IsBackground = true, Name = "group writer" };
        thread.Start();
    }

    /// <summary>Test hook: called before every statement of the writer.</summary>
    internal Action<Sql>? Before { get; set; }

    /// <summary>Transactions committed so far.</summary>
    internal long Commits { get; private set; }

    /// <exception cref="StoreUnavailableException">The database cannot be written now, or storage has stopped.</exception>
    public Task<T> WriteAsync<T>(WriterJob<T> job)
    {
        try
        {
            waiting.Add(job);
        }
        catch (InvalidOperationException e)
        {
            throw new StoreUnavailableException("Storage has stopped.", e);
        }

        return job.Done;
    }

    public Task<T> WriteAsync<T>(Func<WriteSession, T> act, Action? committed = null) => WriteAsync(new SmallJob<T>(act, committed));

    /// <summary>Runs something on the writer's connection while no transaction is open.</summary>
    public Task<T> AloneAsync<T>(Func<Link, T> act)
    {
        var job = new LoneJob<T>(act);
        return WriteAsync(job);
    }

    /// <summary>Writes what still waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.CompleteAdding();
        await Task.Run(thread.Join);
        waiting.Dispose();
    }

    private void Work()
    {
        var batch = new List<WriterJob>(Most);
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < Most && waiting.TryTake(out var next)) batch.Add(next);
            Write(batch);
        }

        session?.Dispose();
    }

    private void Write(List<WriterJob> batch)
    {
        try
        {
            session ??= new WriteSession(database);
            session.Link.Before = Before;
            Transact(batch, session);
        }
        catch (Exception e)
        {
            Abandon();
            // One bad job, or two processes in each other's way: alone, each shows which. An outage is everybody's.
            if (batch.Count > 1 && !database.IsOutage(e)) batch.ForEach(job => Write([job]));
            else Fail(batch, e);
            return;
        }

        foreach (var job in batch) if (job.Failure is null) job.Committed(session);
        foreach (var job in batch)
        {
            if (job.Failure is { } failure) job.Fail(failure);
            else job.Finish();
        }
    }

    private void Transact(List<WriterJob> batch, WriteSession open)
    {
        open.Begin();
        foreach (var job in batch) Run(job, open);
        open.Commit();
        Commits++;
    }

    private void Run(WriterJob job, WriteSession open)
    {
        job.Failure = null;
        open.Savepoint();
        try
        {
            job.Run(open);
        }
        catch (Exception e) when (!database.IsOutage(e))
        {
            open.Undo();
            job.Failure = e;
        }

        open.Release();
    }

    private void Fail(List<WriterJob> batch, Exception e)
    {
        var outage = database.IsOutage(e);
        if (outage) Log.CannotWrite(log, e.GetType().Name, e.HResult, batch.Count);
        var told = e as StoreUnavailableException ?? (outage ? new StoreUnavailableException("The database cannot be written.", e) : e);
        foreach (var job in batch) job.Fail(told);
    }

    // Closing the connection takes the transaction back; the next batch begins with a new one.
    private void Abandon()
    {
        try
        {
            session?.Dispose();
        }
        catch (Exception e)
        {
            Log.CannotClose(log, e.GetType().Name);
        }

        session = null;
        onFailure();
    }
}
