using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>
/// A guided protocol in a conversation. It understands what was said, hands it to the pure engine, and turns the effects into
/// replies, case changes and timers of the turn's work. It decides nothing that the protocol does not say.
/// </summary>
internal sealed partial class ProtocolDialog : Dialog, ITakesCommands
{
    public const string DialogId = "protocol";

    private readonly DialogContent _content;
    private readonly AnswerReader _reader;
    private readonly QuestionMessage _questions;
    private readonly ReviewMessage _review;
    private readonly QuestionCards _cards;
    private readonly FormReader _forms;
    private readonly CaseRaising _cases;
    private readonly DutyDesk _desk;
    private readonly StepTakers _takers;

    public ProtocolDialog(DialogContent content, ITurnStore store, ICaseCalendars calendars, AlertRelease release, IDutyPresence presence)
        : base(DialogId)
    {
        _content = content;
        _reader = new AnswerReader(content);
        _questions = new QuestionMessage(content);
        _review = new ReviewMessage(content);
        _cards = new QuestionCards(content);
        _forms = new FormReader(content);
        _cases = new CaseRaising(content, store, calendars, release);
        _desk = new DutyDesk(content, presence);
        _takers = new StepTakers(content);
    }

    private Phrases Phrases => _content.Phrases;

    /// <summary>Protocol of a dialog on the stack, or null where it is another kind of dialog.</summary>
    public static string? ProtocolOf(DialogInstance instance) => instance.Id == DialogId ? new RunState(instance).ProtocolId : null;

    /// <summary>The version whose steps are open there, or null where it is another kind of dialog.</summary>
    public static ProtocolKey? KeyOf(DialogInstance instance) => instance.Id == DialogId ? new RunState(instance).Run.Top.Key : null;

    /// <summary>The school that was told in what is open, the newest first; null where none was.</summary>
    // What lies beneath may know it: whoever writes of danger in a report has told the school before.
    private static string? SchoolOf(DialogContext dc, ProtocolRun run) => CaseRaising.SchoolOf(run) ?? SchoolOf(dc);

    public static string? SchoolOf(DialogContext dc) => dc.Stack.Where(d => d.Id == DialogId).Select(d => CaseRaising.SchoolOf(new RunState(d).Run)).FirstOrDefault(s => s is not null);

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        if (options is TakenOver taken) return await GoOnWithAsync(dc, taken, work, cancellationToken);
        var start = (ProtocolStart)(options ?? throw new ArgumentNullException(nameof(options)));
        var today = Today(work);
        var protocol = _content.Protocols.Startable(start.ProtocolId, today) ?? throw new InvalidOperationException($"No version of {start.ProtocolId} may be started.");
        var state = new RunState(dc.ActiveDialog) { ProtocolId = protocol.Id, FirstWords = TakesFirstWords(protocol) ? start.FirstWords : null };
        var sprint = ProtocolEngine.Start(protocol, new RunStart(Guid.NewGuid().ToString("N"), today), Library(work));
        work.Aside = OnTranslation(protocol, work);
        return await TakeAsync(dc, state, work, sprint, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        var state = new RunState(dc.ActiveDialog);
        if (work.Turn.Program is { } program) return await GoOnAloneAsync(dc, state, work, program, cancellationToken);
        if (work.Activity.Type != ActivityTypes.Message) return EndOfTurn;

        if (await RecalledAsync(dc, state, work, cancellationToken) is { } led) return led;

        var press = ButtonPress.Of(work.Activity);
        if (press?.Do == ButtonPress.Go) return await ClosedAsync(dc, state, work, cancellationToken);
        if (press?.Do == ButtonPress.Stop && IsOpenNow(state, work, press))
        {
            if (work.Turn.FromCard && Open(state.Run, work) is { } left) Close(work, left, press);
            await StopAsync(dc, cancellationToken);
            return EndOfTurn;
        }

        if (Open(state.Run, work) is not { } question)
            return press is { Token: not null } ? await ClosedAsync(dc, state, work, cancellationToken) : await WroteWhileWaitingAsync(dc, state, work, cancellationToken);
        var sent = CardAnswer.Of(work.Activity);
        press = Settled(press, sent, question);
        if (press is not null && !IsOf(question, press)) return await ClosedAsync(dc, state, work, cancellationToken);
        if (press is null || !work.Turn.FromCard) return await AnswerAsync(dc, state, work, question, press, sent, cancellationToken);

        work.Pressed = question.Token;
        var result = await AnswerAsync(dc, state, work, question, press, sent, cancellationToken);
        Close(work, question, press);
        return result;
    }

