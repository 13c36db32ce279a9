using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Polly;
using Polly.CircuitBreaker;

namespace SupportBot.Graph;

/// <summary>
/// Calls of one channel. After five failures within half a minute it rests for half a minute, then lets one call through; and while Graph has asked to wait it
/// asks nothing. Answers failures as values: only a caller who gives up gets an exception.
/// </summary>
public sealed class GraphCircuit
{
    private const int Failures = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>However long Graph asks to wait, an alert tries again after this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly GraphChannel _channel;
    private readonly GraphServiceClient _client;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ResiliencePipeline _pipeline;
    private readonly ChannelRecord _record;
    // UTC ticks. The breaker itself calls a rest over only once somebody calls.
    private long _restsUntil;

    internal GraphCircuit(GraphChannel channel, GraphServiceClient client, TimeSpan timeout, TimeProvider time, ILogger log)
    {
        (_channel, _client, _timeout, _time, _log, _record) = (channel, client, timeout, time, log, new ChannelRecord(channel));
        var options = new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = Failures,
            SamplingDuration = Window,
            BreakDuration = Rest,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } e && GraphFailure.Of(e, time) is { } failure && CountsAgainst(failure)),
            OnOpened = _ =>
            {
                Interlocked.Exchange(ref _restsUntil, (_time.GetUtcNow() + Rest).UtcTicks);
                Log.Resting(_log, _channel, Rest.TotalSeconds);
                return ValueTask.CompletedTask;
            },
        };
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }.AddCircuitBreaker(options).Build();
    }

    /// <summary>From memory.</summary>
    public GraphState State
    {
        get
        {
            var now = _time.GetUtcNow();
            return _record.State(now, now.UtcTicks < Interlocked.Read(ref _restsUntil));
        }
    }

    /// <param name="call">One request with the client; the token ends it when its time is up.</param>
    /// <param name="timeout">Shorter than the configured one where the matter cannot wait.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public async Task<GraphAnswer<T>> CallAsync<T>(Func<GraphServiceClient, CancellationToken, Task<T?>> call, CancellationToken cancel, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (_record.Wait(_time.GetUtcNow()) is { } wait) return new(default, new GraphFailure(GraphFailureKind.Resting, "asked-to-wait", wait));
        // Real time, whatever the clock of the house says: a socket knows no other.
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        budget.CancelAfter(timeout ?? _timeout);
        try
        {
            var value = await _pipeline.ExecuteAsync(async stop => await call(_client, stop).WaitAsync(stop), budget.Token);
            if (_record.Works()) Log.WorksAgain(_log, _channel);
            return new(value, null);
        }
        catch (BrokenCircuitException e)
        {
            return new(default, new GraphFailure(GraphFailureKind.Resting, "circuit-open", e.RetryAfter ?? Rest));
        }
        // A failure that came in the moment in which the caller gave up is an answer all the same.
        catch (Exception e) when (!(cancel.IsCancellationRequested && e is OperationCanceledException) && GraphFailure.Of(e, _time) is { } failure)
        {
            if (failure.RetryAfter > LongestWait) failure = failure with { RetryAfter = LongestWait };
            if (_record.Fails(failure, _time.GetUtcNow())) Log.IsDown(_log, _channel, failure.Kind, failure.Code);
            return new(default, failure);
        }
    }

    /// <summary>The same for a call that answers with nothing.</summary>
    public Task<GraphAnswer<bool>> CallAsync(Func<GraphServiceClient, CancellationToken, Task> call, CancellationToken cancel, TimeSpan? timeout = null) =>
        CallAsync<bool>(
            async (client, stop) =>
            {
                await call(client, stop);
                return true;
            },
            cancel,
            timeout);

    private static bool CountsAgainst(GraphFailure failure) => failure.Kind is GraphFailureKind.Unreachable or GraphFailureKind.OurCredentials;
}
