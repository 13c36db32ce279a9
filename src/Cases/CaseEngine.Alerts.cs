namespace SupportBot.Cases;

public static partial class CaseEngine
{
    /// <summary>Raises an alert: its first rung is told at <paramref name="sendAt"/>, and its first deadline runs from there.</summary>
    /// <param name="ladder">At least one rung.</param>
    /// <param name="sendAt">UTC, not before the moment.</param>
    public static CaseStep Raise(Case @case, Severity severity, IReadOnlyList<Rung> ladder, DateTimeOffset sendAt, CaseMoment moment)
    {
        if (ladder.Count == 0) throw new ArgumentException("A ladder has at least one rung.", nameof(ladder));
        var alert = new Alert($"a{@case.Alerts.Count + 1}", severity, ladder, 0, moment.NewToken(), sendAt);
        var raised = @case with
        {
            Alerts = [.. @case.Alerts, alert],
            Severity = (Severity)Math.Max((int)@case.Severity, (int)severity),
        };
        return new CaseStep(raised)
        {
            Audit = [moment.Program(raised, AuditAction.Raised, alert.Id)],
            Deadlines = [DeadlineOf(raised, alert, sendAt, moment.Calendar)],
            Notices = [NoticeOf(raised, alert, sendAt)],
        };
    }

    /// <summary>Ends an alert's ladder. The first acknowledgement wins; the person who acknowledges a case that nobody works becomes its owner.</summary>
    /// <returns><see cref="Refusal.AlreadyTakenBy"/> for everybody after the first.</returns>
    public static CaseResult Acknowledge(Case @case, string alertId, CaseMoment moment)
    {
        var person = moment.Actor.PersonId ?? throw new InvalidOperationException("Only a person acknowledges.");
        var alert = @case.Alerts.FirstOrDefault(a => a.Id == alertId) ?? throw new ArgumentException($"No alert {alertId}.", nameof(alertId));
        if (alert.Acknowledged is { } before) return new Refusal.AlreadyTakenBy(before.PersonId, before.At);
        if (@case.Excluded.Contains(person)) return new Refusal.PersonExcluded(person);

        var taken = alert with { Acknowledged = new Acknowledgement(person, moment.Now), Token = moment.NewToken() };
        var after = Replace(@case, taken) with { Owner = @case.Owner ?? person };
        return new CaseStep(after)
        {
            Audit = [moment.Audit(after, AuditAction.Acknowledged, alertId)],
            Notices =
            [
                new Notice(after.Id, NoticeKind.CardsChanged, alertId, "", alert.At, false, moment.Now),
                .. @case.Owner is null ? ToldByAlertAlone(after, alert, moment) : [],
            ],
        };
    }

    // While nobody had the case, its alert spoke for the tasks of whoever it called. Those whose role the taker does not hold now need a word of their own.
    private static IReadOnlyList<Notice> ToldByAlertAlone(Case @case, Alert alert, CaseMoment moment)
    {
        var called = alert.Ladder.Take(alert.At + 1).Select(r => r.Role).ToHashSet();
        return [.. ToTell(@case, @case.OpenTasks, moment, moment.Now).Where(n => called.Contains(n.Role) && !moment.RolesHere.Contains(n.Role))];
    }

    /// <summary>
    /// A rung has run out. Climbs to the next; after the last, tells the last again. It never gives up on its own.
    /// </summary>
    /// <returns>Null when the deadline is stale: somebody acknowledged, or the ladder has climbed already.</returns>
    public static CaseStep? RungRanOut(Case @case, string alertId, string token, CaseMoment moment)
    {
        var alert = @case.Alerts.FirstOrDefault(a => a.Id == alertId);
        if (alert is null || alert.Acknowledged is not null || alert.Token != token) return null;

        var climbed = alert.IsLastRung
            ? alert with { Repeats = alert.Repeats + 1, Token = moment.NewToken() }
            : alert with { At = alert.At + 1, Token = moment.NewToken() };
        var after = Replace(@case, climbed);
        return new CaseStep(after)
        {
            Audit = [moment.Program(after, alert.IsLastRung ? AuditAction.Repeated : AuditAction.Climbed, $"{alertId}:{climbed.Rung.Role}")],
            Deadlines = [DeadlineOf(after, climbed, moment.Now, moment.Calendar)],
            Notices =
            [
                NoticeOf(after, climbed, moment.Now),
                new Notice(after.Id, NoticeKind.CardsChanged, alertId, "", climbed.At, false, moment.Now),
            ],
        };
    }

    private static Case Replace(Case @case, Alert alert) => @case with { Alerts = [.. @case.Alerts.Select(a => a.Id == alert.Id ? alert : a)] };

    private static Deadline DeadlineOf(Case @case, Alert alert, DateTimeOffset from, ICaseCalendar calendar) =>
        new(@case.Id, DeadlineKind.Rung, alert.Id, alert.Token, calendar.Add(from, alert.Rung.Within));

    private static Notice NoticeOf(Case @case, Alert alert, DateTimeOffset at) =>
        new(@case.Id, NoticeKind.Alert, alert.Id, alert.Rung.Role, alert.At, alert.Severity != Severity.Standard, at);
}