    /// <summary>What lay on top of this dialog is over: what the person wrote then is taken now, else the question is put again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        var state = new RunState(dc.ActiveDialog);
        if (result is HandOverOver over) return await TakeAsync(dc, state, work, ProtocolEngine.Resume(state.Run, new Joined(state.Run.Token ?? "", over.PersonId), Library(work)), cancellationToken);
        var (kept, form) = (work.Talk.Kept, work.Talk.KeptForm);
        (work.Talk.Kept, work.Talk.KeptForm) = (null, null);
        if (await RecalledAsync(dc, state, work, cancellationToken) is { } led) return led;
        if (form is not null && Open(state.Run, work) is { } interrupted && form.Remove("", out var token) && token == interrupted.Token && form.Remove(" kept", out var keptNames))
        {
            await dc.Context.SendActivityAsync(Says.Message(Phrases["help.kept"]), cancellationToken);
            return await FormAsync(dc, state, work, interrupted, new CardAnswer(form, keptNames.Split('~')), cancellationToken);
        }

        if (kept is not null && Open(state.Run, work) is { Fields: [{ Type: FieldType.Text or FieldType.People }, ..] } question)
        {
            await dc.Context.SendActivityAsync(Says.Message(Phrases["help.kept"]), cancellationToken);
            return await AnswerWithAsync(dc, state, work, question, WithFirstWords(state, question.Fields[0], kept), null, [], cancellationToken);
        }

