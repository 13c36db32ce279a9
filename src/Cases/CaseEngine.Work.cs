namespace SupportBot.Cases;

public static partial class CaseEngine
{
    /// <summary>Gives the case to a person. Assigning does not acknowledge: that is the person's own act.</summary>
    public static CaseResult Assign(Case @case, string personId, CaseMoment moment)
    {
        if (IsOver(@case, moment.Plan)) return new Refusal.CaseIsClosed();
        if (@case.Excluded.Contains(personId)) return new Refusal.PersonExcluded(personId);
        var after = @case with { Owner = personId };
        return new CaseStep(after)
        {
            Audit = [moment.Audit(after, AuditAction.Assigned, personId)],
            Notices = [CardsChanged(after, moment)],
        };
    }

    /// <summary>
    /// Keeps a person out from now on: named in the report, or in conflict. They lose the case, tasks that were handed to them and what they filled in
    /// that nobody has agreed to yet; cards they hold no longer show it.
    /// </summary>
    public static CaseStep Exclude(Case @case, string personId, CaseMoment moment)
    {
        if (@case.Excluded.Contains(personId)) return new CaseStep(@case);
        var after = Without(@case with { Excluded = [.. @case.Excluded, personId] });
        return new CaseStep(after) { Audit = [moment.Audit(after, AuditAction.Excluded)], Notices = [CardsChanged(after, moment)] };
    }

    /// <summary>Keeps several out at once. Where nobody works the case any more, its last ladder begins anew: somebody else must know.</summary>
    public static CaseStep KeepOut(Case @case, IReadOnlyCollection<string> personIds, CaseMoment moment)
    {
        var step = personIds.Order(StringComparer.Ordinal).Aggregate(new CaseStep(@case), (so, person) => so.Then(Exclude(so.Case, person, moment)));
        return WithSomebody(@case, step, moment);
    }

    /// <summary>
    /// The report is about an adult of the school and nobody can tell whom: all of the school are kept out. Once only: whom the district lets in afterwards stays in.
    /// </summary>
    /// <param name="personIds">Everybody who has a post at that school.</param>
    public static CaseStep KeepSchoolOut(Case @case, IReadOnlyCollection<string> personIds, CaseMoment moment)
    {
        if (@case.SchoolKeptOut) return new CaseStep(@case);
        var after = Without(@case with { AboutStaff = true, SchoolKeptOut = true, Excluded = [.. @case.Excluded.Union(personIds.Order(StringComparer.Ordinal))] });
        return WithSomebody(@case, new CaseStep(after) { Audit = [moment.Program(after, AuditAction.SchoolExcluded)], Notices = [CardsChanged(after, moment)] }, moment);
    }

    /// <summary>From now on titles in what the reporter writes count as names too: it is, or may be, about somebody who works at the school.</summary>
    public static CaseStep CountTitles(Case @case) => new(@case with { AboutStaff = true });

    /// <summary>Lets a person in again who was kept out: a name was another's, or whom the report is about is known now. Only <see cref="CaseAccess.MayLetIn"/> may.</summary>
    /// <param name="reason">Required; sealed like all words.</param>
    public static CaseResult LetIn(Case @case, string personId, Words? reason, CaseMoment moment)
    {
        if (KeptOut(@case, moment.Actor) is { } keptOut) return keptOut;
        if (!@case.Excluded.Contains(personId)) return new Refusal.NotKeptOut();
        if (reason is null or { Text.IsBlank: true }) return new Refusal.ReasonMissing();
        var after = @case with { Excluded = [.. @case.Excluded.Where(p => p != personId)] };
        return new CaseStep(after)
        {
            Audit = [moment.Audit(after, AuditAction.LetIn, personId)],
            Notices = [CardsChanged(after, moment)],
            Words = [reason],
        };
    }

