using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>What comes from outside the tab: the counselor's lines, another person who would join, silence, and every end.</summary>
internal sealed partial class HandOverDialog
{
    private async Task<DialogTurnResult> GoOnAloneAsync(DialogContext dc, HandOverState state, TurnWork work, ProgramTurn program, CancellationToken cancel)
    {
        if (program.HandOver is HandOverTurn.TabGone) return await EndAsync(dc, state, work, HandOverEnd.StudentLeft, Actor.Reporter, "talk.over", cancel);
        if (program.RunId != state.RunId) return EndOfTurn;
        switch (program.HandOver)
        {
            case HandOverTurn.Says says when says.PersonId == state.PersonId:
                if (says.MayComeAgain && state.HasSaid(says.Text.Reveal(), work.Now)) work.NothingHappened = false;
                else await CounselorSaysAsync(dc, state, work, says.Text, cancel);
                return EndOfTurn;
            case HandOverTurn.Leaves leaves when leaves.PersonId == state.PersonId:
                return await EndAsync(dc, state, work, HandOverEnd.CounselorLeft, Actor.Staff(state.PersonId), "talk.left", cancel);
            case not null:
                return EndOfTurn;
        }

        if (program.JoinedBy is { } another)
        {
            await TakeOverAsync(dc, state, work, another, cancel);
            return EndOfTurn;
        }

        if (program.Token != state.Token(terms.Silence)) return EndOfTurn;
        if (work.Now >= state.Gone) return await EndAsync(dc, state, work, HandOverEnd.StudentLeft, Actor.Program, "talk.over", cancel);
        await NoticeSilenceAsync(dc, state, work, program.IsBehind, cancel);
        return EndOfTurn;
    }

    private async Task CounselorSaysAsync(DialogContext dc, HandOverState state, TurnWork work, PersonText text, CancellationToken cancel)
    {
        if (await _cases.FindAsync(state.CaseId, work, cancel) is not { } @case) return;
        work.NothingHappened = false;
        _cases.Say(@case, state.Id, Actor.Staff(state.PersonId), text, work);
        work.HandOvers.Add(Change(state));
        (state.WaitsSince, state.Silences) = (null, 0);
        state.Remember(text.Reveal(), work.Now);
        // Plain: what a person typed is never read as markup.
        var line = MessageFactory.Text($"{content.District.Person(state.PersonId)?.Name}: {text.Reveal()}");
        line.TextFormat = TextFormatTypes.Plain;
        line.SuggestedActions = new SuggestedActions { Actions = [Leave(state)] };
        await dc.Context.SendActivityAsync(line, cancel);
    }

    // The first who joined stays. Only where that person does not answer may another come instead.
    private async Task TakeOverAsync(DialogContext dc, HandOverState state, TurnWork work, string another, CancellationToken cancel)
    {
        if (another == state.PersonId || state.Silences == 0) return;
        var (before, name) = (Change(state), NameOf(state.PersonId));
        if (await _cases.FindAsync(state.CaseId, work, cancel) is not { } @case || @case.Excluded.Contains(another)) return;
        HandOverCase.Take(CaseEngine.LeaveTalk(@case, Actor.Staff(state.PersonId), state.Id.ToString("N"), _cases.Moment(@case, Actor.Staff(another), work)), @case, work);
        work.HandOvers.Add(before with { Ends = HandOverEnd.TakenOver, News = [new HandOverNews(HandOverNewsKind.TakenOver)] });
        await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("talk.instead", ("name", name))), cancel);
        if (!await OpenAsync(dc, state, work, another, cancel)) throw new InvalidOperationException("Nobody may take over who may not join.");
        work.NothingHappened = false;
    }

    // Honest, with numbers; the case's people are told by every way there is, and the second time the role is called again.
    private async Task NoticeSilenceAsync(DialogContext dc, HandOverState state, TurnWork work, bool isBehind, CancellationToken cancel)
    {
        if (await _cases.FindAsync(state.CaseId, work, cancel) is not { } @case) return;
        work.NothingHappened = false;
        state.Silences++;
        var waits = CaseEngine.TalkUnanswered(@case, state.Id.ToString("N"), _cases.Moment(@case, Actor.Program, work));
        HandOverCase.Take(waits, @case, work);
        if (state.Silences > 1) _cases.CallAgain(work.Changed(@case.Id)!, state, work);
        work.HandOvers.Add(Change(state) with { News = [new HandOverNews(HandOverNewsKind.StudentWaits)] });
        var numbers = HelpNumbers.Crisis(content, @case.KnownSchool, work.Now);
        // Whoever has read nothing is not silent.
        var phrase = (isBehind, state.Silences > 1) switch
        {
            (true, false) => "talk.behind",
            (true, true) => "talk.behind-again",
            (false, false) => "talk.silent",
            _ => "talk.silent-again",
        };
        var said = Phrases.Say(phrase, ("name", NameOf(state.PersonId)), ("numbers", numbers));
        await dc.Context.SendActivityAsync(Says.Message(said, Leave(state)), cancel);
    }

    private Task<DialogTurnResult> StudentLeavesAsync(DialogContext dc, HandOverState state, TurnWork work, CancellationToken cancel) =>
        EndAsync(dc, state, work, HandOverEnd.StudentLeft, Actor.Reporter, "talk.you-left", cancel);

    private async Task<DialogTurnResult> EndAsync(DialogContext dc, HandOverState state, TurnWork work, HandOverEnd end, Actor who, string phrase, CancellationToken cancel)
    {
        work.NothingHappened = false;
        if (await _cases.FindAsync(state.CaseId, work, cancel) is { } @case)
            HandOverCase.Take(CaseEngine.LeaveTalk(@case, who, state.Id.ToString("N"), _cases.Moment(@case, who, work)), @case, work);
        var news = end == HandOverEnd.CounselorLeft ? HandOverNewsKind.YouLeft : HandOverNewsKind.StudentLeft;
        work.HandOvers.Add(Change(state) with { Ends = end, News = [new HandOverNews(news)] });
        var numbers = HelpNumbers.Crisis(content, null, work.Now);
        await dc.Context.SendActivityAsync(Says.Message(Phrases.Say(phrase, ("name", NameOf(state.PersonId)), ("numbers", numbers))), cancel);
        return await dc.EndDialogAsync(new HandOverOver(state.PersonId), cancel);
    }
}
