using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>How long the case is kept: a legal hold, and what a person decides when the time is over.</summary>
public sealed partial class CasePage
{
    /// <summary>Roles that decide whether a case stays once it was kept as long as its protocol says (district default).</summary>
    public static IReadOnlyList<string> Keepers { get; } = ["principal", "safeguarding-lead", "district-lead"];

    /// <summary>The day from which it is no longer kept, by the school's clock; null while it is open or where its plan keeps it for ever.</summary>
    public DateOnly? KeptUntil => CaseEngine.KeptUntil(Case, Plan) is { } until ? DateOnly.FromDateTime(District.CalendarOf(Case.SchoolId).Local(until)) : null;

    public bool MayDecideToKeep => MayDecide(Seen);

    public Task<IActionResult> OnPostHoldAsync(CancellationToken cancel) => HoldAsync("hold", "held", "Why: legal hold", CaseEngine.Hold, cancel);

    public Task<IActionResult> OnPostLiftAsync(CancellationToken cancel) => HoldAsync("lift", "hold-lifted", "Why: legal hold lifted", CaseEngine.LiftHold, cancel);

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        var typed = await TypedAsync("keep", cancel);
        if (await work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        if (!MayDecide(seen)) return await RefuseAsync(seen, "Only a principal, a safeguarding lead or a district lead decides this.", typed, 403, cancel);
        if (typed.Text("decision") is not ("keep" or "shred")) return await RefuseAsync(seen, "Please pick one.", typed.With("decision", "Please pick one."), 422, cancel);
        var shred = typed.Text("decision") == "shred";
        if (shred && typed.Text("sure") != "yes")
            return await RefuseAsync(seen, "Please confirm that the content may be deleted for good.", typed.With("sure", "Please tick this if you are sure."), 422, cancel);
        var worked = await work.DoAsync(Me, Number, "keep", adds: false, (now, moment) => CaseEngine.DecideToKeep(now.Case, shred, moment), cancel);
        return await AnswerAsync(worked, shred ? "shred" : "kept", typed, cancel);
    }

    private async Task<IActionResult> HoldAsync(string verb, string done, string label, Func<Case, Words?, CaseMoment, CaseResult> act, CancellationToken cancel)
    {
        var typed = await TypedAsync(verb, cancel);
        return await DirectAsync(verb, done, typed, _ => null, (seen, moment) =>
            act(seen.Case, typed.Words("reason") is { IsBlank: false } why ? Said(seen, WordsKind.Reason, why, verb, label) : null, moment), cancel);
    }

    private bool MayDecide(SeenCase seen) =>
        seen.MayDirect && Keepers.Any(role => Me.Holds(role, seen.Case.KnownSchool));
}
