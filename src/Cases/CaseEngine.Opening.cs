namespace SupportBot.Cases;

/// <summary>What is known when a case opens.</summary>
public sealed record CaseOpening(Guid Id, string Number, string Protocol, IReadOnlyList<string> Walked, Severity Severity, string SchoolId, string Jurisdiction, bool Anonymous, string Language, IReadOnlyList<string> Excluded);

/// <summary>
/// The verbs of a case. Pure: a case, a moment and what is wanted go in; a <see cref="CaseStep"/> or a <see cref="Refusal"/> comes out.
/// </summary>
public static partial class CaseEngine
{
    /// <summary>Opens a case in the plan's first state.</summary>
    public static CaseStep Open(CaseOpening opening, CaseMoment moment)
    {
        var plan = moment.Plan;
        var @case = new Case
        {
            Id = opening.Id,
            Number = opening.Number,
            Kind = plan.Kind,
            Protocol = opening.Protocol,
            Walked = opening.Walked,
            Severity = opening.Severity,
            SchoolId = opening.SchoolId,
            Jurisdiction = opening.Jurisdiction,
            State = plan.First.Id,
            Anonymous = opening.Anonymous,
            Language = opening.Language,
            Excluded = opening.Excluded,
            OpenedAt = opening.Anonymous ? Blur.Of(moment.Now, opening.Severity) : moment.Now,
        };
        return new CaseStep(@case) { Audit = [moment.Audit(@case, AuditAction.Opened, opening.Protocol)] }
            .Then(Enter(@case, plan.First, moment));
    }

    /// <summary>
    /// An alert may have to leave before anybody knows the school. Once it is known, the next rung calls that school's people.
    /// Does nothing where a school is known already: moving a case is <see cref="Transfer"/>, and a person's decision.
    /// </summary>
    public static CaseStep LearnSchool(Case @case, string schoolId, string jurisdiction, CaseMoment moment)
    {
        if (@case.SchoolId.Length > 0 || schoolId.Length == 0) return new CaseStep(@case);
        var after = @case with { SchoolId = schoolId, Jurisdiction = jurisdiction };
        return new CaseStep(after)
        {
            Audit = [moment.Program(after, AuditAction.SchoolLearned, schoolId)],
            // An alert that has not left yet finds the school's people by itself, and so do the tasks that leave with it.
            Notices =
            [
                new Notice(after.Id, NoticeKind.CardsChanged, "", "", 0, true, moment.Now),
                .. @case.Alerts.Any(a => a.RaisedAt > moment.Now) ? [] : ToTell(after, after.OpenTasks, moment, moment.Now),
            ],
        };
    }

    /// <summary>Adds what a person wrote. Words are only ever added.</summary>
    public static CaseStep Write(Case @case, IReadOnlyList<Words> words) => new(@case) { Words = words };

    // Opens the tasks and starts or stops the clocks of a state that the case has just entered.
    private static CaseStep Enter(Case @case, StatePlan state, CaseMoment moment)
    {
        var step = new CaseStep(Lapsed(@case, state, moment));
        foreach (var plan in moment.Plan.Tasks.Where(t => t.Opens == state.Id && AppliesTo(t.In, @case) && t.When?.Holds(@case) != false && MayOpen(@case, t)))
            step = step.Then(OpenTask(step.Case, plan, moment, entering: true));

        // Counted from the exact minute of an anonymous report, a clock would give that minute away.
        var isReported = moment.Actor.Kind == ActorKind.Reporter || (state.Id == moment.Plan.First.Id && @case.Reopenings == 0);
        var from = @case.Anonymous && isReported ? Blur.Of(moment.Now, @case.Severity) : moment.Now;
        var clocks = step.Case.Clocks
            .Select(c => c.StoppedAt is null && Ends(moment.Plan, c.Id, state) ? c with { StoppedAt = moment.Now } : c)
            .Concat(moment.Plan.Clocks
                .Where(c => c.Starts == state.Id && AppliesTo(c.In, @case) && @case.Clocks.All(running => running.Id != c.Id))
                .Select(c => new RunningClock(c.Id, moment.Calendar.Add(from, c.Within), null)));
        var children = moment.Plan.Opens
            .Where(c => c.At == state.Id && c.When?.Holds(@case) != false && !@case.HasOpened(c.Protocol, c.Once ? null : state.Id))
            .Select(c => c.Protocol).Distinct();
        return step with { Case = step.Case with { Clocks = [.. clocks] }, Children = [.. step.Children, .. children] };
    }

