namespace SupportBot.Cases;

/// <summary>Steps that one person was led through and another goes on with.</summary>
public static partial class CaseEngine
{
    // District defaults: how often the role hears again of steps that nobody takes.
    private static readonly Span StepsAgain = Span.Minutes(15);
    private static readonly Span StepsAgainRoutine = Span.SchoolDays(1);

    /// <summary>Gives the open steps of a run to another person, or to whoever holds a role. Their answers rest with the case until somebody takes them.</summary>
    /// <param name="role">Of the open step.</param>
    /// <param name="toPerson">Null: whoever holds <paramref name="role"/>. Whoever hands them over may name themselves: to go on later, or in another place.</param>
    /// <param name="due">UTC until when the open step is to be done. It still counts: once it has passed, the role is told, and told again until a person takes them.</param>
    public static CaseResult HandStepsOver(Case @case, string runId, StepsReason why, string role, string? toPerson, DateTimeOffset? due, CaseMoment moment)
    {
        if (moment.Actor.PersonId is not { } from) throw new InvalidOperationException("Only a person hands steps over.");
        if (IsOver(@case, moment.Plan)) return new Refusal.CaseIsClosed();
        if (toPerson is not null && @case.Excluded.Contains(toPerson)) return new Refusal.PersonExcluded(toPerson);
        var steps = new CaseSteps(runId, why, from, toPerson, role, moment.Now, due, moment.NewToken());
        var after = @case with { Steps = [.. @case.Steps.Where(s => s.RunId != runId), steps] };
        var first = due > moment.Now ? due.Value : moment.Calendar.Add(moment.Now, AgainFor(after));
        return new CaseStep(after)
        {
            Audit = [moment.Audit(after, why == StepsReason.SecondPerson ? AuditAction.StepsWaitForSecond : AuditAction.StepsHandedOver, toPerson ?? role)],
            Deadlines = [new Deadline(after.Id, DeadlineKind.Steps, steps.Subject, steps.Token, first)],
            // Whoever keeps them for later knows it.
            Notices = toPerson == from ? [] : [WaitOf(after, steps, moment)],
        };
    }

    /// <summary>Somebody goes on with steps that were handed over. The first one has them.</summary>
    /// <returns><see cref="Refusal.AlreadyTakenBy"/> for everybody after the first.</returns>
    public static CaseResult TakeSteps(Case @case, string runId, CaseMoment moment)
    {
        if (moment.Actor.PersonId is not { } person) throw new InvalidOperationException("Only a person takes steps over.");
        if (@case.Excluded.Contains(person)) return new Refusal.PersonExcluded(person);
        if (@case.Steps.FirstOrDefault(s => s.RunId == runId) is not { } steps) return new Refusal.NoStepsWait();
        if (steps.Taken is { } before) return new Refusal.AlreadyTakenBy(before.PersonId, before.At);
        if (IsOver(@case, moment.Plan)) return new Refusal.CaseIsClosed();
        var after = Replace(@case, steps with { Taken = new Acknowledgement(person, moment.Now), Token = moment.NewToken() });
        return new CaseStep(after)
        {
            Audit = [moment.Audit(after, AuditAction.StepsTaken, steps.From)],
            Notices = [new Notice(after.Id, NoticeKind.CardsChanged, steps.Subject, "", 0, false, moment.Now)],
        };
    }

    /// <summary>The second of two people has said that a step is done.</summary>
    /// <param name="firstPerson">Who said so first.</param>
    public static CaseResult ConfirmStep(Case @case, string firstPerson, CaseMoment moment) =>
        moment.Actor.PersonId == firstPerson
            ? new Refusal.SamePerson()
            : new CaseStep(@case) { Audit = [moment.Audit(@case, AuditAction.StepConfirmed, firstPerson)] };

    /// <summary>Nobody took the steps in time: whoever holds the role is told, and told again until a person takes them. It never gives up on its own.</summary>
    /// <returns>Null when the deadline is stale.</returns>
    public static CaseStep? StepsFellDue(Case @case, string subject, string token, CaseMoment moment)
    {
        return @case.StepsOf(subject) is not { Wait: true } steps || steps.Token != token || IsOver(@case, moment.Plan) ? null : AskAgain(@case, steps, moment);
    }

    // Also for what waited when the case was closed: opened again, it waits for somebody as before.
    private static CaseStep AskAgain(Case @case, CaseSteps steps, CaseMoment moment)
    {
        var next = steps with { Told = steps.Told + 1, Token = moment.NewToken() };
        var after = Replace(@case, next);
        return new CaseStep(after)
        {
            Audit = [moment.Program(after, AuditAction.StepsOverdue, next.Role)],
            Deadlines = [new Deadline(after.Id, DeadlineKind.Steps, next.Subject, next.Token, moment.Calendar.Add(moment.Now, AgainFor(after)))],
            Notices = [WaitOf(after, next, moment)],
        };
    }

    private static Notice WaitOf(Case @case, CaseSteps steps, CaseMoment moment) =>
        new(@case.Id, NoticeKind.StepsWait, steps.Subject, steps.Role, steps.Told, @case.Severity != Severity.Standard, moment.Now);

    private static Span AgainFor(Case @case) => @case.Severity == Severity.Standard ? StepsAgainRoutine : StepsAgain;

    private static Case Replace(Case @case, CaseSteps steps) => @case with { Steps = [.. @case.Steps.Select(s => s.RunId == steps.RunId ? steps : s)] };
}
