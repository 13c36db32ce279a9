namespace SupportBot.Storage;

/// <summary>Something to be written together with whatever else waits. It may run twice, when the first transaction did not come about.</summary>
internal abstract class WriterJob
{
    /// <summary>What went wrong with this job alone.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Runs between a savepoint and its release. A throw takes back what this job wrote, and nothing else.</summary>
    public abstract void Run(WriteSession session);

    /// <summary>On disk; called on the writer's thread before anybody is told. Must not throw.</summary>
    public virtual void Committed(WriteSession session) { }

    /// <summary>Tells whoever waits.</summary>
    public abstract void Finish();

    public abstract void Fail(Exception failure);
}

/// <summary>A job that somebody waits for.</summary>
internal abstract class WriterJob<T> : WriterJob
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Done => done.Task;

    protected T Result
    {
        get => result;
        set => result = value;
    }

    public sealed override void Run(WriteSession session) => result = Act(session);

    public sealed override void Finish() => done.TrySetResult(result);

    public sealed override void Fail(Exception failure) => done.TrySetException(failure);

    protected abstract T Act(WriteSession session);
}

/// <summary>A job that is one function.</summary>
internal sealed class SmallJob<T>(Func<WriteSession, T> act, Action? committed = null) : WriterJob<T>
{
    public override void Committed(WriteSession session) => committed?.Invoke();

    protected override T Act(WriteSession session) => act(session);
}

/// <summary>A job that wants no transaction: it runs after the others' commit.</summary>
internal sealed class LoneJob<T>(Func<Link, T> act) : WriterJob<T>
{
    public override void Committed(WriteSession session)
    {
        try
        {
            Result = act(session.Link);
        }
        catch (Exception e)
        {
            Failure = e;
        }
    }

    protected override T Act(WriteSession session) => default!;
}
