using System.Collections.Concurrent;
using System.Globalization;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Connector;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>A card in the person's chat with the bot. Sending may happen twice after a failure that tells nothing; then only the newest copy does anything.</summary>
public sealed class TeamsCardChannel(TeamsConnector connector, Contacts contacts, CardCopies copies, CaseCards cards, StaffChats chats, HandOverDesk desk, Pace pace, TeamsOptions options, TimeProvider time, ILogger<TeamsCardChannel> log, IAppInstall? install = null) : IAlertChannel
{
    // A missed alert is worse than one that comes twice; with a routine one the first copy may still show itself (trust 4.2).
    private static readonly TimeSpan UrgentAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RoutineAgain = TimeSpan.FromSeconds(60);

    // A connector that does not answer must not keep a place for long; whether it took the card is then not known.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // What the connector says of somebody who does not have the app. Who has blocked the bot is another matter.
    private static readonly string[] NotInstalled = ["BotNotInConversationRoster", "ForbiddenOperationException", "ConversationNotFound"];
    private static readonly TimeSpan AfterInstall = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Lazy<Task<TeamsAddress>>> _opening = [];

    public string Name => "teams";

    public int AtOnce => 64;

    public int Free(DateTimeOffset now, bool urgent) => pace.Free(now, urgent);

    // What merely waits stands in the queue; what somebody must hear of is sent.
    public async ValueTask<bool> ServesAsync(Person to, Notice notice, CancellationToken cancel) =>
        to.EntraId is not null && (notice.BelongsToNoCase || notice.Kind is NoticeKind.Alert or NoticeKind.TaskOpened or NoticeKind.TaskOverdue or NoticeKind.ReporterWrote or NoticeKind.KeepingOver or NoticeKind.StepsWait)
        // Without a registration (Development) only those who have opened the chat are on Teams at all.
        && (connector.IsRegistered || await contacts.FindAsync(to.Id, cancel) is not null);

    public async Task<SendOutcome> SendAsync(Person to, SendItem item, Case @case, CancellationToken cancel)
    {
        var notice = item.Notice;
        if (notice.Kind == NoticeKind.StepsWait && @case.StepsOf(notice.Subject) is not { Wait: true }) return new(SendKind.NothingToSay);
        if (notice.Kind == NoticeKind.TaskOpened && OpenedTasks.For(to.Id, @case, notice.Subject).Count == 0) return new(SendKind.NothingToSay);
        if (notice.Kind == NoticeKind.Alert && @case.Alerts.FirstOrDefault(a => a.Id == notice.Subject) is not { Acknowledged: null }) return new(SendKind.NothingToSay);
        return await ReachAsync(to, notice, (address, until) => SendAsync(to, item, @case, address, until), cancel);
    }

    /// <summary>A sentence with how many there are and where they stand; the rest is read where reading is audited.</summary>
    public Task<SendOutcome> SendAsync(Person to, SendItem item, NewsLine news, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(news);
        return ReachAsync(
            to,
            item.Notice,
            async (chat, until) =>
            {
                await connector.SendAsync(chat, MessageOf(news, chat, chats.In(chat)), until);
                return new SendOutcome(SendKind.Sent);
            },
            cancel);
    }