    // Once, or where it opens each time, unless it is still open from the last.
    private static bool MayOpen(Case @case, TaskPlan plan)
    {
        var before = @case.Tasks.Where(t => t.PlanId == plan.Id && t.Since == @case.Reopenings).ToList();
        return before.Count == 0 || (plan.EachTime && before.TrueForAll(t => t.IsFinished));
    }

    private static bool Ends(CasePlan plan, string clockId, StatePlan entered) =>
        entered.IsEnd || plan.Clocks.Any(c => c.Id == clockId && c.Ends == entered.Id);

    // The case without clocks that the task just finished has stopped.
    private static Case Stopped(Case @case, TaskPlan finished, CaseMoment moment) => @case with
    {
        Clocks =
        [
            .. @case.Clocks.Select(c => c.StoppedAt is null && moment.Plan.Clocks.Any(p => p.Id == c.Id && p.EndsWith?.Task == finished.Id && p.EndsWith.Holds(@case))
                ? c with { StoppedAt = moment.Now }
                : c),
        ],
    };

    private static bool AppliesTo(string? jurisdiction, Case @case) => jurisdiction is null || jurisdiction == @case.Jurisdiction;

    // Entering its state begins anew where there was one before; else the next of those that repeat opens.
    private static CaseStep OpenTask(Case @case, TaskPlan plan, CaseMoment moment, bool entering = false)
    {
        var round = @case.Tasks.Count(t => t.PlanId == plan.Id) + 1;
        var id = round == 1 ? plan.Id : $"{plan.Id}.{round}";
        var before = @case.Tasks.LastOrDefault(t => t.PlanId == plan.Id && t.Since == @case.Reopenings);
        var again = before is not null && !entering;
        // A due time counted from the exact minute of an anonymous report would give that minute away.
        var from = @case.Anonymous && moment.Actor.Kind == ActorKind.Reporter ? Blur.Of(moment.Now, @case.Severity) : moment.Now;
        DateTimeOffset? due = (again ? plan.Repeats!.Every : plan.Due) is { } within ? moment.Calendar.Add(from, within) : null;
        if (!again && plan.DueBy?.ComingAfter(moment.Calendar.DayOf(from)) is { } day && moment.Calendar.EndOf(day) is var end && !(end < due)) due = end;
        // What goes on until a state is one piece of work: whoever it was handed to keeps it, and hears of the next time when it is due and not at each answer.
        var goesOn = again && plan.Repeats!.Until is not null;
        var owner = goesOn && before!.Owner is { } person && !@case.Excluded.Contains(person) ? person : null;
        var task = new CaseTask(id, moment.NewToken(), from, due, Owner: owner) { Since = @case.Reopenings, Anew = before is not null && entering, Role = plan.Owner, Seconds = plan.AgreedBy };
        var after = @case with { Tasks = [.. @case.Tasks, task] };
        // Whoever opens what is theirs to do knows of it.
        return new CaseStep(after)
        {
            Audit = [moment.Program(@case, AuditAction.TaskOpened, id)],
            Deadlines = task.Due is { } at ? [new Deadline(@case.Id, DeadlineKind.Task, id, task.Token, at)] : [],
            Notices = goesOn || moment.RolesHere.Contains(plan.Owner) ? [] : ToTell(after, [task], moment, from),
        };
    }
}
