namespace SupportBot.Cases;

/// <summary>Steps that one person was led through and another goes on with.</summary>
public static partial class CaseEngine
{
    /// <summary>Gives the open steps of a run to another person, or to whoever holds a role. Their answers rest with the case until somebody takes them.</summary>
    /// <param name="toPerson">Null: whoever holds <paramref name="role"/>.</param>
    public static CaseResult HandStepsOver(Case @case, string role, string? toPerson, CaseMoment moment)
    {
        if (toPerson is not null && @case.Excluded.Contains(toPerson)) return new Refusal.PersonExcluded(toPerson);
        if (toPerson is not null && toPerson == moment.Actor.PersonId) return new Refusal.SamePerson();
        return new CaseStep(@case)
        {
            Audit = [moment.Audit(@case, AuditAction.StepsHandedOver, toPerson ?? role)],
            Notices = [new Notice(@case.Id, NoticeKind.StepsWait, "", toPerson is null ? role : $"@{toPerson}", 0, @case.Severity != Severity.Standard, moment.Now)],
        };
    }

    /// <summary>Somebody goes on with steps that were handed over.</summary>
    public static CaseResult TakeSteps(Case @case, CaseMoment moment)
    {
        if (moment.Actor.PersonId is not { } person) throw new InvalidOperationException("Only a person takes steps over.");
        return @case.Excluded.Contains(person) ? new Refusal.PersonExcluded(person) : new CaseStep(@case) { Audit = [moment.Audit(@case, AuditAction.StepsTaken)] };
    }
}
