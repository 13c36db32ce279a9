using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace SupportBot.Dialogs;

/// <summary>Steps 4 to 6 of a turn: interrupt, else the dialog on top of the stack, else the reception. Everything stays in memory.</summary>
internal sealed class AnswerStep(DialogContent content, DialogSet dialogs, HandOverTerms terms, WaitingSteps waiting)
{
    private readonly Reception _reception = new(content);
    private readonly LanguageStep _language = new(content, new Reception(content));

    /// <returns>The replies, in order. The work and its talk hold everything else that happened.</returns>
    public async Task<IReadOnlyList<Activity>> RunAsync(TurnWork work, CancellationToken cancel)
    {
        var collector = new ReplyCollector();
        using var context = new TurnContext(collector, work.Activity);
        context.TurnState.Set(work);
        var state = work.Talk.ToDialogState();
        var dc = new DialogContext(dialogs, context, state);
        Suggestions.Understand(work);
        HireDialog.Forget(work);
        if (work.IsFromPerson && work.Traits is { KeepsTranscript: false, IsPage: false }) work.Talk.Address = TalkAddress.Of(work.Activity);

        _language.Take(work, dc.ActiveDialog is not null);

        // Danger comes before the language it is told in.
        if (!await new InterruptStep(content, _reception, waiting, _language).RunAsync(dc, cancel))
        {
            if (dc.ActiveDialog is not null) await dc.ContinueDialogAsync(cancel);
            else if (work.IsFromPerson) await _reception.AnswerAsync(dc, cancel);
        }

        SaidAgain.Remember(work);
        SaidOnPage.Remember(work, collector.Replies);
        foreach (var open in dc.Stack) Promise(open, work);
        work.Talk.Take(state);
        Suggestions.Show(work, collector.Replies);
        return collector.Replies;
    }

    // A commit replaces all earlier timers of its conversation, so every open run repeats what it still waits for.
    private void Promise(DialogInstance open, TurnWork work)
    {
        if (open.Id == HandOverDialog.DialogId)
        {
            var talk = new HandOverState(open);
            work.Timers.Add(HandOverDialog.TimerOf(talk, terms));
            (work.ServerMayGoOn, work.WaitsForCase) = (true, talk.CaseId);
            return;
        }

        if (ProtocolDialog.ProtocolOf(open) is null) return;
        var state = new RunState(open);
        if (state.Timer is { } timer)
        {
            work.Timers.Add(timer);
            work.ServerMayGoOn = true;
        }

        work.WaitsForCase ??= state.WaitsForCase;
    }
}
