using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Protocols;
using SupportBot.Wire;

namespace SupportBot.Dialogs;

/// <summary>Questions as cards, where the channel shows them; and the steps that staff do away from the chat, in cards or in words.</summary>
internal sealed partial class ProtocolDialog
{
    // What a "not possible" without its reason waits for, in the place where a suggestion would stand.
    private const string ReasonWanted = "reason wanted ";

    // The input of a step beside its choices.
    private const string Reason = "reason";

    private async Task PutCardAsync(DialogContext dc, RunState state, TurnWork work, Question question, bool inWindow, CancellationToken cancel)
    {
        var first = question.Fields.Any(TakesFirstWords) ? state.FirstWords : null;
        var card = _cards.For(question, work.Turn.Seal, work.Fault, first, state.Due, work.Now, Today(work), inWindow);
        work.Fault = null;
        await PutInPlaceAsync(dc, work, question, card, cancel);
    }

    // What was sent from a window is asked again in that window.
    private static bool IsInWindow(TurnWork work, Question question) =>
        work.Turn.FromCard && work.Pressed == question.Token && JsonValue.Text(work.Activity.Value, CardVerbs.WindowMember) == "1";

    // The card that was pressed changes where it stands as long as it asks the same; a new question is a new card.
    private static async Task PutInPlaceAsync(DialogContext dc, TurnWork work, Question question, Activity card, CancellationToken cancel)
    {
        if (work.Turn.FromCard && work.Instead is null && work.Pressed == question.Token) work.Instead = card.Attachments[0];
        else await dc.Context.SendActivityAsync(card, cancel);
    }

    private Task WhichAsync(DialogContext dc, TurnWork work, Question question, IReadOnlyList<Field> answered, CancellationToken cancel) =>
        work.Traits is { Forms: true, IsPage: false }
            ? PutInPlaceAsync(dc, work, question, _cards.Which(question, answered, work.Turn.Seal), cancel)
            : dc.Context.SendActivityAsync(_review.Which(question, answered), cancel);

    private async Task<DialogTurnResult> FormAsync(DialogContext dc, RunState state, TurnWork work, Question question, CardAnswer sent, CancellationToken cancel)
    {
        var reading = _forms.Read(question, sent, state.FirstWords, Today(work));
        work.Fault = reading.Fault;
        foreach (var (name, wrong) in reading.Faults) work.Faults[name] = wrong;
        if (reading.Values.Count == 0)
        {
            await RepeatAsync(dc, cancel);
            return EndOfTurn;
        }

        (state.Picked, state.Meant) = ([], null);
        if (question.Fields.Any(f => TakesFirstWords(f) && reading.Values.ContainsKey(f.Name))) state.FirstWords = null;
        var input = new GiveAnswer(state.Run.Token ?? "", reading.Values) { Today = Today(work) };
        return await TakeAsync(dc, state, work, ProtocolEngine.Resume(state.Run, input, Library(work)), cancel);
    }

    /// <summary>Done, not possible (and why), or handed over; pressed or typed.</summary>
    private async Task<DialogTurnResult> StepAsync(DialogContext dc, RunState state, TurnWork work, Question question, ButtonPress? press, string? reason, CancellationToken cancel)
    {
        var typed = press is null ? work.Activity.Text ?? "" : "";
        var chosen = press?.Choice ?? (_reader.Read(question, typed, press, [], [], null, Today(work)) is AnswerReading.Understood { Value: ChoiceAnswer answer } ? answer.Id : null);
        // The wait for a reason is this step's own; whoever says "done" meanwhile has changed their mind.
        if (press is null && chosen is null && state.Meant == ReasonWanted + question.Token) return await DidAsync(dc, state, work, TaskResult.NotPossible, typed, cancel);
        state.Meant = null;
        switch (chosen)
        {
            case DoStep.Done when await NeedsAnotherAsync(dc, state, work, cancel):
                // The first person has said it; a second one, who may be anywhere, must.
                return await WhoGoesOnAsync(dc, state, work, Open(state.Run, work)!, "step.second-who", cancel);
            case DoStep.Done when await IsTheFirstAsync(state, work, cancel):
                return await WhoGoesOnAsync(dc, state, work, question, "step.second-again", cancel);
            case DoStep.Done:
                return await DidAsync(dc, state, work, TaskResult.Done, null, cancel);
            case DoStep.HandedOver:
                return await WhoGoesOnAsync(dc, state, work, question, "step.who", cancel);
            case DoStep.NotPossible when !string.IsNullOrWhiteSpace(reason):
                return await DidAsync(dc, state, work, TaskResult.NotPossible, reason, cancel);
            case DoStep.NotPossible when work.Traits.IsPage:
                // The place for the reason stands on the page already.
                work.Faults[Reason] = Phrases["step.why"];
                return EndOfTurn;
            case DoStep.NotPossible:
                state.Meant = ReasonWanted + question.Token;
                await dc.Context.SendActivityAsync(Says.Message(Phrases["step.why"]), cancel);
                return EndOfTurn;
            default:
                await dc.Context.SendActivityAsync(Says.Message(Phrases["question.not-a-choice"]), cancel);
                await RepeatAsync(dc, cancel);
                return EndOfTurn;
        }
    }