    // Where nobody works the case any more, its last ladder begins anew: somebody else must know.
    private static CaseStep WithSomebody(Case before, CaseStep step, CaseMoment moment)
    {
        var isLeft = before.Owner is not null && step.Case is { Owner: null, OpenAlert: null, Alerts.Count: > 0 } && !IsOver(step.Case, moment.Plan);
        return isLeft ? step.Then(Raise(step.Case, step.Case.Severity, step.Case.Alerts[^1].Ladder, moment.Now, moment)) : step;
    }

    private static Notice CardsChanged(Case @case, CaseMoment moment) => new(@case.Id, NoticeKind.CardsChanged, "", "", 0, false, moment.Now);

    // The case without work that anybody kept out still holds.
    private static Case Without(Case @case) => @case with
    {
        Owner = @case.Owner is { } owner && @case.Excluded.Contains(owner) ? null : @case.Owner,
        Tasks = [.. @case.Tasks.Select(t => t.IsFinished ? t : t with
        {
            Owner = t.Owner is { } by && @case.Excluded.Contains(by) ? null : t.Owner,
            ProposedBy = t.ProposedBy is { } first && @case.Excluded.Contains(first) ? null : t.ProposedBy,
            Answers = t.ProposedBy is { } filledIn && @case.Excluded.Contains(filledIn) ? new Dictionary<string, string>() : t.Answers,
        })],
    };

    /// <summary>Moves the case to another school, whose people are alerted: the other school's promise starts anew.</summary>
    public static CaseResult Transfer(Case @case, string schoolId, string jurisdiction, IReadOnlyList<Rung> ladder, CaseMoment moment)
    {
        if (IsOver(@case, moment.Plan)) return new Refusal.CaseIsClosed();
        var after = @case with
        {
            SchoolId = schoolId,
            Jurisdiction = jurisdiction,
            Owner = null,
            Arrived = new Arrival(@case.SchoolId, moment.Now),
            // An alert that still runs at the school left behind would call people who may no longer see the case.
            Alerts = [.. @case.Alerts.Select(a => a.Acknowledged is null ? a with { Acknowledged = new Acknowledgement(moment.Actor.PersonId!, moment.Now), Token = moment.NewToken() } : a)],
        };
        // What is open is now to be done by people of the other school.
        return new CaseStep(after) { Audit = [moment.Audit(after, AuditAction.Transferred, schoolId)], Notices = ToTell(after, after.OpenTasks, moment, moment.Now) }
            .WithLog(moment.Plan)
            .Then(Raise(after, @case.Severity, ladder, moment.Now, moment));
    }

    /// <summary>Moves the case to another state, if the plan has that way and its gate is open.</summary>
    /// <param name="reason">Required where the state asks for one; sealed like all words.</param>
    public static CaseResult Move(Case @case, string to, Words? reason, CaseMoment moment)
    {
        var plan = moment.Plan;
        if (plan.State(to) is not { } state || plan.State(@case.State) is not { } from || !from.Next.Contains(to)) return new Refusal.NoSuchMove(@case.State, to);
        if (state.IsEnd) return new Refusal.NoSuchMove(@case.State, to); // ends are reached by Close, which asks for an outcome
        if (Missing(@case, state, plan, moment.Now) is { Count: > 0 } missing) return new Refusal.TasksOpen(missing);
        if (state.Reason && reason is null or { Text.IsBlank: true }) return new Refusal.ReasonMissing();
        return MoveTo(@case, state, AuditAction.Moved, reason, moment);
    }

    /// <summary>
    /// Tasks that the state's gate still waits for. One that another answer made needless is not waited for. Of one that repeats, one that was done is enough, where its plan does not say that all count;
    /// where the repetition ends with this very state, the next one must not be late, see <see cref="IsStale"/>.
    /// </summary>
    public static IReadOnlyList<string> Missing(Case @case, StatePlan state, CasePlan plan, DateTimeOffset now) =>
        [.. state.Requires.Where(id => plan.Task(id)?.When?.Holds(@case) != false && (@case.LatestOf(id) is null || IsStale(@case, state, plan.Task(id), now) || LacksRounds(@case, plan.Task(id))))];

