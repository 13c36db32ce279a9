namespace SupportBot.Cases;

/// <summary>The live hand-over: a person of the school and the reporter write to each other, and every line belongs to the case.</summary>
public static partial class CaseEngine
{
    /// <summary>A person joins the chat. From here on each line goes to that person, so this entry stands for the reading of them all.</summary>
    /// <param name="talkId">Id of the hand-over.</param>
    public static CaseResult JoinTalk(Case @case, string personId, string talkId, CaseMoment moment)
    {
        if (@case.Excluded.Contains(personId)) return new Refusal.PersonExcluded(personId);
        var joined = @case with { Owner = @case.Owner ?? personId };
        return new CaseStep(joined) { Audit = [new AuditEntry(joined.Id, Actor.Staff(personId), AuditAction.TalkJoined, talkId, moment.Now)] };
    }

    /// <summary>A line of either side. No notice: whoever is in the chat is told of each line by the hand-over itself.</summary>
    public static CaseStep Talk(Case @case, Words line) => new(@case) { Words = [line] };

    /// <summary>The hand-over is over. The lines stay with the case.</summary>
    /// <param name="who">Whoever left; the program where the tab's time was over. A reporter's time is kept rounded.</param>
    public static CaseStep LeaveTalk(Case @case, Actor who, string talkId, CaseMoment moment) =>
        new(@case) { Audit = [new AuditEntry(@case.Id, who, AuditAction.TalkLeft, talkId, who.Kind == ActorKind.Staff ? moment.Now : moment.TimeKept(@case, Actor.Reporter))] };

    /// <summary>The person who joined has not answered: the case's people are told by every way there is.</summary>
    public static CaseStep TalkUnanswered(Case @case, string talkId, CaseMoment moment)
    {
        var waiting = @case with { UnreadReply = true };
        return new CaseStep(waiting)
        {
            Audit = [new AuditEntry(waiting.Id, Actor.Program, AuditAction.TalkUnanswered, talkId, moment.TimeKept(waiting, Actor.Reporter))],
            Notices = [new Notice(waiting.Id, NoticeKind.ReporterWrote, "", "", 0, true, moment.Now)],
        };
    }
}
