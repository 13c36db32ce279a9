using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Fires deadlines that have come: climbs ladders, escalates tasks, asks again for steps that nobody takes, lets urgent protocols notice silence. Stale ones are dropped.</summary>
public sealed class DeadlineWorker(Deadlines deadlines, ICaseBook cases, ProgramMoments moments, ProgramTurns turns, HandOverPost post, HandOverTerms terms, TimeProvider time, ILogger<DeadlineWorker> log)
    : WorkLoop(time, log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var due = await deadlines.ClaimDueAsync(Time.GetUtcNow(), 50, Lease, cancel);
        foreach (var item in due)
        {
            if (item.Case is { } deadline) await FireAsync(item, deadline, cancel);
            else if (item.Silence is { } silence) await NoticeSilenceAsync(item, silence, cancel);
        }

        return due.Count > 0;
    }

    private async Task FireAsync(DueDeadline item, Deadline deadline, CancellationToken cancel)
    {
        if (await cases.FindAsync(deadline.CaseId, cancel) is not { } @case || StepOf(@case, deadline) is not { } step)
        {
            await deadlines.DropAsync(item);
            return;
        }

        var fired = await deadlines.FireAsync(item, step, @case.Revision, cancel);
        Log.DeadlineFired(log, @case.Number, deadline.Kind, fired);
    }

    private CaseStep? StepOf(Case @case, Deadline deadline)
    {
        if (moments.Of(@case) is not { } moment) return null;
        return deadline.Kind switch
        {
            DeadlineKind.Rung => CaseEngine.RungRanOut(@case, deadline.Subject, deadline.Token, moment),
            DeadlineKind.Steps => CaseEngine.StepsFellDue(@case, deadline.Subject, deadline.Token, moment),
            _ => CaseEngine.TaskFellDue(@case, deadline.Subject, deadline.Token, moment),
        };
    }

    private async Task NoticeSilenceAsync(DueDeadline item, DueSilence silence, CancellationToken cancel)
    {
        var isBehind = terms.Teams && HandOverRun.IdOf(silence.Timer.RunId) is { } talk && await post.IsBehindAsync(talk, cancel);
        var kind = await turns.RunAsync(silence.Conversation, new ProgramTurn(silence.Timer.RunId, silence.Timer.Token, null) { IsBehind = isBehind }, cancel);
        // Nothing was saved: the lease runs out, and the silence is noticed then. Dropped, an urgent protocol would wait for ever.
        if (kind == TurnKind.NotSaved) return;
        await deadlines.DropAsync(item);
    }
}
