using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>
/// Steps that another person goes on with. The run leaves this conversation and rests sealed with its case, in the commit of this turn; whoever takes it
/// stands at the same open step and retypes nothing.
/// </summary>
internal sealed partial class ProtocolDialog
{
    private const string To = "to:";
    private const string Anybody = "to:role";
    private const int MostNames = 5;

    private async Task<DialogTurnResult> WhoGoesOnAsync(DialogContext dc, RunState state, TurnWork work, Question question, string asks, CancellationToken cancel)
    {
        if (work.Turn.PersonId is null || Standing(state.Run) is not DoStep step || await _cases.CaseOfStepsAsync(state.Run, work, cancel) is not { } @case)
        {
            await dc.Context.SendActivityAsync(Says.Message(Phrases["step.nothing-to-hand"]), cancel);
            await RepeatAsync(dc, cancel);
            return EndOfTurn;
        }

        var role = _content.District.Role(step.Role)?.Title ?? step.Role;
        var names = MayTake(step, @case, work).Take(MostNames).Select(p => new ButtonPress(question.Token, question.Fields[0].Name, To + p.Id, null).As(p.Name));
        await dc.Context.SendActivityAsync(
            Says.Message(Phrases.Say(asks, ("role", role)), [.. names, new ButtonPress(question.Token, question.Fields[0].Name, Anybody, null).As(Phrases.Say("step.anybody", ("role", role)))]), cancel);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> PassAsync(DialogContext dc, RunState state, TurnWork work, string chosen, CancellationToken cancel)
    {
        var run = state.Run;
        if (work.Turn.PersonId is not { } from || Standing(run) is not DoStep step || await _cases.CaseOfStepsAsync(run, work, cancel) is not { } @case) return EndOfTurn;
        var to = chosen == Anybody ? null : MayTake(step, @case, work).FirstOrDefault(p => To + p.Id == chosen);
        if (to is null && chosen != Anybody)
        {
            await dc.Context.SendActivityAsync(Says.Message(Phrases["step.not-them"]), cancel);
            await RepeatAsync(dc, cancel);
            return EndOfTurn;
        }

        if (_cases.HandStepsOver(@case, step.Role, to?.Id, run, work) is not { } key) return EndOfTurn;
        var cases = work.Talk.Cases.Where(c => c.Key.StartsWith(run.RunId, StringComparison.Ordinal)).ToDictionary(c => c.Key, c => c.Value);
        work.Handed.Add(new HandedRun(@case.Id, key, run.RunId, from, to?.Id, step.Role, new PassedRun(state.ProtocolId, ProtocolRunJson.Write(run), state.Due, cases).Write()));
        foreach (var open in cases.Keys) work.Talk.Cases.Remove(open);
        await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("step.handed", ("name", to?.Name ?? _content.District.Role(step.Role)?.Title ?? step.Role), ("code", @case.Number))), cancel);
        return await FinishAsync(dc, cancel);
    }

    private async Task<DialogTurnResult> GoOnWithAsync(DialogContext dc, TakenOver taken, TurnWork work, CancellationToken cancel)
    {
        var state = new RunState(dc.ActiveDialog) { ProtocolId = taken.Passed.ProtocolId, Run = ProtocolRunJson.Read(taken.Passed.Run), Due = taken.Passed.Due };
        foreach (var (key, open) in taken.Passed.Cases) work.Talk.Cases[key] = open;
        Pin(work, state.Run);
        await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("step.taken", ("name", taken.FromName), ("code", taken.CaseNumber))), cancel);
        if (state.Run.Top.ConfirmedBy is { } first)
            await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("step.first-said", ("name", _content.District.Person(first)?.Name ?? first))), cancel);
        if (state.Run.Frames.Any(f => _content.Protocols.IsRecalled(f.Key)) && !state.Run.IsRecalled)
            return await TakeAsync(dc, state, work, ProtocolEngine.Resume(state.Run, new Recall(), Library(work)), cancel);
        await RepeatAsync(dc, cancel);
        return EndOfTurn;
    }

    private IEnumerable<Person> MayTake(DoStep step, Case @case, TurnWork work) =>
        _content.District.Roster.HoldersOnPaper(step.Role, @case.SchoolId.Length == 0 ? null : @case.SchoolId)
            .Where(p => p.Id != work.Turn.PersonId && !@case.Excluded.Contains(p.Id)).OrderBy(p => p.Name, StringComparer.CurrentCulture);
}
