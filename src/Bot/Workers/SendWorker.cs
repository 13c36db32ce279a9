using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Sends what is on its way to people, each channel in a lane of its own: a mail service that hangs holds up no card. What is left of a channel that the
/// district no longer uses is dropped at the start.
/// </summary>
public sealed class SendWorker : IHostedService, IDisposable
{
    private readonly Sends _sends;
    private readonly IReadOnlyList<string> _channels;
    private readonly List<SendLane> _lanes;

    public SendWorker(Store store, Sends sends, ICaseBook cases, NewsDesk news, District district, IEnumerable<IAlertChannel> channels, TimeProvider time, ILogger<SendWorker> log)
    {
        _lanes = [.. channels.Select(c => new SendLane(c, store, sends, cases, news, district, time, log))];
        (_sends, _channels) = (sends, [.. channels.Select(c => c.Name)]);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _sends.DropOthersAsync(_channels);
        await Task.WhenAll(_lanes.Select(l => l.StartAsync(cancellationToken)));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_lanes.Select(l => l.StopAsync(cancellationToken)));

    public void Dispose() => _lanes.ForEach(l => l.Dispose());

    /// <summary>One round of every lane by hand, for tests that drive the clock themselves.</summary>
    internal async Task<bool> RoundAsync(CancellationToken cancel) => (await Task.WhenAll(_lanes.Select(l => l.RoundAsync(cancel)))).Contains(true);
}
