using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>
/// New hires: a list that is shown before anything of it is kept, a form for one, and how they get on. Only for staff whom the directory lets. A list rests with
/// the conversation, so its card works in the middle of anything; only the form keeps the dialog open, for a list that is pasted next.
/// </summary>
internal sealed class HireDialog(DialogContent content, INewHires hires) : WishDialog(DialogId, content)
{
    public const string DialogId = "hires";

    /// <summary>What stands in a button of new hires where others name the field of a question.</summary>
    public const string Field = "hires";

    private readonly HireCards _cards = new(content, hires);
    private readonly HireFaultWords _faults = new(content);

    /// <summary>True for members of staff who are known.</summary>
    public bool IsFor(TurnWork work) => PersonOf(work) is not null;

    /// <summary>True for those who may tell of hires.</summary>
    public bool MayTell(TurnWork work) => PersonOf(work) is { } person && hires.MayTell(person);

    public bool IsOfferedProgress(TurnWork work) => PersonOf(work) is { } person && hires.IsOfferedProgress(person);

    /// <summary>What a text wishes of new hires; null where it is something else, or not theirs to wish.</summary>
    public HireWish? WishOf(string text, TurnWork work) => IsFor(work) ? HireWish.Of(text) : null;

    /// <summary>What a button of new hires wishes; null for a button of something else.</summary>
    public static HireWish? WishOf(ButtonPress? press) => press is { Field: Field, Choice: { } choice } ? new(HireVerb.Press, choice) : null;

    /// <summary>A list that was kept for too long is kept no longer.</summary>
    public static void Forget(TurnWork work)
    {
        if (work.Talk.Hires is { } kept && kept.Until <= work.Now) work.Talk.Hires = null;
    }

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        TakeAsync(dc, options as HireWish ?? new HireWish(HireVerb.Form), cancellationToken);

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        if (work.Activity.Type != ActivityTypes.Message) return EndOfTurn;
        if (ButtonPress.Of(work.Activity) is { } press)
        {
            if (press.Do == ButtonPress.Stop) return await LeaveAsync(dc, cancellationToken);
            return WishOf(press) is { } pressed ? await TakeAsync(dc, pressed, cancellationToken) : await GiveWayAsync(dc, cancellationToken);
        }

