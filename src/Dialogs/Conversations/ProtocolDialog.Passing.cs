using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Cases;
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
        if (work.Turn.PersonId is not { } me || await _cases.CaseOfStepsAsync(state.Run, work, cancel) is not { } @case) return await StayAsync(dc, "step.nothing-to-hand", cancel);
        var role = RoleOf(state.Run, @case);
        CardAction For(string to, string title) => new ButtonPress(question.Token, question.Fields[0].Name, to, ButtonPress.Pass).As(title);
        var ways = Offered(state.Run, @case, role, me).Select(p => For(To + p.Id, p.Name)).Append(For(Anybody, Phrases.Say("step.anybody", ("role", _content.TitleOfRole(role)))));
        // Whoever has said that a step is done cannot be the second who says so.
        if (asks == "step.who") ways = ways.Append(For(To + me, Phrases["step.myself"]));
        await dc.Context.SendActivityAsync(Says.Message(Phrases.Say(asks, ("role", _content.TitleOfRole(role))), [.. ways]), cancel);
        return EndOfTurn;
    }

    // Whoever gave the steps to this person first: they may simply go back.
    private IReadOnlyList<Directory.Person> Offered(ProtocolRun run, Case @case, string role, string me)
    {
        var giver = _content.District.Person(@case.Steps.LastOrDefault(s => s.RunId == run.RunId && s.From != me)?.From);
        var names = _takers.Offered(role, @case, me).Take(MostNames);
        return giver is null || @case.Excluded.Contains(giver.Id) || !_takers.MaySee(giver, @case) ? [.. names] : [giver, .. names.Where(p => p.Id != giver.Id)];
    }

    // A question has no role of its own: it is for whoever does the steps around it.
    private string RoleOf(ProtocolRun run, Case @case) =>
        (Standing(run) as DoStep ?? run.Walked.Reverse().Select(w => _content.Protocols.Get(w.Protocol)?.Find(w.StepId)).OfType<DoStep>().FirstOrDefault())?.Role
            ?? _content.Protocols.PlanOf(@case.Protocol).Sees[0];

    private async Task<DialogTurnResult> PassAsync(DialogContext dc, RunState state, TurnWork work, string chosen, CancellationToken cancel)
    {
        var run = state.Run;
        if (work.Turn.PersonId is not { } from || await _cases.CaseOfStepsAsync(run, work, cancel) is not { } @case)
            return await StayAsync(dc, "step.nothing-to-hand", cancel);
        var role = RoleOf(run, @case);
        var to = chosen == Anybody ? null : chosen == To + from ? _content.District.Person(from) : Offered(run, @case, role, from).FirstOrDefault(p => To + p.Id == chosen);
        if (to is null && chosen != Anybody) return await StayAsync(dc, "step.not-them", cancel);

        // Given back to whoever has said so already, it still needs somebody else: that person passes it on.
        var why = run.Top.ConfirmedBy is { } first && first != to?.Id ? StepsReason.SecondPerson : StepsReason.HandedOver;
        // A question is due when its silence would be noticed.
        var due = Standing(run) is DoStep ? state.Due : state.Timer?.Due;
        if (_cases.HandStepsOver(@case, why, role, to?.Id, due, run, work) is not var (after, key)) return await StayAsync(dc, "step.cannot-hand", cancel);
        var cases = work.Talk.Cases.Where(c => c.Key.StartsWith(run.RunId, StringComparison.Ordinal)).ToDictionary(c => c.Key, c => c.Value);
        var passed = new PassedRun(state.ProtocolId, ProtocolRunJson.Write(run), state.Due, cases, state.Timer);
        work.Handed.Add(new HandedRun(@case.Id, key, run.RunId, why, from, to?.Id, role, passed.Write()));
        foreach (var open in cases.Keys) work.Talk.Cases.Remove(open);
        var said = to?.Id == from ? Phrases.Say("step.kept", ("code", @case.Number)) : Phrases.Say("step.handed", ("name", to?.Name ?? _content.TitleOfRole(role)), ("code", @case.Number));
        if (to?.Id != from && _content.District.Person(from) is { } giver && _takers.MaySee(giver, after)) said += " " + Phrases.Say("step.still-yours", ("code", @case.Number));
        await dc.Context.SendActivityAsync(Says.Message(said), cancel);
        return await FinishAsync(dc, cancel);
    }

    // Nothing is given away: the step stands where it stood.
    private async Task<DialogTurnResult> StayAsync(DialogContext dc, string phrase, CancellationToken cancel)
    {
        await dc.Context.SendActivityAsync(Says.Message(Phrases[phrase]), cancel);
        await RepeatAsync(dc, cancel);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> GoOnWithAsync(DialogContext dc, TakenOver taken, TurnWork work, CancellationToken cancel)
    {
        var state = new RunState(dc.ActiveDialog) { ProtocolId = taken.Passed.ProtocolId, Run = ProtocolRunJson.Read(taken.Passed.Run), Due = taken.Passed.Due, Timer = taken.Passed.Timer };
        // Silence while nobody had the steps is nobody's: whoever takes them gets the whole time.
        if (state.Timer is { } timer && timer.Due <= work.Now && Standing(state.Run)?.Silence is { } silence) Watch(state, work, state.Run, timer.Token, silence.After);
        foreach (var (key, open) in taken.Passed.Cases) work.Talk.Cases[key] = open;
        Pin(work, state.Run);
        await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("step.taken", ("name", taken.FromName), ("code", taken.CaseNumber))), cancel);
        if (state.Run.Top.ConfirmedBy is { } first)
            await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("step.first-said", ("name", _content.District.Person(first)?.Name ?? first))), cancel);
        if (await RecalledAsync(dc, state, work, cancel) is { } led) return led;
        await RepeatAsync(dc, cancel);
        return EndOfTurn;
    }
}
