using System.Collections.Concurrent;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Directory;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>
/// Installs the app through Graph. Once a day and person: whoever removes it again is not pestered, and whoever may not have it costs one call. Where
/// Graph could not be asked it is tried again soon.
/// </summary>
public sealed class GraphInstall(GraphNotices notices, TimeProvider time, ILogger<GraphInstall> log) : IAppInstall
{
    private static readonly TimeSpan Again = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterAnOutage = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = [];

    public async Task<bool> InstallAsync(Person person, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (!notices.CanInstall || person.EntraId is not { } account || (_notBefore.TryGetValue(person.Id, out var before) && now < before)) return false;
        _notBefore[person.Id] = now + AfterAnOutage;
        var outcome = await notices.InstallAsync(account, cancel);
        if (outcome.Result is NoticeResult.Sent or NoticeResult.Unreachable) _notBefore[person.Id] = now + Again;
        GraphLog.Installed(log, person.Id, outcome.Result, outcome.Code);
        return outcome.Result == NoticeResult.Sent;
    }
}
