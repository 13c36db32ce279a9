using System.Globalization;
using System.Text;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Cases;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// Coming back with a code: status in one of five words, what was written, questions of staff, and a line to add more.
/// The code stays in the conversation's sealed state, because the thread is opened anew each time it is looked at.
/// </summary>
internal sealed class FollowUpDialog(DialogContent content, ITurnStore store, ICaseCalendars calendars) : Dialog(DialogId), ITakesCommands
{
    public const string DialogId = "follow-up";
    private const string CodeKey = "code";

    /// <summary>Characters; as many as a protocol's longest answer.</summary>
    private const int LongestReply = 4_000;

    private Phrases Phrases => content.Phrases;

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        if (options is string text && ReceiptCode.TryRead(text, out var receipt)) return await OpenAsync(dc, receipt!, cancellationToken);
        var key = options is string typed && ReceiptText.IsCode(typed) ? "follow.wrong" : "follow.ask";
        await dc.Context.SendActivityAsync(Says.Message(Phrases[key], StopButton()), cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        if (work.Activity.Type != ActivityTypes.Message) return EndOfTurn;
        var press = ButtonPress.Of(work.Activity);
        if (press?.Do == ButtonPress.Stop) return await LeaveAsync(dc, cancellationToken);

        if (press is not null and not { Do: ButtonPress.Refresh })
        {
            work.Over();
            await dc.Context.SendActivityAsync(Says.Message(Phrases["question.closed"]), cancellationToken);
            await RepeatAsync(dc, cancellationToken);
            return EndOfTurn;
        }

        var text = work.Activity.Text ?? "";
        if (Opened(dc) is not { } code)
        {
            if (ReceiptCode.TryRead(text, out var receipt)) return await OpenAsync(dc, receipt!, cancellationToken);
            await dc.Context.SendActivityAsync(Says.Message(Phrases["follow.wrong"], StopButton()), cancellationToken);
            return EndOfTurn;
        }

        if (press is not null) return await OpenAsync(dc, code, cancellationToken);
        if (ReceiptCode.TryRead(text, out var another)) return await OpenAsync(dc, another!, cancellationToken);
        return await AddAsync(dc, code, text, cancellationToken);
    }

    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        var kept = work.Talk.Kept;
        work.Talk.Kept = null;
        if (kept is not null && Opened(dc) is { } code) return await AddAsync(dc, code, kept, cancellationToken);

