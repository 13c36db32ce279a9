using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>A hand-off in the anonymous web chat is a live one: whoever joins and the student write to each other.</summary>
internal sealed partial class ProtocolDialog
{
    /// <summary>
    /// The sentence that says that nobody can come, where a student only wants to talk; null where somebody is called. An urgent alert of
    /// a critical protocol calls on at every hour, so nobody is ever sent away there.
    /// </summary>
    private async Task<string?> NobodyCanComeAsync(Invite invite, ProtocolRun run, TurnWork work, CancellationToken cancel)
    {
        if (!work.Traits.Anonymous || run.Frames.Any(f => _content.Protocols.Get(f.Key) is { Severity: Severity.Critical })) return null;
        var except = (await _cases.CaseNowAsync(invite.Protocol, run, work, cancel))?.Excluded ?? _cases.KeptOut(run);
        return await _desk.NobodyAsync(invite.Role, CaseRaising.SchoolOf(run), except, work.Now, cancel);
    }

    /// <summary>Somebody acknowledged or joined while a hand-off waits. Does nothing for a person who is kept out of the case.</summary>
    private async Task<DialogTurnResult> HandOverAsync(DialogContext dc, RunState state, TurnWork work, HandoffStep step, string personId, CancellationToken cancel)
    {
        var @case = await _cases.CaseNowAsync(state.Run.Top.Key, state.Run, work, cancel);
        if (@case is null || @case.Excluded.Contains(personId) || _content.District.Person(personId) is null) return EndOfTurn;
        work.NothingHappened = false;
        // The talk has a timer of its own; the run stands where it is until the talk is over.
        (state.Timer, state.WaitsForCase) = (null, null);
        return await dc.BeginDialogAsync(HandOverDialog.DialogId, new HandOverStart(@case.Id, personId, step.Role), cancel);
    }

    // The case and its ladder stay; only nobody is told any more that a person is in a chat that is not there.
    private DialogTurnResult Leave(RunState state, TurnWork work, ProgramTurn program)
    {
        if (program.HandOver is not HandOverTurn.TabGone || LiveHandoff(state.Run, work) is null) return EndOfTurn;
        (work.NothingHappened, state.IsLeft) = (false, true);
        return EndOfTurn;
    }

    private HandoffStep? LiveHandoff(ProtocolRun run, TurnWork work) => work.Traits.Anonymous ? Standing(run) as HandoffStep : null;
}
