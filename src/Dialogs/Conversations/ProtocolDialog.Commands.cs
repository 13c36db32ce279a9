using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Cases;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Back, change and stop; and what a person writes while nothing is asked.</summary>
internal sealed partial class ProtocolDialog
{
    public async Task<bool> BackAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        var state = new RunState(dc.ActiveDialog);
        if (state.Picked.Count > 0)
        {
            // The first step back from a half-picked list is the empty list.
            state.Picked = [];
            await RepeatAsync(dc, cancel);
            return true;
        }

        await TakeAsync(dc, state, work, ProtocolEngine.Resume(state.Run, new StepBack(), Library(work)), cancel);
        return true;
    }

    public async Task<bool> ChangeAsync(DialogContext dc, string? subject, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        var state = new RunState(dc.ActiveDialog);
        if (Open(state.Run, work) is not { } question) return false;
        if (subject is null)
        {
            var answered = Answered(state.Run).Where(a => !a.Given.IsSent).Select(a => a.Field).ToList();
            if (answered.Count > 0) await WhichAsync(dc, work, question, answered, cancel);
            else await TakeAsync(dc, state, work, new Sprint(state.Run, [], state.Run.Top.IsSent ? new InputRefusal.AlreadySent() : new InputRefusal.NothingBefore()), cancel);
            return true;
        }

        var named = ChoiceText.Match(subject, [.. Answered(state.Run).Select(a => (a.Field.Name, a.Field.Label))]);
        if (named is null) return false;
        await TakeAsync(dc, state, work, ProtocolEngine.Resume(state.Run, new ChangeAnswer(named), Library(work)), cancel);
        return true;
    }

    public async Task<bool> StopAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        var state = new RunState(dc.ActiveDialog);
        var sent = state.Run.Top.IsSent;
        // What was written for a dialog underneath is still its answer.
        var goesOn = dc.Stack.Count > 1;
        if (!goesOn) work.Talk.Kept = null;
        await dc.Context.SendActivityAsync(Says.Message(Phrases[sent ? "stop.sent" : goesOn ? "stop.back" : "stop.sure"]), cancel);
        await dc.EndDialogAsync(cancellationToken: cancel);
        if (dc.ActiveDialog is null) await new Reception(_content).MenuAsync(dc, Phrases["menu.again"], cancel);
        return true;
    }

    // A hand-off waits for a person; what is written meanwhile goes to that person, with the case.
    private async Task<DialogTurnResult> WroteWhileWaitingAsync(DialogContext dc, RunState state, TurnWork work, CancellationToken cancel)
    {
        var text = work.Activity.Text;
        if (string.IsNullOrWhiteSpace(text) && work.Activity.Attachments is { Count: > 0 }) await dc.Context.SendActivityAsync(Says.Message(Phrases["follow.picture"]), cancel);
        if (!string.IsNullOrWhiteSpace(text) && await _cases.AddAsync(new PersonText(text), state.Run, work, cancel))
            await dc.Context.SendActivityAsync(Says.Message(Phrases["wait.passed-on"]), cancel);
        return EndOfTurn;
    }

    private List<(GivenAnswer Given, Field Field)> Answered(ProtocolRun run)
    {
        var fields = _content.Protocols.Get(run.Top.Key)!.Steps.OfType<QuestionStep>().SelectMany(s => s.Fields.Select(f => _content.Spoken(run.Top.Key, s.Id, f))).ToDictionary(f => f.Name);
        return [.. run.Top.Given.Where(g => fields.ContainsKey(g.Name)).Select(g => (g, fields[g.Name]))];
    }
}