    private Activity MessageOf(NewsLine news, TeamsAddress chat, ICardWords words)
    {
        if (news.Card is not { } card) return MessageFactory.Text(news.In(options.PublicAddress, words));
        var message = (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card(chat.ConversationId, chat.UserId, words) });
        message.Summary = news.Sentence(words);
        return message;
    }

    // Opens the chat where there is none, waits for its turn, and says what an answer of the connector means.
    private async Task<SendOutcome> ReachAsync(Person to, Notice notice, Func<TeamsAddress, CancellationToken, Task<SendOutcome>> send, CancellationToken cancel)
    {
        var known = await contacts.FindAsync(to.Id, cancel);
        if (known is null && !connector.CanOpenChats) return await InstallAsync(to, "not-installed", cancel);
        if (pace.Take(to.Id, time.GetUtcNow(), notice.Urgent) is var wait && wait > TimeSpan.Zero) return new(SendKind.NotItsTurn, wait);
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            if (known is not { ConversationId.Length: > 0 }) known = await OpenAsync(to, either.Token);
            return await send(known, either.Token);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && ConnectorFailure.Of(e, time) is { } failure)
        {
            return failure is { Kind: ConnectorFailureKind.Unreachable, Code: { } code } && NotInstalled.Contains(code)
                ? await InstallAsync(to, code, cancel) : OutcomeOf(failure, notice);
        }
    }

    // An alert and a task that leave for one person in the same moment open one chat.
    private async Task<TeamsAddress> OpenAsync(Person to, CancellationToken cancel)
    {
        async Task<TeamsAddress> OpenOnceAsync()
        {
            var known = await contacts.FindAsync(to.Id, cancel);
            if (known is { ConversationId.Length: > 0 }) return known;
            var opened = await connector.OpenAsync(to, known, cancel);
            await contacts.RememberAsync(to.Id, opened, time.GetUtcNow());
            return opened;
        }

        var opening = _opening.GetOrAdd(to.Id, _ => new Lazy<Task<TeamsAddress>>(OpenOnceAsync));
        try
        {
            return await opening.Value;
        }
        finally
        {
            _opening.TryRemove(KeyValuePair.Create(to.Id, opening));
        }
    }

    // Once it is there, Teams tells the bot of the chat, and the next attempt finds or opens it.
    private async Task<SendOutcome> InstallAsync(Person to, string code, CancellationToken cancel) =>
        install is not null && await install.InstallAsync(to, cancel) ? new(SendKind.Later, AfterInstall, "app-installed") : new(SendKind.Unreachable, Code: code);

    private async Task<SendOutcome> SendAsync(Person to, SendItem item, Case @case, TeamsAddress address, CancellationToken cancel)
    {
        var words = chats.In(address);
        // The number alone; what was written is read where reading is audited.
        var sentence = item.Notice.Kind switch
        {
            NoticeKind.KeepingOver => words.Say("notice.keeping", ("code", @case.Number)),
            NoticeKind.ReporterWrote => words.Say("notice.wrote", ("code", @case.Number)),
            _ => null,
        };
        if (sentence is not null)
        {
            await connector.SendAsync(address, MessageFactory.Text(sentence), cancel);
            return new(SendKind.Sent);
        }

        var (subject, copy) = (item.Notice.Subject, string.Create(CultureInfo.InvariantCulture, $"{item.Id}.{item.Attempts}"));
        if (cards.Of(to, @case, subject, copy, address.UserId, (await desk.OfAsync(@case, cancel)).State == TalkState.Waits, words) is not { } made) return new(SendKind.NothingToSay);
        var older = (await copies.OfAsync(@case.Id, cancel)).FirstOrDefault(c => c.Subject == subject && c.PersonId == to.Id);
        // Told again of the same, because two commits were close together: the card that stands there says it.
        if (item.Notice.Kind == NoticeKind.TaskOpened && older is not null && older.Shown.Split('|', 2)[^1] == made.Shown) return new(SendKind.NothingToSay);
        var message = (Activity)MessageFactory.Attachment(made.Attachment);
        // What a phone shows on its locked screen.
        var count = OpenedTasks.For(to.Id, @case, subject).Count;
        var shown = item.Notice.Kind switch { NoticeKind.Alert => "notice.alert", NoticeKind.StepsWait => "notice.steps", NoticeKind.TaskOpened => count == 1 ? "notice.opened" : "notice.opened-many", _ => "notice.task" };
        message.Summary = words.Say(shown, ("code", @case.Number), ("count", count.ToString(CultureInfo.InvariantCulture)));
        message.ChannelData = new Dictionary<string, object> { ["notification"] = new Dictionary<string, object> { ["alert"] = true } };
        var id = await connector.SendAsync(address, message, cancel);
        if (older is not null) await SetAsideAsync(older, @case.Number, words, cancel);
        return new(SendKind.Sent, Card: new CardCopy(@case.Id, subject, to.Id, address, id, $"{copy}|{made.Shown}"));
    }

    // The newer card is what counts; if the older one cannot be changed, its buttons do nothing all the same.
    private async Task SetAsideAsync(CardCopy older, string number, ICardWords words, CancellationToken cancel)
    {
        try
        {
            await connector.UpdateAsync(older.Address, older.ActivityId, (Activity)MessageFactory.Attachment(PlainCards.Newer(number, words)), cancel);
        }
        catch (Exception e) when (ConnectorFailure.Of(e, time) is not null)
        {
            Log.CardNotUpdated(log, number, e.GetType().Name);
        }
    }

    private SendOutcome OutcomeOf(ConnectorFailure failure, Notice notice)
    {
        var code = failure.Code ?? failure.Status?.ToString(CultureInfo.InvariantCulture) ?? failure.Kind.ToString();
        switch (failure.Kind)
        {
            case ConnectorFailureKind.Throttled:
                return new(SendKind.Later, failure.RetryAfter ?? TimeSpan.FromSeconds(1), code);
            case ConnectorFailureKind.Ambiguous:
                return new(SendKind.Later, notice.Urgent ? UrgentAgain : RoutineAgain, code);
            case ConnectorFailureKind.OurCredentials:
                Log.OurCredentials(log, failure.Status);
                return new(SendKind.Later, RoutineAgain, code);
            default:
                return new(SendKind.Unreachable, Code: code);
        }
    }
}
