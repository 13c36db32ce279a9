using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// What trainings there are, a seat, "my trainings", another date, giving one up, a seat that is held; check-in, rosters and feedback. Only for staff who are known; a wish
/// is done at once and said, and only where something must be picked or typed does the dialog stay open.
/// </summary>
internal sealed class TrainingDialog(DialogContent content, ITrainings trainings, ISessions sessions) : WishDialog(DialogId, content)
{
    public const string DialogId = "trainings";

    /// <summary>What stands in a button of trainings where others name the field of a question.</summary>
    public const string Field = "training";

    private readonly TrainingPages _pages = new(content, trainings, sessions);
    private readonly TrainingCards _cards = new(content);

    /// <summary>True for staff of a district that has trainings.</summary>
    public bool IsFor(TurnWork work) => trainings.AreOffered && PersonOf(work) is not null;

    /// <summary>What a text wishes of trainings; null where it is something else, or not theirs to wish.</summary>
    public async Task<TrainingWish?> WishOfAsync(string text, TurnWork work, CancellationToken cancel)
    {
        if (!IsFor(work) || TrainingWish.Of(text) is not { } wish) return null;
        if (wish.IsOfSessions) return await IsOfSessionsAsync(wish, text, work, cancel) ? wish : null;
        if (!wish.MayBeOfOthers || wish.NamesTrainings) return wish;
        // "Cancel" and "accept" are said of many things: of a training only where there is one.
        var mine = (await trainings.MineAsync(PersonOf(work)!, Phrases.Language, cancel)).Dates;
        if (wish.Words.Length == 0) return mine.Any(m => m.Kind == SeatKind.Offered) ? wish : null;
        if (mine.Count == 0) return null;
        var found = await trainings.FindAsync(PersonOf(work)!, wish.Words, Phrases.Language, cancel);
        return found.Any(c => mine.Any(m => m.Date.CourseId == c.Id)) ? wish : null;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        if (IsFor(work)) return await TakeAsync(dc, options as TrainingWish ?? new TrainingWish(TrainingVerb.All), cancellationToken);
        return await SayAsync(dc, Phrases[trainings.AreOffered ? "menu.trainings-staff" : "menu.trainings-none"], cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        if (work.Activity.Type != ActivityTypes.Message) return EndOfTurn;
        if (ButtonPress.Of(work.Activity) is { } press)
        {
            if (press.Do == ButtonPress.Stop) return await LeaveAsync(dc, cancellationToken);
            return WishOf(press, work) is { } pressed ? await TakeAsync(dc, pressed, cancellationToken) : await GiveWayAsync(dc, cancellationToken);
        }

        var text = work.Activity.Text ?? "";
        // Whoever the directory no longer knows has nothing to pick.
        if (!IsFor(work)) return await GiveWayAsync(dc, cancellationToken);
        var state = new TrainingState(dc.ActiveDialog);
        if (state.AsksCode && SessionWish.CodeIn(text) is { } code) return await TakeAsync(dc, new(TrainingVerb.CheckIn, code), cancellationToken);
        if (Picked(text, state.Options) is { } picked) return await TakeAsync(dc, new(TrainingVerb.Choose, picked), cancellationToken);
        if (await ((ScheduleDialog)dc.FindDialog(ScheduleDialog.DialogId)).WishOfAsync(text, work, cancellationToken) is not null) return await GiveWayAsync(dc, cancellationToken);
        if (TrainingWish.Of(text) is { } wish && (!wish.IsOfSessions || await IsOfSessionsAsync(wish, text, work, cancellationToken))) return await TakeAsync(dc, wish, cancellationToken);
        if (Content.Router.Of(text) is { IsSure: true } route && route.Id != DialogId) return await GiveWayAsync(dc, cancellationToken);
        if (text.Length is > 0 and <= 120 && (await trainings.FindAsync(PersonOf(work)!, text, Phrases.Language, cancellationToken)).Count > 0) return await TakeAsync(dc, new(TrainingVerb.Show, text), cancellationToken);
        return await GiveWayAsync(dc, cancellationToken);
    }

    public override async Task RepeatAsync(DialogContext dc, CancellationToken cancel)
    {
        var state = new TrainingState(dc.ActiveDialog);
        await dc.Context.SendActivityAsync(Says.Message(state.Text, Buttons(state.Options)), cancel);
    }

    /// <summary>What a button of trainings wishes; null for a button of something else.</summary>
    public TrainingWish? WishOf(ButtonPress press, TurnWork work)
    {
        if (press is not { Field: Field, Choice: { } pressed }) return null;
        // Picked from a list on a card: the button says what is done with it.
        var choice = CardAnswer.Of(work.Activity)?.Single is { } picked ? $"{pressed}~{picked}" : pressed;
        if (!TrainingPages.Changes(choice) || press.Token is null) return new(TrainingVerb.Choose, choice);
        // One that was used shows how things stand, and does nothing more.
        if (work.Talk.Used.Contains(press.Token))
        {
            if (work.Turn.FromCard) work.Instead ??= new QuestionCards(Content).Closed(Phrases["training.menu"], "card.closed", "card.old");
            return new(TrainingVerb.Mine);
        }

        // Feedback that could not be taken yet is sent again from the same card.
        if (!SessionPages.BringsFeedback(choice)) work.Talk.Use(press.Token);
        return new(TrainingVerb.Choose, choice);
    }

    private Task<bool> IsOfSessionsAsync(TrainingWish wish, string text, TurnWork work, CancellationToken cancel) =>
        _pages.IsWishAsync(wish, PersonOf(work)!, Content.Router.Of(text) is { IsSure: true } route && route.Id != DialogId, cancel);

    private async Task<DialogTurnResult> TakeAsync(DialogContext dc, TrainingWish wish, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        var form = CardAnswer.Of(work.Activity);
        var page = await _pages.OfAsync(wish, PersonOf(work)!, form, cancel);
        // A form is for channels that keep nothing of what comes back: feedback must stand in no transcript.
        var card = work.Traits is { Forms: true, IsPage: false, KeepsTranscript: false } ? _cards.For(page, work.Turn.Seal) : null;
        if (SessionPages.BringsFeedback(ButtonPress.Of(work.Activity)?.Choice)) await HelpAsync(dc, form, cancel);
        if (page is TrainingPage.Roster { IsUpdate: true } && card is not null && work.Turn.FromCard) work.Instead ??= card.Attachments[0];
        else await dc.Context.SendActivityAsync(card ?? Says.Message(page.Text, Buttons([.. page.Options, .. page.Ways])), cancel);
        if (work.Turn.FromCard && wish.Verb == TrainingVerb.Choose) Done(work, wish, page);
        if (!page.Asks) return await EndAsync(dc, menu: false, cancel);
        _ = new TrainingState(dc.ActiveDialog) { Text = page.Text, Options = page.Options, AsksCode = page is TrainingPage.Code };
        return EndOfTurn;
    }

    // What was pressed is done: its card says so where it stands. One whose feedback could not be taken yet stays, because only the person has what they picked.
    private void Done(TurnWork work, TrainingWish wish, TrainingPage page)
    {
        if (page is TrainingPage.Sent { Result: FeedbackSent.WordNeeded or FeedbackSent.NothingPicked }) return;
        if (page is TrainingPage.Sent && ButtonPress.Of(work.Activity)?.Token is { } token) work.Talk.Use(token);
        if (TrainingPages.Changes(wish.Words) || wish.Words.StartsWith($"{SessionPages.CheckIn}~", StringComparison.Ordinal)) work.Instead ??= new QuestionCards(Content).Closed(Phrases["training.menu"], "card.answered", "card.next");
    }

    // Words are looked at for danger like any others, and then forgotten: neither they nor what they raise may stand beside a person's feedback.
    private async Task HelpAsync(DialogContext dc, CardAnswer? form, CancellationToken cancel)
    {
        if (form?.Inputs.GetValueOrDefault(SessionPages.Word) is not { } word || Content.Signals.FindAll(word).Count == 0) return;
        await dc.Context.SendActivityAsync(Says.Message(HelpNumbers.Alarm(Content, null, TurnWork.Of(dc.Context).Now)), cancel);
    }

    private static IEnumerable<CardAction> Buttons(IReadOnlyList<TrainingOption> options)
    {
        var token = Guid.NewGuid().ToString("N");
        return options.Select(o => new ButtonPress(token, Field, o.Choice, null).As(o.Label));
    }

    protected override Task<DialogTurnResult> LeaveAsync(DialogContext dc, CancellationToken cancel) => SayAsync(dc, Phrases["training.kept"], cancel);
}
