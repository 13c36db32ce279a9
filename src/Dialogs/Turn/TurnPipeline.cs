using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Wire;

namespace SupportBot.Dialogs;

/// <summary>
/// One turn: load, interrupt, answer, commit; only then may the channel acknowledge and send. The same for every channel.
/// Nothing in a turn calls another machine but the store, and calendars for three seconds where somebody looks for a time.
/// </summary>
public sealed class TurnPipeline
{
    private const int MostAttempts = 5;

    private readonly ITurnStore _store;
    private readonly LoadStep _load;
    private readonly AnswerStep _answer;
    private readonly SaidAgain _again;
    private readonly CommitStep _commit;
    private readonly FailureStep _failure;
    private readonly ILogger<TurnPipeline> _log;

    public TurnPipeline(ITurnStore store, DialogContent content, ICaseCalendars calendars, AlertRelease release, TimeProvider time, IAlarm alarm, ILogger<TurnPipeline> log, HandOverTerms? handOver = null, IDutyPresence? presence = null, ITrainings? trainings = null, IScheduling? scheduling = null, INewHires? hires = null, ISessions? sessions = null)
    {
        (_store, _log) = (store, log);
        _load = new LoadStep(store, time);
        var terms = handOver ?? new HandOverTerms();
        var dialogs = new DialogSet()
            .Add(new ProtocolDialog(content, store, calendars, release, presence ?? new EverybodyOnDuty()))
            .Add(new HandOverDialog(content, store, calendars, terms))
            .Add(new FollowUpDialog(content, store, calendars))
            .Add(new TrainingDialog(content, trainings ?? new NoTrainings(), sessions ?? new NoSessions()))
            .Add(new ScheduleDialog(content, scheduling ?? new NoScheduling(), trainings ?? new NoTrainings()))
            .Add(new HireDialog(content, hires ?? new NoNewHires()));
        _answer = new AnswerStep(content, dialogs, terms, new WaitingSteps(content, store, calendars));
        _again = new SaidAgain(content);
        _commit = new CommitStep(store);
        _failure = new FailureStep(content, time, alarm, log);
    }

    /// <summary>Runs a turn to its commit. Never throws for what a person typed or for a store that is down: the answer says so.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; nothing was committed.</exception>
    public async Task<TurnAnswer> RunAsync(IncomingTurn turn, CancellationToken cancel)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var work = await _load.RunAsync(turn, cancel);
                if (_again.Is(work)) return new TurnAnswer(TurnKind.Repeated, [], -1);
                var replies = await _answer.RunAsync(work, cancel);
                if (!work.IsFromPerson && work.NothingHappened) return new TurnAnswer(TurnKind.Nothing, [], -1);

                var result = await _commit.RunAsync(work, replies, cancel);
                switch (result.Outcome)
                {
                    case CommitOutcome.Committed:
                        return new TurnAnswer(TurnKind.Answered, CommitStep.Shown(work, replies), result.FirstReply) { Instead = work.Instead, Revision = result.Revision, PressWasOver = work.PressWasOver, Faults = work.Faults, Language = work.Talk.Language };
                    case CommitOutcome.Repeat:
                        return new TurnAnswer(TurnKind.Repeated, [.. result.Earlier.Select(a => ActivityJson.Read(a.Span))], result.FirstReply);
                    case CommitOutcome.Conflict when attempt >= MostAttempts:
                        throw new InvalidOperationException("A conversation changed under every attempt of a turn.");
                }

                // Somebody else's turn came between. Nothing was sent yet, so the turn is simply run again on what is there now.
                _log.TurnConflicted(attempt);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (StoreUnavailableException e)
        {
            return _failure.NotSaved(turn, e);
        }
        catch (Exception e)
        {
            return _failure.Broken(turn, e);
        }
    }
}
