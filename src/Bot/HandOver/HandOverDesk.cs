using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// What a person of staff does in a live hand-over, from whichever side: the console's page and the Teams chat call the same four acts.
/// Each is a turn of the student's conversation, so that all of them stand in one row, whichever process they come from.
/// </summary>
public sealed class HandOverDesk(HandOvers handOvers, Deadlines deadlines, ProgramTurns turns, CaseWork work, ICaseBook cases, District district, HandOverTerms terms, ILogger<HandOverDesk> log) : ITalks
{
    private const int Tries = 4;

    public async Task<TalkNow> OfAsync(Case @case, CancellationToken cancel)
    {
        var last = await handOvers.OfCaseAsync(@case.Id, cancel);
        if (last is { IsOpen: true }) return new TalkNow(TalkState.Open, last.PersonId, last.Version);
        if ((await deadlines.WaitingForAsync(@case.Id, cancel)).Count > 0) return new TalkNow(TalkState.Waits);
        return last is null ? new TalkNow(TalkState.None) : new TalkNow(TalkState.Over, last.PersonId, last.Version);
    }

    public Task<IReadOnlyList<Words>?> LinesAsync(Case @case, string personId, CancellationToken cancel) => handOvers.WordsAsync(@case.Id, personId, cancel);

    public Task<TalkAnswer> JoinAsync(string personId, string caseNumber, CancellationToken cancel) => JoinAsync(personId, caseNumber, null, cancel);

    /// <param name="nonce">Of a button that works once; used up in the commit that takes the alert, or else in the one that joins. Null for none.</param>
    public async Task<TalkAnswer> JoinAsync(string personId, string caseNumber, string? nonce, CancellationToken cancel)
    {
        if (await SeenAsync(personId, caseNumber, cancel) is not var (person, seen)) return TalkAnswer.Unseen;
        var caseId = seen.Case.Id;
        if (await handOvers.OfCaseAsync(caseId, cancel) is { IsOpen: true } open && open.PersonId == personId) return TalkAnswer.Done;
        if ((await handOvers.OpenOfAsync(personId, cancel)).Count >= terms.Most) return TalkAnswer.TooMany;
        var waiting = await deadlines.WaitingForAsync(caseId, cancel);
        if (waiting.Count == 0) return TalkAnswer.NobodyWaits;

        // Who comes has taken the alert. Where a colleague was faster with it, that colleague is the one who comes.
        if (seen.Case.OpenAlert is { } alert)
        {
            (var refused, nonce) = await TakeAsync(person, caseNumber, alert.Id, nonce, cancel);
            if (refused is { } answered) return answered;
        }

        var wasUsed = false;
        foreach (var (conversation, timer) in waiting)
        {
            var kind = await turns.RunAsync(conversation, new ProgramTurn(timer.RunId, timer.Token, personId) { Nonce = nonce }, cancel);
            if (kind == TurnKind.NotSaved) return TalkAnswer.NotSaved;
            wasUsed |= nonce is not null && kind == TurnKind.Repeated;
            if (kind == TurnKind.Answered) nonce = null;
        }

        var now = await handOvers.OfCaseAsync(caseId, cancel);
        var answer = now switch
        {
            { IsOpen: true } when now.PersonId == personId => TalkAnswer.Done,
            _ when wasUsed => TalkAnswer.UsedBefore,
            { IsOpen: true } => TalkAnswer.Taken,
            _ => TalkAnswer.NobodyWaits,
        };
        log.HandOverAct(caseNumber, "join", personId, answer);
        return answer;
    }

    public Task<TalkAnswer> SayAsync(string personId, string caseNumber, PersonText text, string key, CancellationToken cancel) =>
        PassOnAsync(caseNumber, new HandOverTurn.Says(personId, text, key), cancel);

    public Task<TalkAnswer> LeaveAsync(string personId, string caseNumber, CancellationToken cancel) =>
        InAsync(personId, caseNumber, "leave", new HandOverTurn.Leaves(personId), cancel);

