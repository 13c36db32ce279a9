using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>
/// A version that was found to harm: whoever is in the middle of it is told so, reads where a person answers now, and goes on at the fallback. Nobody is moved to another version's
/// steps, and a case that is open stays as it is.
/// </summary>
internal sealed partial class ProtocolDialog
{
    /// <summary>Null where nothing of the run was recalled, or it was led away already.</summary>
    private async Task<DialogTurnResult?> RecalledAsync(DialogContext dc, RunState state, TurnWork work, CancellationToken cancel)
    {
        if (state.Run.IsRecalled || !state.Run.Frames.Any(f => _content.Protocols.IsRecalled(f.Key))) return null;
        var sprint = ProtocolEngine.Resume(state.Run, new Recall(), Library(work));
        // Whether somebody can be asked into the chat is said by the invitation itself.
        var isPersonCalled = sprint.Effects.Any(e => e is RaiseCase);
        var numbers = HelpNumbers.Crisis(_content, SchoolOf(dc, state.Run), work.Now);
        await dc.Context.SendActivityAsync(Says.Message(isPersonCalled ? Phrases.Say("recall.person", ("numbers", numbers)) : Phrases.Say("recall.told", ("numbers", numbers))), cancel);
        return await TakeAsync(dc, state, work, sprint, cancel);
    }
}
