namespace SupportBot.Cases;

/// <summary>How long a case is kept, and what stops its end: a hold by a person.</summary>
public static partial class CaseEngine
{
    /// <summary>From now on nothing of the case is shredded until the hold is lifted: a court, a complaint or a records request may need it.</summary>
    /// <param name="reason">Required; sealed like all words.</param>
    public static CaseResult Hold(Case @case, Words? reason, CaseMoment moment)
    {
        if (reason is null or { Text.IsBlank: true }) return new Refusal.ReasonMissing();
        if (@case.Hold is not null) return new CaseStep(@case);
        var held = @case with { Hold = new LegalHold(moment.Actor.PersonId!, moment.Now) };
        return new CaseStep(held) { Audit = [moment.Audit(held, AuditAction.HoldSet)], Words = [reason] };
    }

    /// <summary>Lifts the hold; the time of keeping counts as if there had been none.</summary>
    public static CaseResult LiftHold(Case @case, Words? reason, CaseMoment moment)
    {
        if (reason is null or { Text.IsBlank: true }) return new Refusal.ReasonMissing();
        if (@case.Hold is null) return new CaseStep(@case);
        var lifted = @case with { Hold = null };
        // Only the hold kept what a family had had replaced.
        var kept = lifted.Tasks.Where(t => t.ReplacedBy is not null).Select(t => t.Id).ToList();
        return new CaseStep(lifted) { Audit = [moment.Audit(lifted, AuditAction.HoldLifted)], Words = [reason] }.Then(Erase(lifted, kept, moment));
    }

    /// <summary>The day from which a closed case is no longer kept; null while it is open or its plan keeps it for ever.</summary>
    public static DateTimeOffset? KeptUntil(Case @case, CasePlan plan) =>
        @case.ClosedAt is { } closed && IsOver(@case, plan) && plan.Keep is { } keep ? closed.AddYears(keep.Years) : null;

    /// <summary>What has to happen with a case whose time of keeping is over.</summary>
    public static KeepingDue DueFor(Case @case, CasePlan plan, DateTimeOffset now)
    {
        if (@case.Shredded || @case.Hold is not null || KeptUntil(@case, plan) is not { } until || until > now) return KeepingDue.Nothing;
        if (plan.Keep!.Then == "shred" || @case.KeepDecision == KeepDecision.Shred) return KeepingDue.Shred;
        return @case.KeepDecision is null ? KeepingDue.Ask : KeepingDue.Nothing;
    }

    /// <summary>The owner of the protocol is asked whether the case may be shredded.</summary>
    public static CaseStep AskToKeep(Case @case, string role, CaseMoment moment)
    {
        var asked = @case with { KeepDecision = KeepDecision.Asked };
        return new CaseStep(asked)
        {
            Audit = [moment.Program(asked, AuditAction.KeepAsked, role)],
            Notices = [new Notice(asked.Id, NoticeKind.KeepingOver, "", role, 0, false, moment.Now)],
        };
    }

    /// <summary>A person says that the case may be shredded, or that it stays.</summary>
    public static CaseResult DecideToKeep(Case @case, bool shred, CaseMoment moment)
    {
        if (@case.Hold is not null && shred) return new Refusal.OnHold();
        if (@case.KeepDecision is null) return new Refusal.TaskNotOpen("keep");
        var decided = @case with { KeepDecision = shred ? KeepDecision.Shred : KeepDecision.Keep };
        return new CaseStep(decided) { Audit = [moment.Audit(decided, AuditAction.KeepDecided, shred ? "shred" : "keep")] };
    }

    /// <summary>The case without content: what is left says that there was one of this kind, and when. The edge deletes words and key in the same commit.</summary>
    public static CaseStep Shred(Case @case, CaseMoment moment)
    {
        if (@case.Hold is not null) throw new InvalidOperationException("A case under hold is not shredded.");
        var shredded = @case with
        {
            Shredded = true,
            Walked = [],
            Language = "",
            Owner = null,
            Excluded = [],
            Steps = [],
            UnreadReply = false,
            Tasks = [.. @case.Tasks.Select(t => t with { Answers = new Dictionary<string, string>(), Owner = null })],
        };
        return new CaseStep(shredded) { Audit = [moment.Program(shredded, AuditAction.Shredded)], Log = new LogChange.Untie() };
    }
}
