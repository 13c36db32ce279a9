using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Storage;
using SupportBot.Understanding;
using SupportBot.Wire;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// <c>/api/messages</c>. In a chat of one person with the bot, messages go through the turn pipeline and card buttons to their cases. In
/// teams and group chats nothing is ever taken: others read there, so the bot offers to go on in private.
/// </summary>
public sealed partial class TeamsBot(TurnPipeline pipeline, CaseActions actions, QuestionPresses presses, AnswerSeals seals, SharedHelp help, StaffWords staffWords, CounselorWords counselor, DroppedFiles files, INewHires hires, Outgoing outgoing, StaffChats chats, Phrasebook book, ICaseBook cases, District district, TeamsConnector connector, TeamsOptions options, TimeProvider time, ILogger<TeamsBot> log) : TeamsActivityHandler
{
    /// <summary>A turn that takes longer shows that somebody is at it.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(700);

    private static readonly TimeSpan TypingPatience = TimeSpan.FromSeconds(2);

    private const int LongestName = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    // As the command list has it, where others read: by topic is for a chat with the bot alone.
    private static readonly string[] ForNumbers = ["find help", "help", "buscar ayuda", "ayuda"];

    /// <exception cref="BadHttpRequestException">The activity is refused; nothing was stored or sent.</exception>
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Refuse(turnContext.Activity);
        if (PersonOf(turnContext.Activity) is { } person && IsPrivate(turnContext.Activity)) await RememberAsync(person, turnContext.Activity);
        await base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = (Activity)turnContext.Activity;
        if (!IsPrivate(activity)) await turnContext.SendActivityAsync(AsksForNumbers(activity) ? help.Lines(PhrasesOf(turnContext.Activity), "teams.private") : MessageFactory.Text(PhrasesOf(turnContext.Activity)["teams.private"]), cancellationToken);
        else if (HasFile(activity)) await FileAsync(turnContext, activity, cancellationToken);
        else if (JsonValue.Text(activity.Value, CardVerbs.VerbMember) is { } verb) await SubmittedAsync(turnContext, verb, cancellationToken);
        else if (activity.Value is not null && ConnectorTraits.Of(activity.ChannelId).Forms) await SubmittedAsync(turnContext, "", cancellationToken);
        else if (PersonOf(activity) is not { } person || !await OfStaffAsync(turnContext, person, activity, cancellationToken)) await TakeAsync(turnContext, activity, fromCard: false, cancellationToken);
    }

    /// <returns>True where it was something that only staff can say.</returns>
    private async Task<bool> OfStaffAsync(ITurnContext context, Person person, Activity activity, CancellationToken cancel)
    {
        if (await staffWords.AnswerAsync(person, activity.Text, StaffWordsOf(activity), cancel) is { } answer)
        {
            await context.SendActivityAsync(answer, cancel);
            return true;
        }

        // Somebody in a live chat with a student who goes on with steps says that to the bot, not to the student.
        if (GoOnWords.NumberIn(activity.Text) is not null) return false;
        var (taken, sentence) = await counselor.TakeAsync(person, activity.Text, activity.Id ?? "", StaffWordsOf(activity), cancel);
        if (sentence.Length > 0) await context.SendActivityAsync(MessageFactory.Text(sentence), cancel);
        return taken;
    }

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        IsPrivate((Activity)turnContext.Activity) ? TakeAsync(turnContext, (Activity)turnContext.Activity, fromCard: false, cancellationToken) : Task.CompletedTask;

    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = (Activity)turnContext.Activity;
        if (activity.MembersAdded is not { Count: > 0 }) return Task.CompletedTask;
        if (IsPrivate(activity)) return TakeAsync(turnContext, activity, fromCard: false, cancellationToken);
        return activity.MembersAdded.Any(m => m.Id == activity.Recipient?.Id)
            ? turnContext.SendActivityAsync(MessageFactory.Text(PhrasesOf(turnContext.Activity)["teams.private"]), cancellationToken) : Task.CompletedTask;
    }

    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        IsPrivate((Activity)turnContext.Activity) ? TakeAsync(turnContext, (Activity)turnContext.Activity, fromCard: false, cancellationToken) : Task.CompletedTask;

    protected override async Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (PersonOf((Activity)turnContext.Activity) is not { } person || !IsPrivate((Activity)turnContext.Activity)) return;
        await chats.GoneAsync(person.Id, "not-installed");
    }

    /// <summary>One turn of the conversation: the commit first, then what is said.</summary>
    private async Task<TurnAnswer> TakeAsync(ITurnContext context, Activity activity, bool fromCard, CancellationToken cancel, string? nonce = null, DroppedFile? file = null)
    {
        var turn = new IncomingTurn(activity, new ConversationKey(activity.ChannelId, activity.Conversation.Id), Lockbox.Server, ConnectorTraits.Of(activity.ChannelId, options.AnonymousChat))
        {
            PersonId = PersonOf(activity)?.Id,
            Account = activity.From?.Name is { Length: > 0 and <= LongestName } name ? new PersonText(name) : null,
            FromCard = fromCard,
            Nonce = nonce,
            File = file,
            Seal = seals.Seal(activity.Conversation.Id, activity.From?.Id ?? ""),
        };
        var running = pipeline.RunAsync(turn, cancel);
        if (await Task.WhenAny(running, Task.Delay(Soon, time, cancel)) != running) await TypeAsync(context, cancel);
        var answer = await running;
        await SendAsync(context, turn.Key, answer);
        if (answer.Language is { } spoken && PersonOf(activity) is { } person) await RememberAsync(person, activity, spoken);
        return answer;
    }

    // What the channel does not take now stays where the commit put it, and goes out later.
    private async Task SendAsync(ITurnContext context, ConversationKey key, TurnAnswer answer)
    {
        var sent = 0;
        // A time of its own: it is committed, whether or not the caller still waits; and it ends before a worker takes over.
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            if (answer.Revision > 0 && answer.Replies.Count > 0 && await outgoing.IsBehindAsync(key, answer.Revision, patience.Token))
            {
                await outgoing.LeftAsync(key, answer.Revision, 0, time.GetUtcNow());
                return;
            }

            foreach (var reply in answer.Replies)
            {
                await context.SendActivityAsync(reply, patience.Token);
                sent++;
            }
        }
        catch (Exception e) when (answer.Revision > 0 && SupportBot.Connector.ConnectorFailure.Of(e, time) is { } failure)
        {
            Log.ReplyNotSent(log, 1, failure.Kind.ToString());
            await outgoing.LeftAsync(key, answer.Revision, sent, time.GetUtcNow() + (failure.RetryAfter ?? Again));
            return;
        }

        if (answer.Kind == TurnKind.Answered && sent > 0) await outgoing.SentAsync(key, answer.Revision);
    }

    // A sign of life is not worth a failed turn, nor an answer that waits for it; and it must never come after the answer.
    private async Task TypeAsync(ITurnContext context, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(TypingPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await context.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, either.Token);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && SupportBot.Connector.ConnectorFailure.Of(e, time) is not null)
        {
            Log.NotTyped(log, e.GetType().Name);
        }
    }

    // A list of hires, from whoever may tell of them: nothing else is fetched for nobody else.
    private async Task FileAsync(ITurnContext<IMessageActivity> context, Activity activity, CancellationToken cancel)
    {
        if (PersonOf(activity) is not { } person || !hires.MayTell(person.Id) || DroppedFiles.Of(activity) is not { } attachment) await RefuseFileAsync(context, cancel);
        else await TakeAsync(context, activity, fromCard: false, cancel, file: await files.FetchAsync(attachment, cancel));
    }

    private async Task RefuseFileAsync(ITurnContext<IMessageActivity> context, CancellationToken cancel)
    {
        await NoteAsync((Activity)context.Activity, "file", cancel);
        await context.SendActivityAsync(MessageFactory.Text(PhrasesOf(context.Activity)["teams.no-files"]), cancel);
    }

    private Task NoteAsync(Activity activity, string reason, CancellationToken cancel)
    {
        Log.ActionRefused(log, reason);
        return cases.NoteAsync(new AuditEntry(Guid.Empty, PersonOf(activity) is { } person ? Actor.Staff(person.Id) : Actor.Program, AuditAction.ActionRefused, reason, time.GetUtcNow()), cancel);
    }

    private Task RememberAsync(Person person, Activity activity, string? spoken = null) => chats.SeenAsync(
        person.Id,
        new TeamsAddress(activity.ServiceUrl, activity.Conversation.Id, activity.Conversation.TenantId ?? options.TenantId, activity.From.Id ?? "", activity.Recipient?.Id ?? ""),
        activity.Locale, spoken);

    // The language of the person's chat where they are staff and were seen in it; else that of their app.
    private string? LanguageOf(IActivity activity) =>
        PersonOf((Activity)activity) is { } person && chats.LanguageOf(person.Id) is { } known ? known : ((Activity)activity).Locale;

    private Phrases PhrasesOf(IActivity activity) => book.In(LanguageOf(activity));

    private ICardWords StaffWordsOf(IActivity activity) => book.ForStaff(LanguageOf(activity));

    // An account of Teams is somebody of the directory or nobody: names and mail addresses are not asked.
    private Person? PersonOf(Activity activity) => activity.ChannelId == Microsoft.Bot.Connector.Channels.Msteams ? district.PersonOfEntra(activity.From?.AadObjectId) : null;

    private static bool IsPrivate(Activity activity) => activity.Conversation.ConversationType is null or "" or "personal" && activity.Conversation.IsGroup != true;

    private static bool AsksForNumbers(Activity activity) => activity.Text is { Length: > 0 and <= LongestName } && ForNumbers.Contains(TextNormaliser.Plain(activity.RemoveRecipientMention() ?? ""));

    // Teams itself adds the message once more as HTML; everything else is a file or a link to one.
    private static bool HasFile(Activity activity) => activity.Attachments is { Count: > 0 } attachments && attachments.Any(a => a.ContentType != "text/html");

    private void Refuse(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.Conversation?.Id))
            throw new BadHttpRequestException("An activity says which conversation it belongs to.", StatusCodes.Status400BadRequest);
        // The anonymous web chat has its own door; nobody reaches its conversations through this one.
        if (activity.ChannelId == ChannelTraits.WebChat.Name)
            throw new BadHttpRequestException("The anonymous web chat has its own door.", StatusCodes.Status403Forbidden);
        // While nobody is authenticated, whoever could name another address would have the bot send there.
        if (!connector.IsRegistered && (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service) || !service.IsLoopback))
            throw new BadHttpRequestException("Only a channel on this machine is answered.", StatusCodes.Status403Forbidden);
    }
}
