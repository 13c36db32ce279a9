using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

public sealed partial class CasePage
{
    /// <summary>Acknowledges the alert. The first wins; everybody after learns who has it, whichever of the two pressed first.</summary>
    public async Task<IActionResult> OnPostAcknowledgeAsync([FromForm] string? alert, CancellationToken cancel)
    {
        if (await work.FindAsync(Me, Number, cancel) is not { } seen || seen.Case.Alerts.All(a => a.Id != alert)) return new UnseenResult();
        var worked = await work.DoAsync(Me, Number, "acknowledge", adds: true, (now, moment) => CaseEngine.Acknowledge(now.Case, alert!, moment), cancel);
        return await AnswerAsync(worked, "acknowledged", null, cancel);
    }

    public Task<IActionResult> OnPostAssignAsync([FromForm] string? person, CancellationToken cancel) => DirectAsync(
        "assign", "assigned", null, seen => sight.WhoSees(seen.Case, seen.Plan).Any(p => p.Id == person) ? null : RefusalWords.Nobody,
        (seen, moment) => CaseEngine.Assign(seen.Case, person!, moment), cancel);

    public Task<IActionResult> OnPostTransferAsync([FromForm] string? school, CancellationToken cancel) => DirectAsync(
        "transfer", "transferred", null, seen => District.School(school) is null || school == seen.Case.SchoolId ? "Please choose another school." : null,
        (seen, moment) => CaseEngine.Transfer(seen.Case, school!, District.JurisdictionOf(school), TransferLadder.Of(seen, school!, District), moment), cancel);

    public Task<IActionResult> OnPostKeepoutAsync([FromForm] string? person, CancellationToken cancel) => DirectAsync(
        "keep-out", "kept-out", null, _ => District.Person(person) is null ? RefusalWords.Nobody : null,
        (seen, moment) => WithSomebody(seen, CaseEngine.Exclude(seen.Case, person!, moment), moment), cancel);

    /// <summary>For a name that was another's, and once it is known whom of the school it is about. Never decided by the school.</summary>
    public async Task<IActionResult> OnPostLetinAsync([FromForm] string? person, CancellationToken cancel)
    {
        var typed = await TypedAsync("letin", cancel);
        if (await work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        if (!seen.MayLetIn) return await RefuseAsync(seen, RefusalWords.NotTheDistrict, typed, 403, cancel);
        if (District.Person(person) is null) return await RefuseAsync(seen, RefusalWords.Nobody, typed, 422, cancel);
        var worked = await work.DoAsync(Me, Number, "let-in", adds: false, (now, moment) =>
            CaseEngine.LetIn(now.Case, person!, typed.Words("reason") is { IsBlank: false } why ? Said(now, WordsKind.Reason, why, "let-in", $"Why {refusals.NameOf(person)} was let in again") : null, moment), cancel);
        return await AnswerAsync(worked, "let-in", WithReasonError(worked, typed), cancel);
    }

    /// <summary>"I should not work on this": anybody who sees the case says so of themselves, and it is gone for them.</summary>
    public async Task<IActionResult> OnPostStepasideAsync([FromForm] string? sure, CancellationToken cancel)
    {
        if (await work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        if (sure != "yes") return await RefuseAsync(seen, "Please tick that you want to step aside. You cannot undo it yourself.", null, 422, cancel);
        var worked = await work.DoAsync(Me, Number, "step-aside", adds: true, (now, moment) => WithSomebody(now, CaseEngine.Exclude(now.Case, Me.Id, moment), moment), cancel);
        return worked.IsDone ? LocalRedirect("/console/cases?done=stepped-aside") : await AnswerAsync(worked, "stepped-aside", null, cancel);
    }

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancel)
    {
        var typed = await TypedAsync("move", cancel);
        var worked = await work.DoAsync(Me, Number, "move", adds: false, (seen, moment) => CaseEngine.Move(seen.Case, typed.Text("to"), ReasonOf(seen, typed), moment), cancel);
        return await AnswerAsync(worked, "moved", WithReasonError(worked, typed), cancel);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        var typed = await TypedAsync("close", cancel);
        if (typed.Text("outcome").Length == 0) typed = typed.With("outcome", "Please pick one.");
        return await DirectAsync("close", "closed", typed, _ => null, (seen, moment) => CaseEngine.Close(seen.Case, typed.Text("to"), typed.Text("outcome"), ReasonOf(seen, typed), moment), cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel)
    {
        var typed = await TypedAsync("reopen", cancel);
        return await DirectAsync("reopen", "reopened", typed, _ => null, (seen, moment) => CaseEngine.Reopen(seen.Case, typed.Text("to"), ReasonOf(seen, typed), moment), cancel);
    }

    // What takes a lead or the person who works the case.
    private async Task<IActionResult> DirectAsync(string verb, string done, TypedForm? typed, Func<SeenCase, string?> wrong, Func<SeenCase, CaseMoment, CaseResult> act, CancellationToken cancel)
    {
        if (await work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        if (!seen.MayDirect) return await RefuseAsync(seen, RefusalWords.NotYours, typed, 403, cancel);
        if (wrong(seen) is { } sentence) return await RefuseAsync(seen, sentence, typed, 422, cancel);
        var worked = await work.DoAsync(Me, Number, verb, adds: false, act, cancel);
        return await AnswerAsync(worked, done, typed is null ? null : WithReasonError(worked, typed), cancel);
    }

    // A case that has just lost the person who worked it calls its school's people again: nobody may have to find out that nobody has it.
    private CaseResult WithSomebody(SeenCase before, CaseStep step, CaseMoment moment)
    {
        if (before.Case.Owner is null || step.Case.Owner is not null || step.Case.OpenAlert is not null || CaseEngine.IsOver(step.Case, before.Plan)) return step;
        var ladder = TransferLadder.Of(before with { Case = step.Case }, step.Case.SchoolId, District);
        return step.Then(CaseEngine.Raise(step.Case, step.Case.Severity, ladder, moment.Now, moment));
    }

    private static TypedForm WithReasonError(Worked worked, TypedForm typed) =>
        worked.Refused is Refusal.ReasonMissing ? typed.With("reason", "Please write down the reason.") : typed;

    private Words? ReasonOf(SeenCase seen, TypedForm typed)
    {
        var reason = typed.Words("reason");
        return reason.IsBlank ? null : Said(seen, WordsKind.Reason, reason, typed.Text("to"), $"Why: {RefusalWords.StateWords(typed.Text("to"), seen.Plan)}");
    }
}
