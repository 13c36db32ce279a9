using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// A workshop is scheduled, moved or called off by whoever leads it. The plan rests in the conversation, with the id of its session, until they say yes; a yes that is pressed
/// once more, or comes late, shows how the session stands.
/// </summary>
internal sealed class ScheduleDialog(DialogContent content, IScheduling scheduling, ITrainings trainings) : WishDialog(DialogId, content)
{
    public const string DialogId = "schedule";

    /// <summary>What stands in a button of a plan where others name the field of a question.</summary>
    public const string Field = "schedule";

    private readonly SchedulePages _pages = new(content, scheduling);
    private readonly ScheduleCards _cards = new(content, scheduling);

    /// <summary>True for those who may schedule something new.</summary>
    public bool IsFor(TurnWork work) => PersonOf(work) is { } person && scheduling.MaySchedule(person);

    /// <summary>What a text wishes of workshops; null where it is something else, or said of a seat in one.</summary>
    public async Task<ScheduleWish?> WishOfAsync(string text, TurnWork work, CancellationToken cancel)
    {
        if (PersonOf(work) is not { } person || ScheduleWish.Of(text) is not { } wish) return null;
        if (wish.Verb == ScheduleVerb.New) return scheduling.MaySchedule(person) && (wish.NamesWorkshop || (wish.IsSure && scheduling.Find(wish.Words, Phrases.Language).Count > 0)) ? wish : null;
        var led = await scheduling.LedAsync(person, Phrases.Language, cancel);
        // Whoever leads nothing now, and might, hears so.
        if (led.Count == 0) return wish is { IsSure: true, NamesWorkshop: true } && scheduling.MaySchedule(person) ? wish : null;
        var found = scheduling.Find(wish.Words, Phrases.Language).Select(c => c.Id).ToHashSet();
        var isLed = led.Any(l => found.Contains(l.Plan.CourseId!));
        if (wish.IsSure) return wish.NamesWorkshop || isLed || wish.Words.Length == 0 ? wish : null;
        // "Cancel" and "move" are said of one's own seat too: that comes first where there is one.
        var mine = (await trainings.MineAsync(person, Phrases.Language, cancel)).Dates;
        if (mine.Any(m => found.Count == 0 || found.Contains(m.Date.CourseId))) return null;
        return isLed || (found.Count == 0 && wish.NamesWorkshop) ? wish : null;
    }

    /// <summary>What a button on a card of a session wishes whatever is open; null for a button that belongs to an open plan.</summary>
    public static ScheduleWish? WishOf(ButtonPress press) =>
        press is { Field: Field, Choice: { } choice } && choice.Split('~') is [SchedulePages.Move or SchedulePages.Off or SchedulePages.OffYes or SchedulePages.Yes, var id] ? new(ScheduleVerb.Choose, Standing(choice, id)) : null;

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        if (PersonOf(work) is { } person) return await TakeAsync(dc, await _pages.BeginAsync(options as ScheduleWish ?? new ScheduleWish(ScheduleVerb.New), person, work.Now, work.Traits.Forms, cancellationToken), cancellationToken);
        return await SayAsync(dc, Phrases[trainings.AreOffered ? "menu.trainings-staff" : "menu.trainings-none"], cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        if (work.Activity.Type != ActivityTypes.Message) return EndOfTurn;
        if (PersonOf(work) is not { } person) return await GiveWayAsync(dc, cancellationToken);
        var state = new ScheduleState(dc.ActiveDialog);
        if (ButtonPress.Of(work.Activity) is { } press) return await PressAsync(dc, state, press, person, cancellationToken);

        var text = work.Activity.Text ?? "";
        if (Picked(text, state.Options) is { } picked) return await ChooseAsync(dc, state, picked, person, cancellationToken);
        // Something new takes the place of what is open; a question that is answered in the words of a wish is still a question.
        if (await WishOfAsync(text, work, cancellationToken) is { } wish && (state.Plan is null || wish.Verb != ScheduleVerb.New)) return await TakeAsync(dc, await _pages.BeginAsync(wish, person, work.Now, work.Traits.Forms, cancellationToken), cancellationToken);
        if (state.Plan is null || text.Length > LongestAnswer) return await GiveWayAsync(dc, cancellationToken);
        if (TrainingWish.Of(text) is { MayBeOfOthers: false }) return await GiveWayAsync(dc, cancellationToken);
        if (Content.Router.Of(text) is { IsSure: true } route && route.Id is not (DialogId or TrainingDialog.DialogId)) return await GiveWayAsync(dc, cancellationToken);
        if (await _pages.SayAsync(state.Plan, state.Asks, ScheduleWish.Of(text) is { Verb: ScheduleVerb.New } again ? again.Words : text, person, work.Now, work.Traits.Forms, cancellationToken) is { } page) return await TakeAsync(dc, page, cancellationToken);
        await dc.Context.SendActivityAsync(Says.Message(Phrases["schedule.not-understood"]), cancellationToken);
        await RepeatAsync(dc, cancellationToken);
        return EndOfTurn;
    }