    private async Task<DialogTurnResult> DidAsync(DialogContext dc, RunState state, TurnWork work, TaskResult result, string? reason, CancellationToken cancel)
    {
        var needsTwo = Standing(state.Run) is DoStep { TwoPerson: true };
        if (result == TaskResult.Done && needsTwo && work.Turn.PersonId is null)
        {
            // Two different people can only be told apart where people are known.
            await dc.Context.SendActivityAsync(Says.Message(Phrases["step.two-known"]), cancel);
            await RepeatAsync(dc, cancel);
            return EndOfTurn;
        }

        state.Meant = null;
        var input = new DidIt(state.Run.Token ?? "", result, work.Turn.PersonId, reason is null ? null : new PersonText(reason));
        var sprint = ProtocolEngine.Resume(state.Run, input, Library(work));
        if (result == TaskResult.Done && needsTwo && sprint.Refused is null && state.Run.Top.ConfirmedBy is { } first) await _cases.ConfirmAsync(first, state.Run, work, cancel);
        return await TakeAsync(dc, state, work, sprint, cancel);
    }

    // Whoever has said so already, in whichever chat, says it once: what is missing is somebody else.
    private async Task<bool> IsTheFirstAsync(RunState state, TurnWork work, CancellationToken cancel) =>
        Standing(state.Run) is DoStep { TwoPerson: true } && work.Turn.PersonId is { } person && state.Run.Top.ConfirmedBy == person && await _cases.CaseOfStepsAsync(state.Run, work, cancel) is not null;

    // True where this was the first of two who must say so: the run then waits for the second.
    private async Task<bool> NeedsAnotherAsync(DialogContext dc, RunState state, TurnWork work, CancellationToken cancel)
    {
        if (Standing(state.Run) is not DoStep { TwoPerson: true } || state.Run.Top.ConfirmedBy is not null || work.Turn.PersonId is null) return false;
        if (await _cases.CaseOfStepsAsync(state.Run, work, cancel) is null) return false;
        await DidAsync(dc, state, work, TaskResult.Done, null, cancel);
        return state.Run.Top.ConfirmedBy is not null;
    }

    // What a list sends stands in an input; a button says it itself. From here on both are the same press.
    private static ButtonPress? Settled(ButtonPress? press, CardAnswer? sent, Question question) => press switch
    {
        { Do: ButtonPress.Change, Field: null } => press with { Field = press.Choice ?? sent?.Single, Choice = null },
        { Do: null, Choice: null } when question.IsReview => press with { Choice = sent?.Single },
        _ => press,
    };

    /// <summary>At the end of a turn: a card that was answered is closed where it stands.</summary>
    private void Close(TurnWork work, Question question, ButtonPress press)
    {
        var (heading, note) = press.Do switch
        {
            ButtonPress.Back or ButtonPress.Change => ("card.left", "card.next"),
            ButtonPress.Skip => ("card.skipped", "card.next"),
            ButtonPress.Stop => ("card.stopped", "card.old"),
            _ => ("card.answered", "card.next"),
        };
        work.Instead ??= _cards.Closed(QuestionCards.LabelOf(question), heading, note);
    }
}