        await RepeatAsync(dc, cancellationToken);
        return EndOfTurn;
    }

    public async Task RepeatAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        var state = new RunState(dc.ActiveDialog);
        if (Open(state.Run, work) is { } question) await PutAsync(dc, state, work, question, cancel);
    }

    private async Task<DialogTurnResult> AnswerAsync(DialogContext dc, RunState state, TurnWork work, Question question, ButtonPress? press, CardAnswer? sent, CancellationToken cancel)
    {
        var field = question.Fields[0];
        switch (press?.Do)
        {
            case ButtonPress.Window when work.Turn.FromCard:
                await PutCardAsync(dc, state, work, question, inWindow: true, cancel);
                return EndOfTurn;
            case ButtonPress.Back:
                await BackAsync(dc, cancel);
                return EndOfTurn;
            case ButtonPress.Refresh:
                await RepeatAsync(dc, cancel);
                return EndOfTurn;
            case ButtonPress.Change when press.Field is null && !question.IsReview:
                await ChangeAsync(dc, null, cancel);
                return EndOfTurn;
            case ButtonPress.Change when press.Field is null:
                await WhichAsync(dc, work, question, [.. question.SoFar.Select(a => a.Field)], cancel);
                return EndOfTurn;
            case ButtonPress.Change:
                return await TakeAsync(dc, state, work, ProtocolEngine.Resume(state.Run, new ChangeAnswer(press.Field!), Library(work)), cancel);
            case ButtonPress.Pass when press.Choice is { } to:
                return await PassAsync(dc, state, work, to, cancel);
            case ButtonPress.Pass:
                return await WhoGoesOnAsync(dc, state, work, question, "step.who", cancel);
            case ButtonPress.Keep when state.FirstWords is { } first:
                return await GiveAsync(dc, state, work, question, new TextAnswer(new PersonText(first)), cancel);
        }

        if (question.Verb == "do") return await StepAsync(dc, state, work, question, press, sent?.Reason, cancel);
        if (sent is not null && press is { Do: null, Choice: null }) return await FormAsync(dc, state, work, question, sent, cancel);
        // A form whose every entry was left empty sends no input at all.
        if (press is { Do: null, Choice: null } && work.Turn.FromCard) return await FormAsync(dc, state, work, question, new CardAnswer(new Dictionary<string, string>(), []), cancel);
        var typed = work.Activity.Text ?? "";
        var text = press is null ? WithFirstWords(state, field, typed) : typed;
        var pictures = field.Type == FieldType.Pictures ? Pictures.Take(work) : [];
        return await AnswerWithAsync(dc, state, work, question, text, press, pictures, cancel);
    }

    private async Task<DialogTurnResult> AnswerWithAsync(DialogContext dc, RunState state, TurnWork work, Question question, string text, ButtonPress? press, IReadOnlyList<string> pictures, CancellationToken cancel)
    {
        var reading = _reader.Read(question, text, press, pictures, state.Picked, state.Meant, Today(work));
        state.Meant = (reading as AnswerReading.AskAgain)?.Meant;
        switch (reading)
        {
            case AnswerReading.Understood { Value: ChoiceAnswer chosen } when question.IsReview && question.SoFar.Count > 0 && question.Fields[0].Choices.Any(c => c.Id == chosen.Id && _review.LeadsToChange(c)):
                await WhichAsync(dc, work, question, [.. question.SoFar.Select(a => a.Field)], cancel);
                return EndOfTurn;
            case AnswerReading.Understood understood:
                if (understood.ShownBack is { } shown) await dc.Context.SendActivityAsync(Says.Message(shown), cancel);
                return await GiveAsync(dc, state, work, question, understood.Value, cancel);
            case AnswerReading.PickedSoFar more:
                state.Picked = more.Ids;
                await dc.Context.SendActivityAsync(more.Message, cancel);
                return EndOfTurn;
            case AnswerReading.AskAgain again:
                if (state.FirstWords is not null && TakesFirstWords(question.Fields[0])) again.Message.SuggestedActions.Actions.Insert(0, _questions.Keep(question, question.Fields[0]));
                await dc.Context.SendActivityAsync(again.Message, cancel);
                return EndOfTurn;
            default:
                throw new InvalidOperationException("An answer was read as nothing.");
        }
    }

    private Task<DialogTurnResult> GiveAsync(DialogContext dc, RunState state, TurnWork work, Question question, AnswerValue value, CancellationToken cancel)
    {
        var field = question.Fields[0];
        state.Picked = [];
        if (TakesFirstWords(field)) state.FirstWords = null;
        var input = GiveAnswer.To(state.Run.Token ?? "", field.Name, value) with { Today = Today(work) };
        return TakeAsync(dc, state, work, ProtocolEngine.Resume(state.Run, input, Library(work)), cancel);
    }

    // The program goes on without the person: nobody answered, somebody joined, or a wait is over.
    private async Task<DialogTurnResult> GoOnAloneAsync(DialogContext dc, RunState state, TurnWork work, ProgramTurn program, CancellationToken cancel)
    {
        var run = state.Run;
        if (program.HandOver is not null) return Leave(state, work, program);
        if (run.RunId != program.RunId) return EndOfTurn;
        if (program.JoinedBy is { } joining && !state.IsLeft && LiveHandoff(run, work) is { } live) return await HandOverAsync(dc, state, work, live, joining, cancel);
        ProtocolInput input = (Standing(run), program.JoinedBy) switch
        {
            (HandoffStep, { } person) => new Joined(run.Token ?? "", person),
            (_, { }) => new Joined("", ""),
            (WaitStep, _) => new WokeUp(program.Token),
            _ => new Silence(program.Token),
        };
        var sprint = ProtocolEngine.Resume(run, input, Library(work));
        if (sprint.Refused is not null) return EndOfTurn;
        work.NothingHappened = false;
        // A silence that is noticed now is a turn like any other: no step of a recalled version follows it. Who has joined is a person already.
        if (program.JoinedBy is null && await RecalledAsync(dc, state, work, cancel) is { } led) return led;
        if (program.JoinedBy is not null) await dc.Context.SendActivityAsync(Says.Message(Phrases["wait.joined"]), cancel);
        return await TakeAsync(dc, state, work, sprint, cancel);
    }

    private Step? Standing(ProtocolRun run) => _content.Protocols.Get(run.Top.Key)?.Find(run.Top.StepId);

    private static bool IsOf(Question question, ButtonPress press) =>
        press.Token == question.Token && (press.Field is null || press.Do == ButtonPress.Change || press.Field == question.Fields[0].Name);

    private bool IsOpenNow(RunState state, TurnWork work, ButtonPress press) =>
        press.Token is null || Open(state.Run, work) is not { } question || press.Token == question.Token;

    private async Task<DialogTurnResult> ClosedAsync(DialogContext dc, RunState state, TurnWork work, CancellationToken cancel)
    {
        var isOpen = Open(state.Run, work) is not null;
        // A menu entry closes nothing: its card may hold the numbers that somebody needs.
        if (work.Turn.FromCard && ButtonPress.Of(work.Activity) is { Token: not null })
        {
            work.Over();
            work.Instead ??= _cards.Closed(Phrases["question.closed"], "card.closed", "card.old");
        }

        await dc.Context.SendActivityAsync(Says.Message(isOpen ? $"{Phrases["question.closed"]} {Phrases["question.now"]}" : Phrases["question.closed"]), cancel);
        await RepeatAsync(dc, cancel);
        return EndOfTurn;
    }

    // Whoever reads a translation knows what it is worth, and whoever meets English in the middle of it knows whom to ask.
    private string? OnTranslation(Protocol protocol, TurnWork work)
    {
        if (Phrases.Language == protocol.Language) return null;
        return _content.Translation(protocol.Key) switch
        {
            null or { IsComplete: false } => Phrases["language.partly"],
            { IsReviewed: false } when !work.IsNoted => Phrases["lookup.not-reviewed"],
            _ => null,
        };
    }

    private Question? Open(ProtocolRun run, TurnWork work) => ProtocolEngine.Open(run, Library(work)) is { } question ? Marked(_content.Spoken(question), run) : null;

    // Tokens count from 1 in every run: with the run's own mark, a button of a report that was stopped does not answer the next one.
    internal static Question Marked(Question question, ProtocolRun run) => question with { Token = $"{run.RunId[..8]}{question.Token}" };

    private ILibrary Library(TurnWork work) => _content.Protocols.On(Today(work));

    private DateOnly Today(TurnWork work) => _content.District.CalendarOf(null).Today(work.Now);

    // What is typed now is added to what was written before, so that neither is lost.
    private static string WithFirstWords(RunState state, Field field, string text) =>
        TakesFirstWords(field) && state.FirstWords is { } before && !string.IsNullOrWhiteSpace(text) ? before + "\n" + text : text;

    // Where nothing would take them they are not kept either.
    private static bool TakesFirstWords(Protocol protocol) => protocol.Steps.Any(s => s is CallStep || s is QuestionStep question && question.Fields.Any(TakesFirstWords));

    internal static bool TakesFirstWords(Field field) => field is { Type: FieldType.Text, Required: true } or { FirstWords: true };
}