        var text = work.Activity.Text ?? "";
        var told = WishOf(text, work) ?? (MayTell(work) ? HireWish.Pasted(text) : null);
        return told is { } wish ? await TakeAsync(dc, wish, cancellationToken) : await GiveWayAsync(dc, cancellationToken);
    }

    public override Task RepeatAsync(DialogContext dc, CancellationToken cancel) => SendFormAsync(dc, null, null, cancel);

    private Task<DialogTurnResult> TakeAsync(DialogContext dc, HireWish wish, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        if (wish is { Verb: HireVerb.Progress } or { Verb: HireVerb.Press, Words: HireCards.Progress }) return ProgressAsync(dc, work, cancel);
        // Asked anew each time: whoever could tell of hires an hour ago may have another post now.
        if (!MayTell(work)) return SayAsync(dc, Phrases["hires.not-yours"], cancel);
        return wish switch
        {
            { Verb: HireVerb.List } => ShowAsync(dc, work, wish.Words, null, cancel),
            { Verb: HireVerb.File } when work.Turn.File is { } file => file.Text is { } text ? ShowAsync(dc, work, text, null, cancel) : SayAsync(dc, _faults.Of(file), cancel),
            { Verb: HireVerb.Press, Words: HireCards.Import } => ImportAsync(dc, work, cancel),
            { Verb: HireVerb.Press, Words: HireCards.Add } => AddAsync(dc, work, cancel),
            _ => AskAsync(dc, null, null, cancel),
        };
    }

    private async Task<DialogTurnResult> ShowAsync(DialogContext dc, TurnWork work, string text, string? note, CancellationToken cancel)
    {
        if (await hires.PreviewAsync(PersonOf(work)!, text, cancel) is not { } list) return await SayAsync(dc, Phrases["hires.not-yours"], cancel);
        return await ShowAsync(dc, work, text, list, note, cancel);
    }

    // The newest list is the one that is kept: the card of an older one imports nothing any more.
    private async Task<DialogTurnResult> ShowAsync(DialogContext dc, TurnWork work, string text, HireListLines list, string? note, CancellationToken cancel)
    {
        if (list.Code is { } code) return await SayAsync(dc, _faults.OfList(code, list.Word), cancel);
        var token = Guid.NewGuid().ToString("N");
        work.Talk.Hires = list.HasSomethingToDo ? new KeptHires(text, list.Mark, token, work.Now + KeptHires.Lifetime) : null;
        await dc.Context.SendActivityAsync(_cards.PreviewFor(list, note, work.Turn.Seal, token, work.Traits), cancel);
        return await EndAsync(dc, menu: false, cancel);
    }

    private async Task<DialogTurnResult> ImportAsync(DialogContext dc, TurnWork work, CancellationToken cancel)
    {
        var token = ButtonPress.Of(work.Activity)?.Token ?? "";
        if (work.Talk.Used.Contains(token)) return await DoneBeforeAsync(dc, work, cancel);
        if (work.Talk.Hires is not { } kept || kept.Token != token)
        {
            work.Instead ??= Closed("card.closed", "card.old");
            return await SayAsync(dc, Phrases[work.Talk.Hires is null ? "hires.expired" : "hires.newer"], cancel);
        }

        var answer = await hires.ImportAsync(PersonOf(work)!, kept.Text, kept.Mark, cancel);
        switch (answer.Outcome)
        {
            case HireOutcome.Busy:
                return await SayAsync(dc, Phrases["hires.busy"], cancel);
            case HireOutcome.Differs when answer.Now is { } now:
                work.Instead ??= Closed("card.closed", "card.old");
                return await ShowAsync(dc, work, kept.Text, now, Phrases["hires.differs"], cancel);
            case HireOutcome.Done:
                (work.Talk.Hires, work.Instead) = (null, work.Instead ?? Closed("card.answered", "card.next"));
                work.Talk.Use(token);
                return await SayAsync(dc, DoneOf(answer), cancel);
            default:
                return await SayAsync(dc, Phrases["hires.not-yours"], cancel);
        }
    }

    private async Task<DialogTurnResult> AddAsync(DialogContext dc, TurnWork work, CancellationToken cancel)
    {
        var token = ButtonPress.Of(work.Activity)?.Token ?? "";
        if (work.Talk.Used.Contains(token)) return await DoneBeforeAsync(dc, work, cancel);
        var filled = HireCards.Filled(CardAnswer.Of(work.Activity));
        var answer = await hires.AddAsync(PersonOf(work)!, filled, cancel);
        switch (answer)
        {
            case { Outcome: HireOutcome.Refused, Fault: { } fault }:
                work.Instead ??= Closed("card.closed", "card.next");
                return await AskAsync(dc, filled, _faults.Of(fault), cancel);
            case { Outcome: HireOutcome.Busy }:
                return await SayAsync(dc, Phrases["hires.busy"], cancel);
            case { Outcome: HireOutcome.Done }:
                work.Instead ??= Closed("card.answered", "card.next");
                work.Talk.Use(token);
                return await SayAsync(dc, DoneOf(answer), cancel);
            default:
                return await SayAsync(dc, Phrases["hires.not-yours"], cancel);
        }
    }

    private async Task<DialogTurnResult> ProgressAsync(DialogContext dc, TurnWork work, CancellationToken cancel)
    {
        if (PersonOf(work) is not { } person || await hires.ProgressAsync(person, Phrases.Language, cancel) is not { } progress) return await SayAsync(dc, Phrases["hires.progress-not-yours"], cancel);
        if (progress.People == 0) return await SayAsync(dc, Phrases["hires.progress-none"], cancel);
        await dc.Context.SendActivityAsync(_cards.ProgressFor(progress, work.Turn.Seal, Guid.NewGuid().ToString("N"), hires.MayTell(person), work.Traits), cancel);
        return await EndAsync(dc, menu: false, cancel);
    }

    private async Task<DialogTurnResult> DoneBeforeAsync(DialogContext dc, TurnWork work, CancellationToken cancel)
    {
        work.Instead ??= Closed("card.closed", "card.old");
        return await SayAsync(dc, Phrases["hires.done-before"], cancel);
    }

    private string DoneOf(HireAnswer answer) => answer is { Added: 0, Changed: 0 }
        ? Phrases["hires.done-nothing"]
        : Phrases.Say("hires.done", ("count", Count(answer.Added)), ("number", Count(answer.Changed)));

    private async Task<DialogTurnResult> AskAsync(DialogContext dc, HireText? before, string? fault, CancellationToken cancel)
    {
        await SendFormAsync(dc, before, fault, cancel);
        return EndOfTurn;
    }

    private async Task SendFormAsync(DialogContext dc, HireText? before, string? fault, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        await dc.Context.SendActivityAsync(_cards.FormFor(work.Turn.Seal, Guid.NewGuid().ToString("N"), before, fault, work.Traits), cancel);
    }

    protected override Task<DialogTurnResult> LeaveAsync(DialogContext dc, CancellationToken cancel) => SayAsync(dc, Phrases["hires.left"], cancel);

    private Attachment Closed(string headingKey, string noteKey) => new QuestionCards(Content).Closed(Phrases["hires.menu"], headingKey, noteKey);

    private static string Count(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
