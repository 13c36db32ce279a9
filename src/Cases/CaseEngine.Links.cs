namespace SupportBot.Cases;

/// <summary>Cases that belong together: children, relations, merges.</summary>
public static partial class CaseEngine
{
    /// <summary>
    /// Opens a child of a case: same school, language and people kept out, and no reporter of its own. <paramref name="moment"/> is of the child's plan.
    /// </summary>
    /// <param name="protocol">Protocol and version that plans the child, <c>reentry@1</c>.</param>
    /// <returns>The parent as it is afterwards, and the child.</returns>
    public static (CaseStep Parent, CaseStep Child) OpenChild(Case parent, Guid id, string number, string protocol, Severity severity, CaseMoment moment)
    {
        var opening = new CaseOpening(id, number, protocol, [], severity, parent.SchoolId, parent.Jurisdiction, Anonymous: false, parent.Language, parent.Excluded);
        var opened = Open(opening, moment);
        var child = opened with { Case = opened.Case with { Links = [new CaseTie(LinkKind.Parent, parent.Id, parent.Number)] } };
        var after = parent.WithChild(protocol[..protocol.IndexOf('@', StringComparison.Ordinal)]) with { Links = [.. parent.Links, new CaseTie(LinkKind.Child, id, number)] };
        return (new CaseStep(after) { Audit = [moment.Audit(after, AuditAction.ChildOpened, $"{protocol}:{number}")] }, child);
    }

    /// <summary>Notes in both that two cases tell of the same thing. Does nothing where they are linked already.</summary>
    public static (CaseStep One, CaseStep Other) Relate(Case one, Case other, CaseMoment moment)
    {
        if (one.Id == other.Id || one.Links.Any(l => l.CaseId == other.Id)) return (new CaseStep(one), new CaseStep(other));
        return (Add(one, new CaseTie(LinkKind.Related, other.Id, other.Number), moment), Add(other, new CaseTie(LinkKind.Related, one.Id, one.Number), moment));
    }

    /// <summary>
    /// The case goes on as another that tells of the same thing. Its ladder and tasks end, whoever was kept out of it is kept out of the other too, and its
    /// reporter keeps a thread of their own: two reporters never read each other. A critical one does not end with something left to do that is not open in the other too.
    /// </summary>
    /// <param name="moment">Of the plan of <paramref name="duplicate"/>.</param>
    /// <param name="into">Still worked; of the same kind and school.</param>
    /// <param name="isIntoOver">True where work on <paramref name="into"/> is over by its own plan.</param>
    public static PairResult Merge(Case duplicate, Case into, bool isIntoOver, Words? reason, CaseMoment moment)
    {
        var plan = moment.Plan;
        if (IsOver(duplicate, plan)) return new Refusal.CaseIsClosed();
        if (duplicate.Id == into.Id || isIntoOver || into.MergedInto is not null || duplicate.MergedInto is not null || duplicate.Kind != into.Kind || duplicate.SchoolId != into.SchoolId) return new Refusal.CannotMerge();
        if (reason is null or { Text.IsBlank: true }) return new Refusal.ReasonMissing();
        if (KeptOut(into, moment.Actor) is { } keptOut) return keptOut;
        if (duplicate.Severity == Severity.Critical && LeftUndone(duplicate, into, plan) is { } left) return left;

        var end = plan.States.First(s => s.IsEnd);
        var ended = duplicate with
        {
            State = end.Id,
            Outcome = plan.Outcomes.Any(o => o.Id == DuplicateOutcome) ? DuplicateOutcome : plan.Outcomes[0].Id,
            ClosedAt = moment.Now,
            WaitsForReporter = false,
            Links = [.. duplicate.Links, new CaseTie(LinkKind.MergedInto, into.Id, into.Number)],
            Alerts = [.. duplicate.Alerts.Select(a => a.Acknowledged is null && moment.Actor.PersonId is { } by ? a with { Acknowledged = new Acknowledgement(by, moment.Now), Token = moment.NewToken() } : a)],
            Tasks = [.. duplicate.Tasks.Select(t => t.IsFinished ? t : t with { FinishedAt = moment.Now, Token = moment.NewToken() })],
            Clocks = [.. duplicate.Clocks.Select(c => c.StoppedAt is null ? c with { StoppedAt = moment.Now } : c)],
        };
        var kept = Without(into with
        {
            Links = [.. into.Links, new CaseTie(LinkKind.Merged, duplicate.Id, duplicate.Number)],
            Excluded = [.. into.Excluded.Union(duplicate.Excluded)],
            Severity = (Severity)Math.Max((int)into.Severity, (int)duplicate.Severity),
        });
        return new PairResult(
            new CaseStep(ended)
            {
                Audit = [moment.Audit(ended, AuditAction.Merged, into.Number)],
                Notices = [CardsChanged(ended, moment)],
                Words = [reason],
            }.WithLog(plan),
            new CaseStep(kept)
            {
                Audit = [moment.Audit(kept, AuditAction.Merged, duplicate.Number)],
                Notices = [CardsChanged(kept, moment)],
            });
    }

    // A danger that was worked here must be worked there. What was done there before counts for what was known then; only what is open in both is certainly done still.
    private static Refusal.MergeLeavesUndone? LeftUndone(Case duplicate, Case into, CasePlan plan)
    {
        // What nobody waits for (no time, no gate) is an offer, and may end.
        bool IsWaitedFor(CaseTask task) => task.Due is not null || plan.States.Any(s => s.Requires.Contains(task.PlanId));
        var tasks = duplicate.OpenTasks.Where(t => IsWaitedFor(t) && into.OpenTasks.All(open => open.PlanId != t.PlanId)).Select(t => t.Id).ToList();
        var calls = duplicate.Alerts.Any(a => a.Acknowledged is null && !into.Alerts.Any(b => b.Acknowledged is null && b.Severity >= a.Severity && b.Ladder[0].Role == a.Ladder[0].Role));
        var steps = duplicate.Steps.Any(s => s.Wait);
        return tasks.Count > 0 || calls || steps ? new Refusal.MergeLeavesUndone(tasks, calls, steps) : null;
    }

    private const string DuplicateOutcome = "duplicate";

    private static CaseStep Add(Case @case, CaseTie link, CaseMoment moment)
    {
        var after = @case with { Links = [.. @case.Links, link] };
        return new CaseStep(after) { Audit = [moment.Audit(after, AuditAction.Linked, link.Number)] };
    }
}
