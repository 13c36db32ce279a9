using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>Takes over the steps that somebody has handed on. Whoever takes them is asked for their right now; having been told is no right.</summary>
internal sealed class WaitingSteps(DialogContent content, ITurnStore store, ICaseCalendars calendars)
{
    private readonly StepTakers _takers = new(content);

    private Phrases Phrases => content.Phrases;

    /// <summary>Begins the steps here, or says why not. Nothing tells somebody without a right whether there is such a case.</summary>
    /// <returns>False where nothing began.</returns>
    public async Task<bool> TakeAsync(DialogContext dc, string number, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        // An anonymous chat has no person, and so nothing to take.
        if (content.District.Person(work.Turn.PersonId) is not { } person || await store.FindCaseByNumberAsync(number, cancel) is not { Shredded: false } @case)
            return await SayAsync(dc, Phrases.Say("step.none-waits", ("code", number)), cancel);
        if (@case.Steps.LastOrDefault(s => _takers.May(person, @case, s)) is not { } steps)
            return await SayAsync(dc, WhoHasThem(person, @case, work.Now), cancel);

        var moment = new CaseMoment(Actor.Staff(person.Id), work.Now, content.Protocols.PlanOf(@case.Protocol), calendars.Of(@case.SchoolId), () => Guid.NewGuid().ToString("N"));
        var taken = CaseEngine.TakeSteps(@case, steps.RunId, moment);
        if (taken.Refused is not null) return await SayAsync(dc, Phrases.Say("step.case-closed", ("code", number)), cancel);
        // Somebody took them between the two looks: the case as it is now says who.
        if (await store.FindHandedAsync(@case.Id, steps.RunId, cancel) is not { } waiting)
            return await SayAsync(dc, WhoHasThem(person, await store.FindCaseAsync(@case.Id, cancel) ?? @case, work.Now), cancel);

        var passed = PassedRun.Read(waiting.Payload);
        work.Change(taken.Step!, @case.Revision, passed.Cases.Values.FirstOrDefault(c => c.Id == @case.Id)?.CaseKey());
        work.Taken.Add(new TakenRun(@case.Id, steps.RunId));
        await dc.BeginDialogAsync(ProtocolDialog.DialogId, new TakenOver(passed, @case.Number, content.District.Person(steps.From)?.Name ?? steps.From), cancel);
        return true;
    }

    private string WhoHasThem(Person person, Case @case, DateTimeOffset now)
    {
        if (@case.Steps.LastOrDefault(s => !s.Wait && _takers.MayHear(person, @case, s)) is not { Taken: { } taken }) return Phrases.Say("step.none-waits", ("code", @case.Number));
        return taken.PersonId == person.Id
            ? Phrases.Say("step.yours", ("code", @case.Number))
            : Phrases.Say("step.has-them", ("name", content.District.Person(taken.PersonId)?.Name ?? taken.PersonId), ("code", @case.Number), ("when", TimeWords.Ago(taken.At, now, Phrases)));
    }

    private static async Task<bool> SayAsync(DialogContext dc, string sentence, CancellationToken cancel)
    {
        await dc.Context.SendActivityAsync(Says.Message(sentence), cancel);
        return false;
    }
}
