namespace SupportBot.Bot;

/// <summary>A loop that works until the process stops. One of the three places where everything is caught: a worker must not die.</summary>
public abstract class WorkLoop(TimeProvider time, ILogger log) : BackgroundService
{
    private readonly SemaphoreSlim _woken = new(0, 1);
    private long _lastTick;

    protected TimeProvider Time { get; } = time;

    /// <summary>Rest when there was nothing to do.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <summary>UTC of the last completed round: a loop that stands still is not alive.</summary>
    public DateTimeOffset LastTick => new(Interlocked.Read(ref _lastTick), TimeSpan.Zero);

    /// <summary>There is something to do: the rest is cut short.</summary>
    public void Wake()
    {
        // Two at once may both see an empty place; the second finds it taken, and that is all it wanted.
        try
        {
            if (_woken.CurrentCount == 0) _woken.Release();
        }
        catch (SemaphoreFullException)
        {
        }
    }

    public override void Dispose()
    {
        _woken.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <returns>True where there may be more to do at once.</returns>
    protected abstract Task<bool> WorkAsync(CancellationToken cancel);

    /// <summary>One round by hand, for tests that drive the clock themselves.</summary>
    internal Task<bool> RoundAsync(CancellationToken cancel) => WorkAsync(cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var more = false;
            try
            {
                more = await WorkAsync(stoppingToken);
                Interlocked.Exchange(ref _lastTick, Time.GetUtcNow().UtcTicks);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.LoopFailed(log, GetType().Name, e.GetType().Name);
            }

            if (more) continue;
            using var rest = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(Task.Delay(Pause, Time, rest.Token), _woken.WaitAsync(rest.Token));
            await rest.CancelAsync();
        }
    }
}