    private const int LongestAnswer = 250;

    public override async Task RepeatAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        var state = new ScheduleState(dc.ActiveDialog);
        var isForm = state is { Plan: not null, Asks: not null } && work.Traits.Forms;
        if (isForm) await SendAsync(dc, _pages.AskAgain(state.Plan!, work.Now, forms: true), cancel);
        else await dc.Context.SendActivityAsync(Says.Message(state.Text, Buttons(state.Options, state.Token)), cancel);
    }

    /// <summary>From the summary to the times, and from there to what was asked.</summary>
    public override async Task<bool> BackAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        if (new ScheduleState(dc.ActiveDialog) is not { Plan: { } plan, Asks: null } || PersonOf(work) is null) return await StopAsync(dc, cancel);
        await SendAsync(dc, _pages.AskAgain(plan.Anew(), work.Now, work.Traits.Forms), cancel);
        return true;
    }

    protected override Task<DialogTurnResult> LeaveAsync(DialogContext dc, CancellationToken cancel) => SayAsync(dc, Phrases["schedule.kept"], cancel);

    private async Task<DialogTurnResult> PressAsync(DialogContext dc, ScheduleState state, ButtonPress press, string person, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        if (press.Do == ButtonPress.Stop)
        {
            await StopAsync(dc, cancel);
            return EndOfTurn;
        }

        if (press is not { Field: Field, Choice: { } pressed }) return await GiveWayAsync(dc, cancel);
        if (press.Token == state.Token && pressed == SchedulePages.Form && state.Plan is { } plan) return CardAnswer.Of(work.Activity) is { } form ? await TakeAsync(dc, await _pages.FormAsync(plan, form, person, work.Now, cancel), cancel) : await OverAsync(dc, cancel);
        // Picked from a list on a card: the button says what is done with it.
        if (press.Token == state.Token) return await ChooseAsync(dc, state, CardAnswer.Of(work.Activity)?.Single is { } picked ? $"{pressed}~{picked}" : pressed, person, cancel);
        if (WishOf(press) is not { } wish || (state.Plan is { } open && wish.Words.EndsWith(open.SessionId.ToString("N"), StringComparison.Ordinal))) return await OverAsync(dc, cancel);
        // A yes to something else than what is open now is answered beside it.
        var page = await _pages.BeginAsync(wish, person, work.Now, work.Traits.Forms, cancel);
        if (page.Plan is not null || page is SchedulePage.Which) return await TakeAsync(dc, page, cancel);
        await dc.Context.SendActivityAsync(Says.Message(page.Text), cancel);
        return await OverAsync(dc, cancel);
    }

    private async Task<DialogTurnResult> ChooseAsync(DialogContext dc, ScheduleState state, string choice, string person, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        if (choice == SchedulePages.Keep)
        {
            Answered(work);
            await StopAsync(dc, cancel);
            return EndOfTurn;
        }

        return await TakeAsync(dc, await _pages.ChooseAsync(state.Plan, choice.Split('~'), person, work.Now, work.Traits.Forms, cancel), cancel);
    }

    // The card of something that is over says so where it stands, and what is open is asked again.
    private async Task<DialogTurnResult> OverAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        work.Over();
        if (work.Turn.FromCard) work.Instead ??= new QuestionCards(Content).Closed(Phrases["question.closed"], "card.closed", "card.old");
        await RepeatAsync(dc, cancel);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> TakeAsync(DialogContext dc, SchedulePage page, CancellationToken cancel)
    {
        Answered(TurnWork.Of(dc.Context));
        await SendAsync(dc, page, cancel);
        return page.Options.Count > 0 && page is not SchedulePage.Shown || page.Asks is not null ? EndOfTurn : await EndAsync(dc, menu: false, cancel);
    }

    private async Task SendAsync(DialogContext dc, SchedulePage page, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        var token = Guid.NewGuid().ToString("N");
        new ScheduleState(dc.ActiveDialog).Keep(page, token);
        var card = work.Traits.Forms ? _cards.For(page, token, work.Turn.Seal) : null;
        await dc.Context.SendActivityAsync(card ?? Says.Message(page.Text, Buttons(page.Options, token)), cancel);
    }

    // What was pressed is done: its card says so where it stands.
    private void Answered(TurnWork work)
    {
        if (work.Turn.FromCard) work.Instead ??= new QuestionCards(Content).Closed(Phrases["schedule.heading"], "card.answered", "card.next");
    }

    private static string Standing(string choice, string id) => choice.StartsWith(SchedulePages.Yes, StringComparison.Ordinal) || choice.StartsWith(SchedulePages.OffYes, StringComparison.Ordinal) ? $"{SchedulePages.Show}~{id}" : choice;

    private static IEnumerable<CardAction> Buttons(IReadOnlyList<TrainingOption> options, string token) => options.Select(o => new ButtonPress(token, Field, o.Choice, null).As(o.Label));
}