    /// <summary>
    /// What a counselor types in Teams, passed on to the chat of that case. The same as <see cref="SayAsync"/>: the dedupe key is the
    /// activity's id, so that a delivery that comes twice is one line; one that comes late, with another id, is known by its text.
    /// </summary>
    public Task<TalkAnswer> CounselorSaysAsync(string personId, string caseNumber, PersonText text, string dedupeKey, CancellationToken cancel) =>
        PassOnAsync(caseNumber, new HandOverTurn.Says(personId, text, dedupeKey) { MayComeAgain = true }, cancel);

    /// <summary>Chats in which a person is now, by the numbers of their cases, the one joined first before the others.</summary>
    public async Task<IReadOnlyList<OpenTalk>> OpenOfAsync(string personId, CancellationToken cancel)
    {
        List<OpenTalk> talks = [];
        foreach (var open in await handOvers.OpenOfAsync(personId, cancel))
            if (await cases.FindAsync(open.CaseId, cancel) is { } @case) talks.Add(new OpenTalk(@case.Number, open.Id));
        return talks;
    }

    /// <summary>Takes the alert.</summary>
    /// <returns>Why whoever asked may not join, or null; and the nonce, where it is still to be used.</returns>
    private async Task<(TalkAnswer? Refused, string? Nonce)> TakeAsync(Person person, string caseNumber, string alertId, string? nonce, CancellationToken cancel)
    {
        if (nonce is null)
        {
            var taken = await work.DoAsync(person, caseNumber, "acknowledge", adds: true, (now, moment) => CaseEngine.Acknowledge(now.Case, alertId, moment), cancel);
            return (taken.Refused is Refusal.AlreadyTakenBy by && by.PersonId != person.Id ? TalkAnswer.Taken : null, null);
        }

        for (var left = Tries; left > 0; left--)
        {
            if (await work.FindAsync(person, caseNumber, cancel) is not { } seen) return (TalkAnswer.Unseen, nonce);
            var result = CaseEngine.Acknowledge(seen.Case, alertId, work.MomentOf(person, seen));
            if (result.Refused is { } refused) return (refused is Refusal.AlreadyTakenBy by && by.PersonId != person.Id ? TalkAnswer.Taken : null, nonce);
            switch (await cases.CommitOnceAsync(result.Step!, seen.Case.Revision, nonce, cancel))
            {
                case OnceOutcome.Done:
                    return (null, null);
                case OnceOutcome.UsedBefore:
                    return (TalkAnswer.UsedBefore, nonce);
            }
        }

        return (TalkAnswer.NotSaved, nonce);
    }

    private async Task<TalkAnswer> PassOnAsync(string caseNumber, HandOverTurn.Says says, CancellationToken cancel)
    {
        if (says.Text.IsBlank) return TalkAnswer.Blank;
        return says.Text.Length > HandOverTerms.LongestLine ? TalkAnswer.TooLong : await InAsync(says.PersonId, caseNumber, "say", says, cancel);
    }

    private async Task<TalkAnswer> InAsync(string personId, string caseNumber, string act, HandOverTurn turn, CancellationToken cancel)
    {
        if (await SeenAsync(personId, caseNumber, cancel) is not var (_, seen)) return TalkAnswer.Unseen;
        if (await handOvers.OfCaseAsync(seen.Case.Id, cancel) is not { IsOpen: true, Conversation: { } conversation } open || open.PersonId != personId) return TalkAnswer.Over;
        var answer = await turns.RunAsync(conversation, new ProgramTurn(HandOverRun.Of(open.Id), "", null) { HandOver = turn }, cancel) switch
        {
            TurnKind.Answered or TurnKind.Repeated => TalkAnswer.Done,
            TurnKind.NotSaved => TalkAnswer.NotSaved,
            _ => TalkAnswer.Over,
        };
        log.HandOverAct(caseNumber, act, personId, answer);
        return answer;
    }

    private async Task<(Person Person, SeenCase Seen)?> SeenAsync(string personId, string caseNumber, CancellationToken cancel) =>
        district.Person(personId) is { } person && await work.FindAsync(person, caseNumber, cancel) is { } seen ? (person, seen) : null;
}
