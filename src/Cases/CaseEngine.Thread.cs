namespace SupportBot.Cases;

public static partial class CaseEngine
{
    /// <summary>Puts a question to the reporter, who reads it when coming back with the code.</summary>
    public static CaseResult AskReporter(Case @case, Words question, CaseMoment moment)
    {
        if (IsOver(@case, moment.Plan)) return new Refusal.CaseIsClosed();
        if (question.Text.IsBlank) return new Refusal.FormIncomplete(["text"]);
        var after = @case with { WaitsForReporter = true };
        return new CaseStep(after) { Audit = [moment.Audit(after, AuditAction.AskedReporter)], Words = [question] };
    }

    /// <summary>The reporter adds something. Accepted in every state: a closed case takes new facts, too, and tells its people.</summary>
    public static CaseStep ReporterWrites(Case @case, Words reply, CaseMoment moment)
    {
        var after = @case with { WaitsForReporter = false, UnreadReply = true };
        return new CaseStep(after)
        {
            Audit = [moment.Audit(after, AuditAction.ReporterWrote)],
            Notices = [new Notice(after.Id, NoticeKind.ReporterWrote, "", "", 0, @case.Severity != Severity.Standard, moment.Now)],
            Words = [reply],
        };
    }

    /// <summary>Adds a note that only staff see.</summary>
    public static CaseResult AddNote(Case @case, Words note, CaseMoment moment)
    {
        if (note.Text.IsBlank) return new Refusal.FormIncomplete(["text"]);
        return new CaseStep(@case) { Audit = [moment.Audit(@case, AuditAction.NoteAdded)], Words = [note] };
    }

    /// <summary>Somebody opened what was written. Reading is an act and is kept.</summary>
    public static CaseStep Read(Case @case, CaseMoment moment)
    {
        var after = @case with { UnreadReply = false };
        return new CaseStep(after) { Audit = [moment.Audit(after, AuditAction.NarrativeRead)] };
    }

    /// <summary>What the reporter is told: one of five words, and never anything about another student.</summary>
    public static ReporterStatus StatusFor(Case @case, CasePlan plan) =>
        @case.WaitsForReporter ? ReporterStatus.NeedInfo : plan.State(@case.State)?.Shows ?? ReporterStatus.Received;
}
