using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Cases;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// Step 4 of a turn: crisis signals first, before any dialog sees the turn; then what a person may say at any time.
/// An interrupted dialog stays on the stack and goes on where it was, and what the person wrote is kept for it.
/// </summary>
internal sealed class InterruptStep(DialogContent content, Reception reception, WaitingSteps waiting, LanguageStep language)
{
    private readonly StaffMenu _staff = new(content);
    private readonly PlainAnswers _answers = new(content);

    /// <returns>True where the turn is answered.</returns>
    public async Task<bool> RunAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        if (!work.IsFromPerson || work.Activity.Type != ActivityTypes.Message) return false;
        // Words on a form are looked at like any others; a button of ours holds none.
        if (ButtonPress.Of(work.Activity) is { Do: ButtonPress.Speak or ButtonPress.Interpreter }) return await language.RunAsync(dc, cancel);
        if (await TrainingAsync(dc, work, cancel)) return true;
        if (ButtonPress.Of(work.Activity) is not null)
        {
            return CardAnswer.Of(work.Activity) is { Inputs.Count: > 0 } form && dc.ActiveDialog?.Id != HandOverDialog.DialogId && await AlarmAsync(dc, work, form.Typed, form, cancel)
                || await HiresAsync(dc, work, HireDialog.WishOf(ButtonPress.Of(work.Activity)), cancel);
        }

