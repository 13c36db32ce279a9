using SupportBot.Bot.Channels.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>A line in the person's activity feed in Teams, beside the card: it rings on a phone where the chat is muted.</summary>
public sealed class FeedChannel(GraphNotices notices, CaseNotices cases, TimeProvider time) : IAlertChannel
{
    // Graph takes five a second for the whole tenant.
    private readonly Pace _pace = new(new TeamsOptions { ChatLimits = [new(60, 60)], TenantLimits = [new(5, 1)] });

    public string Name => ServiceNames.Feed;

    public int Free(DateTimeOffset now, bool urgent) => notices.FeedRests ? 0 : _pace.Free(now, urgent);

    public ValueTask<bool> ServesAsync(Person to, Notice notice, CancellationToken cancel) =>
        ValueTask.FromResult(notices.HasFeed && to.EntraId is not null && notice.Kind is NoticeKind.Alert or NoticeKind.TaskOpened or NoticeKind.TaskOverdue or NoticeKind.StepsWait);

    public async Task<SendOutcome> SendAsync(Person to, SendItem item, Case @case, CancellationToken cancel)
    {
        if (to.EntraId is not { } account || await cases.OfAsync(to, item.Notice, @case, cancel) is not { } content) return new(SendKind.NothingToSay);
        if (_pace.Take(to.Id, time.GetUtcNow(), item.Notice.Urgent) is var wait && wait > TimeSpan.Zero) return new(SendKind.NotItsTurn, wait);
        return NoticeSends.Of(await notices.FeedAsync(account, content, cancel));
    }
}
