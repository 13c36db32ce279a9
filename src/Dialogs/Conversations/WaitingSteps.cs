using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Cases;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>"Go on with K7M-2QD": takes over the steps that somebody has handed on.</summary>
internal sealed class WaitingSteps(DialogContent content, ITurnStore store, ICaseCalendars calendars)
{
    private static readonly string[] Beginnings = ["go on with ", "go on with case ", "take over ", "continue with ", "seguir con "];

    private Phrases Phrases => content.Phrases;

    /// <summary>The case number that was typed after "go on with"; null where the text is something else.</summary>
    public static string? NumberIn(string text)
    {
        if (text.Length > 60) return null;
        var plain = TextNormaliser.Plain(text);
        return Beginnings.Where(b => plain.StartsWith(b, StringComparison.Ordinal)).Select(b => CaseNumber.Read(plain[b.Length..].Replace(" ", "", StringComparison.Ordinal))).FirstOrDefault(n => n is not null);
    }

    /// <summary>Begins the steps here, or says why not. Nothing tells somebody without a right whether there is such a case.</summary>
    public async Task TakeAsync(DialogContext dc, string number, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        if (content.District.Person(work.Turn.PersonId) is not { } person || await store.FindCaseByNumberAsync(number, cancel) is not { } @case
            || @case.Excluded.Contains(person.Id) || await store.FindHandedAsync(@case.Id, cancel) is not { } waiting || !May(person, @case, waiting))
        {
            await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("step.none-waits", ("code", number))), cancel);
            return;
        }

        var moment = new CaseMoment(Actor.Staff(person.Id), work.Now, content.Protocols.PlanOf(@case.Protocol), calendars.Of(@case.SchoolId), () => Guid.NewGuid().ToString("N"));
        if (CaseEngine.TakeSteps(@case, moment).Step is not { } step) return;
        var passed = PassedRun.Read(waiting.Payload);
        work.Change(step, @case.Revision, passed.Cases.Values.FirstOrDefault(c => c.Id == @case.Id)?.CaseKey());
        work.Taken.Add(new TakenRun(@case.Id, waiting.RunId));
        await dc.BeginDialogAsync(ProtocolDialog.DialogId, new TakenOver(passed, @case.Number, content.District.Person(waiting.FromPerson)?.Name ?? waiting.FromPerson), cancel);
    }

    // Who was asked; whoever holds the role of the step there, because a person who was asked may be away; and whoever gave it, to take it back.
    private static bool May(Directory.Person person, Case @case, WaitingRun waiting) =>
        waiting.ToPerson == person.Id || waiting.FromPerson == person.Id || person.Holds(waiting.Role, @case.SchoolId.Length == 0 ? null : @case.SchoolId);
}