        var text = work.Activity.Text;
        if (work.Turn.File is not null)
            return !string.IsNullOrWhiteSpace(text) && await AlarmAsync(dc, work, text, null, cancel) || await HiresAsync(dc, work, new HireWish(HireVerb.File), cancel);
        if (string.IsNullOrWhiteSpace(text)) return false;
        if (dc.ActiveDialog?.Id == HandOverDialog.DialogId) return await BesideHandOverAsync(dc, work, text, cancel);
        if (content.Phrasebook.Is("help.not-safe", text)) return await NotSafeAsync(dc, work, cancel);
        if (await AlarmAsync(dc, work, text, null, cancel)) return true;
        if (await language.RunAsync(dc, cancel)) return true;
        if (GoOnWords.NumberIn(text) is { } number) return await GoOnAsync(dc, work, number, cancel);
        return content.Commands.Of(text) is { } command && await ObeyAsync(dc, work, command, cancel);
    }

    // A button of trainings, or of a session, stands on a card of its own and is answered whatever is open; that goes on afterwards.
    private static async Task<bool> TrainingAsync(DialogContext dc, TurnWork work, CancellationToken cancel)
    {
        if (dc.ActiveDialog?.Id is not (ScheduleDialog.DialogId or HandOverDialog.DialogId) && ButtonPress.Of(work.Activity) is { } button && ScheduleDialog.WishOf(button) is { } plan)
        {
            await dc.BeginDialogAsync(ScheduleDialog.DialogId, plan, cancel);
            return true;
        }

        if (dc.ActiveDialog?.Id is HandOverDialog.DialogId || ButtonPress.Of(work.Activity) is not { Field: TrainingDialog.Field } press) return false;
        // What is answered to feedback goes past everything that remembers words, also while a list of trainings is open.
        var isOpen = dc.ActiveDialog?.Id == TrainingDialog.DialogId;
        if ((isOpen && !SessionPages.BringsFeedback(press.Choice)) || ((TrainingDialog)dc.FindDialog(TrainingDialog.DialogId)).WishOf(press, work) is not { } wish) return false;
        if (isOpen) await dc.ReplaceDialogAsync(TrainingDialog.DialogId, wish, cancel);
        else await dc.BeginDialogAsync(TrainingDialog.DialogId, wish, cancel);
        return true;
    }

    // So is a button of new hires, and a list that somebody drops.
    private async Task<bool> HiresAsync(DialogContext dc, TurnWork work, HireWish? wish, CancellationToken cancel)
    {
        if (wish is null || dc.ActiveDialog?.Id == HandOverDialog.DialogId || !((HireDialog)dc.FindDialog(HireDialog.DialogId)).IsFor(work)) return false;
        // Its own form waits for nothing else any more.
        if (dc.ActiveDialog?.Id == HireDialog.DialogId && wish.Verb == HireVerb.Press) return false;
        await reception.GreetAsync(dc, work, cancel);
        if (dc.ActiveDialog?.Id == HireDialog.DialogId) await dc.ReplaceDialogAsync(HireDialog.DialogId, wish, cancel);
        else await dc.BeginDialogAsync(HireDialog.DialogId, wish, cancel);
        return true;
    }

    // Steps that somebody handed over begin on top of whatever is open here, and that goes on afterwards.
    private async Task<bool> GoOnAsync(DialogContext dc, TurnWork work, string number, CancellationToken cancel)
    {
        if (dc.ActiveDialog is null) await reception.GreetAsync(dc, work, cancel);
        if (!await waiting.TakeAsync(dc, number, cancel) && dc.ActiveDialog is not null && dc.FindDialog(dc.ActiveDialog.Id) is ITakesCommands open) await open.RepeatAsync(dc, cancel);
        return true;
    }

    // Detection raises urgency and shows help. It never lowers anything, and it never stands in the way of a report.
    private async Task<bool> AlarmAsync(DialogContext dc, TurnWork work, string text, CardAnswer? form, CancellationToken cancel)
    {
        List<string> lately = [.. work.Talk.Lately, text];
        var signals = content.Signals.FindAll(lately);
        work.Talk.Remember(text);
        if (signals.Count == 0) return false;
        work.Talk.Lately = [];
        work.Talk.Note(signals.Select(s => s.Kind));
        var today = content.District.CalendarOf(null).Today(work.Now);
        // What only offers a person begins by what is said outright.
        var forEverybody = signals.SelectMany(s => content.Protocols.StartedBy($"signal:{s.Kind}", today).Where(p => p.Severity == Severity.Critical || s.Urgency == SignalUrgency.Critical)).OrderByDescending(p => p.Severity);
        var protocol = ForStaff(lately, work).Concat(forEverybody).FirstOrDefault(p => MayInterrupt(dc, p, work) && _staff.Refusal(p, work) is null);
        if (protocol is null)
        {
            var help = HelpNumbers.Alarm(content, ProtocolDialog.SchoolOf(dc), work.Now);
            // Where steps that call somebody are open, a person was asked for or offered already.
            var isOffered = dc.Stack.Any(d => SeverityOf(d) > Severity.Standard);
            await dc.Context.SendActivityAsync(Says.Message(isOffered ? help : $"{help}\n\n{content.Phrases["help.alarm-person"]}"), cancel);
            return false;
        }

        await reception.GreetAsync(dc, work, cancel);
        if (dc.ActiveDialog is not null && form is not null) work.Talk.KeptForm = new(form.Inputs) { [""] = ButtonPress.Of(work.Activity)?.Token ?? "", [" kept"] = string.Join('~', form.Kept) };
        else if (dc.ActiveDialog is not null) work.Talk.Kept = text;
        if (protocol.Severity < Severity.Critical) work.Talk.Begun = [.. work.Talk.Begun.Append(protocol.Id).Distinct()];
        await dc.BeginDialogAsync(ProtocolDialog.DialogId, new ProtocolStart(protocol.Id, text), cancel);
        return true;
    }

    // What calls a person in every case interrupts everything. What only offers one interrupts what matters less, and once.
    private bool MayInterrupt(DialogContext dc, Protocol protocol, TurnWork work) =>
        !IsOnStack(dc, protocol.Id) && (protocol.Severity == Severity.Critical || !work.Talk.Begun.Contains(protocol.Id) && dc.Stack.All(d => SeverityOf(d) < protocol.Severity));

    private Severity SeverityOf(DialogInstance dialog) =>
        ProtocolDialog.KeyOf(dialog) is { } key && content.Protocols.Get(key) is { } open ? open.Severity : Severity.Standard;

    // Staff who write of somebody else are led through the steps that are theirs: a student in danger of suicide, danger to others, abuse.
    private IReadOnlyList<Protocol> ForStaff(IReadOnlyList<string> lately, TurnWork work)
    {
        if (content.District.Person(work.Turn.PersonId) is null || content.Signals.Read(lately) is not { Grade: >= CrisisGrade.High } reading) return [];
        var route = reading.Kind switch
        {
            CrisisKind.ThirdPerson => "suicide-protocol",
            CrisisKind.DangerToOthers => "threat-assessment",
            CrisisKind.Abuse => "mandated-report-helper",
            _ => null,
        };
        return route is null ? [] : content.Protocols.StartedBy($"route:{route}", content.District.CalendarOf(null).Today(work.Now));
    }

    // Somebody is in the chat. Help is shown beside what is said, and everything goes on to that person; the dialog raises the alarm.
    private async Task<bool> BesideHandOverAsync(DialogContext dc, TurnWork work, string text, CancellationToken cancel)
    {
        var signals = content.Signals.FindAll(text);
        work.Talk.Note(signals.Select(s => s.Kind));
        var isCry = content.Phrasebook.Is("help.not-safe", text);
        if (signals.Count > 0 || isCry)
            await dc.Context.SendActivityAsync(Says.Message(HelpNumbers.Alarm(content, ProtocolDialog.SchoolOf(dc), work.Now)), cancel);
        else if (content.Commands.Of(text) is { Kind: CommandKind.Help or CommandKind.QuickExit } command)
            await _answers.SayAsync(dc.Context, command.Kind, work.Now, cancel);
        else return false;

        // Buttons stand under the last message only: the one that leaves must not go away.
        if (dc.FindDialog(HandOverDialog.DialogId) is ITakesCommands talk) await talk.RepeatAsync(dc, cancel);
        return false;
    }

    // The button "I am not safe right now", on every screen: straight to the protocol that calls a person.
    private async Task<bool> NotSafeAsync(DialogContext dc, TurnWork work, CancellationToken cancel)
    {
        var protocol = content.Protocols.StartedBy("menu:i-need-help-now", content.District.CalendarOf(null).Today(work.Now)).FirstOrDefault(p => !IsOnStack(dc, p.Id) && _staff.Refusal(p, work) is null);
        if (protocol is null)
        {
            await dc.Context.SendActivityAsync(Says.Message(HelpNumbers.Alarm(content, ProtocolDialog.SchoolOf(dc), work.Now)), cancel);
            if (dc.ActiveDialog is not null && dc.FindDialog(dc.ActiveDialog.Id) is ITakesCommands open) await open.RepeatAsync(dc, cancel);
            return true;
        }

        await reception.GreetAsync(dc, work, cancel);
        await dc.BeginDialogAsync(ProtocolDialog.DialogId, new ProtocolStart(protocol.Id, null), cancel);
        return true;
    }

    private async Task<bool> ObeyAsync(DialogContext dc, TurnWork work, Command command, CancellationToken cancel)
    {
        var open = dc.ActiveDialog is null ? null : dc.FindDialog(dc.ActiveDialog.Id) as ITakesCommands;
        switch (command.Kind)
        {
            case CommandKind.Stop or CommandKind.StartOver when open is not null:
                work.Talk.Lately = [];
                await open.StopAsync(dc, cancel);
                return true;
            case CommandKind.Back when open is not null:
                return await open.BackAsync(dc, cancel);
            case CommandKind.Change when open is not null:
                return await open.ChangeAsync(dc, command.Subject, cancel);
            case CommandKind.Stop or CommandKind.StartOver or CommandKind.Back or CommandKind.Change:
                return false;
        }

        if (open is null) await reception.GreetAsync(dc, work, cancel);
        if (command.Kind == CommandKind.Person && !IsOnStack(dc, Reception.TalkToAPerson) && await reception.AskForAPersonAsync(dc, cancel)) return true;
        await _answers.SayAsync(dc.Context, command.Kind, work.Now, cancel);
        if (open is not null) await open.RepeatAsync(dc, cancel);
        else await reception.MenuAsync(dc, command.Kind == CommandKind.Help && _staff.Text(work) is { Length: > 0 } mine ? mine : content.Phrases["menu.again"], cancel);
        return true;
    }

    private static bool IsOnStack(DialogContext dc, string protocolId) => dc.Stack.Any(d => ProtocolDialog.ProtocolOf(d) == protocolId);
}