        await RepeatAsync(dc, cancellationToken);
        return EndOfTurn;
    }

    public async Task RepeatAsync(DialogContext dc, CancellationToken cancel) =>
        await dc.Context.SendActivityAsync(
            Opened(dc) is null ? Says.Message(Phrases["follow.ask"], StopButton()) : Says.Message(Phrases["follow.more"], Buttons()), cancel);

    public async Task<bool> StopAsync(DialogContext dc, CancellationToken cancel)
    {
        await LeaveAsync(dc, cancel);
        return true;
    }

    public Task<bool> BackAsync(DialogContext dc, CancellationToken cancel) => StopAsync(dc, cancel);

    public Task<bool> ChangeAsync(DialogContext dc, string? subject, CancellationToken cancel) => Task.FromResult(false);

    private static ReceiptCode? Opened(DialogContext dc) =>
        dc.ActiveDialog.State.TryGetValue(CodeKey, out var kept) && ReceiptCode.TryRead((string)kept, out var code) ? code : null;

    private async Task<DialogTurnResult> OpenAsync(DialogContext dc, ReceiptCode code, CancellationToken cancel)
    {
        var found = await store.OpenByReceiptAsync(code, cancel);
        if (found is null)
        {
            dc.ActiveDialog.State.Remove(CodeKey);
            await dc.Context.SendActivityAsync(Says.Message(Phrases["follow.unknown"], StopButton()), cancel);
            return EndOfTurn;
        }

        dc.ActiveDialog.State[CodeKey] = code.Shown;
        await dc.Context.SendActivityAsync(Says.Message(Thread(found, await StatusAsync(found, cancel)), Buttons()), cancel);
        return EndOfTurn;
    }

    // A report that went on as another keeps its own thread; only how far the work is comes from the other.
    private async Task<ReporterStatus> StatusAsync(ReporterCase found, CancellationToken cancel)
    {
        var (@case, hops) = (found.Case, 0);
        while (!@case.WaitsForReporter && @case.MergedInto is { } into && hops++ < 10 && await store.FindCaseAsync(into.CaseId, cancel) is { } other)
            @case = other with { WaitsForReporter = false };
        return CaseEngine.StatusFor(@case, PlanOf(@case));
    }

    private string Thread(ReporterCase found, ReporterStatus status)
    {
        var text = new StringBuilder(Phrases.Say("follow.status", ("status", Phrases[StatusKey(status)])));
        var thread = found.Words.Where(w => w.Kind is WordsKind.Question or WordsKind.Reply or WordsKind.Said).ToList();
        if (thread.Count > 0) text.Append("\n\n").Append(Phrases["follow.thread"]);
        foreach (var words in thread)
            text.Append("\n\n> ").Append(WhoOf(words)).Append(PlainMarkdown.Quote(words.Text.Reveal()));
        return text.Append("\n\n").Append(Phrases["follow.answer"]).ToString();
    }

    private string WhoOf(Words words) => words switch
    {
        { Kind: WordsKind.Question } => Phrases["follow.question"],
        { Kind: WordsKind.Said, Author.Kind: ActorKind.Staff } => Phrases["follow.said"],
        _ => Phrases["follow.reply"],
    };

    private async Task<DialogTurnResult> AddAsync(DialogContext dc, ReceiptCode code, string text, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        if (string.IsNullOrWhiteSpace(text))
        {
            await dc.Context.SendActivityAsync(Says.Message(Phrases[work.Activity.Attachments is { Count: > 0 } ? "follow.picture" : "trouble.unreadable"], Buttons()), cancel);
            return EndOfTurn;
        }

        if (text.Length > LongestReply)
        {
            var count = LongestReply.ToString(CultureInfo.InvariantCulture);
            await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("question.too-long", ("count", count)), Buttons()), cancel);
            return EndOfTurn;
        }

        if (await store.OpenByReceiptAsync(code, cancel) is not { } found)
        {
            dc.ActiveDialog.State.Remove(CodeKey);
            await dc.Context.SendActivityAsync(Says.Message(Phrases["follow.unknown"], StopButton()), cancel);
            return EndOfTurn;
        }

        var moment = new CaseMoment(Actor.Reporter, work.Now, PlanOf(found.Case), calendars.Of(found.Case.SchoolId), () => Guid.NewGuid().ToString("N"));
        var words = new Words(Guid.NewGuid(), found.Case.Id, WordsKind.Reply, "", "", Actor.Reporter, moment.TimeKept(found.Case, Actor.Reporter), new PersonText(text));
        work.Change(CaseEngine.ReporterWrites(found.Case, words, moment), found.Case.Revision, found.Key);
        await new NamedStaff(content, store, calendars).KeepOutAsync(words.Text, found.Case, moment, work, cancel);
        await dc.Context.SendActivityAsync(Says.Message(Phrases["follow.added"] + " " + Phrases["follow.more"], Buttons()), cancel);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> LeaveAsync(DialogContext dc, CancellationToken cancel)
    {
        await dc.Context.SendActivityAsync(Says.Message(Phrases["follow.left"], new Reception(content).MenuButtons()), cancel);
        return await dc.EndDialogAsync(cancellationToken: cancel);
    }

    private CasePlan PlanOf(Case @case) => content.Protocols.PlanOf(@case.Protocol);

    private static string StatusKey(ReporterStatus status) => status switch
    {
        ReporterStatus.BeingReviewed => "status.being-reviewed",
        ReporterStatus.NeedInfo => "status.need-info",
        ReporterStatus.ActionTaken => "status.action-taken",
        ReporterStatus.Closed => "status.closed",
        _ => "status.received",
    };

    private IEnumerable<CardAction> Buttons() =>
    [
        new ButtonPress(null, null, null, ButtonPress.Refresh).As(Phrases["follow.refresh"]),
        new ButtonPress(null, null, null, ButtonPress.Stop).As(Phrases["follow.leave"]),
    ];

    private IEnumerable<CardAction> StopButton() => [new ButtonPress(null, null, null, ButtonPress.Stop).As(Phrases["question.stop"])];
}