    // Of one whose every round counts, one is not enough.
    private static bool LacksRounds(Case @case, TaskPlan? task) => task?.Repeats is { All: true, Times: { } times } && @case.RoundsDone(task.Id) < times;

    /// <summary>True where a task was done, and its repetition, which ends with this state, has been broken since: the next one is late.</summary>
    public static bool IsStale(Case @case, StatePlan state, TaskPlan? task, DateTimeOffset now) =>
        task?.Repeats?.Until == state.Id && @case.LatestOf(task.Id) is not null && @case.OpenTasks.Any(t => t.PlanId == task.Id && t.IsOverdue(now));

    /// <summary>Closes the case with an outcome of the plan, if the gate of its end state is open.</summary>
    public static CaseResult Close(Case @case, string to, string outcome, Words? reason, CaseMoment moment)
    {
        var plan = moment.Plan;
        if (IsOver(@case, plan)) return new Refusal.CaseIsClosed();
        if (plan.State(to) is not { IsEnd: true } end || !plan.State(@case.State)!.Next.Contains(to)) return new Refusal.NoSuchMove(@case.State, to);
        if (plan.Outcomes.All(o => o.Id != outcome)) return new Refusal.FormIncomplete(["outcome"]);
        if (Missing(@case, end, plan, moment.Now) is { Count: > 0 } missing) return new Refusal.TasksOpen(missing);
        if (end.Reason && reason is null or { Text.IsBlank: true }) return new Refusal.ReasonMissing();
        if (@case.OpenAlert is not null) return new Refusal.TasksOpen(["acknowledge"]);

        var closed = MoveTo(@case with { Outcome = outcome, ClosedAt = moment.Now, WaitsForReporter = false }, end, AuditAction.Closed, reason, moment);
        return (closed with { Case = closed.Case with { Tasks = [.. closed.Case.Tasks.Select(t => t.IsFinished ? t : t with { FinishedAt = moment.Now, Token = moment.NewToken() })] } }).WithLog(plan);
    }

    /// <summary>Opens a closed case again: tasks that ended with it are open again, gates want anew whatever opens again on the way, and clocks begin anew where the case comes by their start.</summary>
    public static CaseResult Reopen(Case @case, string to, Words? reason, CaseMoment moment)
    {
        if (!IsOver(@case, moment.Plan) || moment.Plan.State(to) is not { } state || !moment.Plan.State(@case.State)!.Next.Contains(to)) return new Refusal.NoSuchMove(@case.State, to);
        if (reason is null or { Text.IsBlank: true }) return new Refusal.ReasonMissing();
        // What was left undone when the case ended is open again; what was done is done anew where the case comes by it again.
        var again = @case with { Outcome = null, ClosedAt = null, KeepDecision = null, Reopenings = @case.Reopenings + 1, ChildProtocols = [], Clocks = [] };
        var opened = new CaseStep(again);
        foreach (var plan in moment.Plan.Tasks.Where(t => @case.Tasks.LastOrDefault(task => task.PlanId == t.Id) is { IsDone: false, HasLapsed: false }))
            opened = opened.Then(OpenTask(opened.Case, plan, moment));
        foreach (var steps in @case.Steps.Where(s => s.Wait)) opened = opened.Then(AskAgain(opened.Case, steps, moment));
        return opened.Then(MoveTo(opened.Case, state, AuditAction.Reopened, reason, moment));
    }

    public static bool IsOver(Case @case, CasePlan plan) => plan.State(@case.State) is { IsEnd: true };

    private static CaseStep MoveTo(Case @case, StatePlan state, string action, Words? reason, CaseMoment moment)
    {
        var moved = @case with { State = state.Id };
        return new CaseStep(moved)
        {
            Audit = [moment.Audit(moved, action, action == AuditAction.Closed ? $"{state.Id}:{moved.Outcome}" : state.Id)],
            Notices = [CardsChanged(moved, moment)],
            Words = reason is null or { Text.IsBlank: true } ? [] : [reason],
        }.Then(Enter(moved, state, moment));
    }
}
