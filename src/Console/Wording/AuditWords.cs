using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What happened to a case, as sentences.</summary>
public sealed class AuditWords(District district, ICardWords english)
{
    public string Who(Actor actor) => actor.Kind switch
    {
        ActorKind.Staff => NameOf(actor.PersonId!),
        ActorKind.Reporter => "The reporter",
        _ => "The program",
    };

    /// <param name="named">Numbers of other cases that the reader may see; any other is "another case".</param>
    public string Of(AuditEntry entry, CasePlan plan, IReadOnlySet<string>? named = null)
    {
        string Other(string number) => named?.Contains(number) is true ? $"case {number}" : "another case";
        var (first, second) = Split(entry.Subject);
        return entry.Action switch
        {
            AuditAction.Opened => "sent the report; the case opened",
            AuditAction.Raised => "raised an alert",
            AuditAction.AlertSent when first == "tasks" => $"told {Told(Split(second).Second)} of {string.Join(", ", Split(second).First.Split(',').Select(id => $"\u201C{TaskWords.Title(id, plan, english)}\u201D"))}",
            AuditAction.AlertSent => $"sent the alert{To(Split(second).First)}",
            AuditAction.AlertFoundNobody => $"found nobody to tell{(second.Length > 0 ? $" as {RoleOrName(second)}" : "")}",
            AuditAction.AlertFailed => "could not deliver the alert one way",
            AuditAction.Climbed => $"heard from nobody in time and told the next: {RoleOrName(second)}",
            AuditAction.Repeated => $"still heard from nobody and told {RoleOrName(second)} again",
            AuditAction.Acknowledged => "acknowledged the alert and took the case",
            AuditAction.SchoolLearned => $"learned the school: {SchoolName(entry.Subject)}",
            AuditAction.Assigned => $"gave the case to {NameOf(entry.Subject)}",
            AuditAction.Transferred => $"handed the case to {SchoolName(entry.Subject)}",
            AuditAction.Moved => $"moved the case to \u201C{RefusalWords.StateWords(entry.Subject, plan)}\u201D",
            AuditAction.TaskOpened => $"opened the task \u201C{TaskWords.Title(entry.Subject, plan, english)}\u201D",
            AuditAction.TaskDone => $"finished the task \u201C{TaskWords.Title(entry.Subject, plan, english)}\u201D",
            AuditAction.TaskHandedOver => $"handed the task \u201C{TaskWords.Title(first, plan, english)}\u201D to {NameOf(second)}",
            AuditAction.TaskOverdue => $"told {RoleOrName(second)} that the task \u201C{TaskWords.Title(first, plan, english)}\u201D is overdue",
            AuditAction.TaskFoundNobody => $"found nobody as {RoleOrName(second)} to tell of {string.Join(", ", first.Split(',').Select(id => $"\u201C{TaskWords.Title(id, plan, english)}\u201D"))}",
            AuditAction.TaskProposed => $"filled in the task \u201C{TaskWords.Title(entry.Subject, plan, english)}\u201D; a second person must agree",
            AuditAction.TaskFellShort => $"filled in the task \u201C{TaskWords.Title(entry.Subject, plan, english)}\u201D; an answer is not yet what it must be, so it stays open",
            AuditAction.TaskNotAgreed => $"did not agree to the task \u201C{TaskWords.Title(entry.Subject, plan, english)}\u201D; it is open again",
            AuditAction.WordsReplaced => $"replaced, at the family\u2019s wish, what was written in the task \u201C{TaskWords.Title(entry.Subject, plan, english)}\u201D; it is shown to nobody any more",
            AuditAction.WordsErased => $"erased what was written, and replaced, in the task \u201C{TaskWords.Title(entry.Subject, plan, english)}\u201D",
            AuditAction.StepsHandedOver => $"handed the steps of the protocol to {RoleOrName(entry.Subject)}",
            AuditAction.StepsTaken => entry.Subject.Length == 0 ? "took over the steps of the protocol" : $"took over the steps of the protocol from {NameOf(entry.Subject)}",
            AuditAction.StepsWaitForSecond => $"said that a step is done, and asked {RoleOrName(entry.Subject)} to confirm it",
            AuditAction.StepConfirmed => $"confirmed, as the second person after {NameOf(entry.Subject)}, that a step is done",
            AuditAction.StepsOverdue => $"told {RoleOrName(entry.Subject)} that steps of the protocol still wait for somebody",
            AuditAction.ChildOpened => $"opened {Other(second)} beside this one",
            AuditAction.Linked => $"linked this case with {Other(entry.Subject)}",
            AuditAction.Merged => $"merged this case with {Other(entry.Subject)}",
            AuditAction.HoldSet => "put the case under a legal hold",
            AuditAction.HoldLifted => "lifted the legal hold",
            AuditAction.KeepAsked => $"asked {RoleOrName(entry.Subject)} whether the case stays, now that it was kept as long as its protocol says",
            AuditAction.KeepDecided => entry.Subject == "shred" ? "decided that the content of the case is deleted" : "decided that the case stays",
            AuditAction.Shredded => "deleted the content of the case",
            AuditAction.ActionRefused => "refused a button that was pressed",
            AuditAction.CallerRefused => $"refused a caller who wanted the answers sent elsewhere{(second is "" or "0" ? "" : $", and {second} before it")}",
            AuditAction.AskedReporter => "asked the reporter something",
            AuditAction.ReporterWrote => "wrote something",
            AuditAction.ReporterReturned => "came back with the code",
            AuditAction.NoteAdded => "added a note for staff",
            AuditAction.NarrativeRead => "opened the report",
            AuditAction.SchoolExcluded => "kept everybody of the school out, because the report is about an adult there and nobody could tell whom",
            AuditAction.LetIn => $"let {NameOf(entry.Subject)} in again",
            AuditAction.Excluded => "kept a person out of the case",
            AuditAction.Closed => $"closed the case: {Outcome(second, plan)}",
            AuditAction.Reopened => "opened the case again",
            AuditAction.AbsencesImported => $"brought absence figures of {SchoolName(first)}",
            AuditAction.AbsencesShown => $"looked at students over the attendance line at {SchoolName(first)}",
            AuditAction.SessionMovedByHand => "changed the time or place of a training because its event was changed in the calendar",
            AuditAction.SessionEventDeleted => "noticed that the calendar event of a training was deleted",
            AuditAction.SessionEventAgain => "had the calendar event of a training made anew",
            AuditAction.HiresBrought => "brought hires",
            AuditAction.HiresFound => "found hires in the directory",
            AuditAction.LeaveSet => "set a leave",
            AuditAction.LogShown => "looked at the rows of the public log that are not published",
            AuditAction.LogExported => "took the public log out of the console",
            AuditAction.ComplianceExported => "took the list of required trainings out of the console",
            AuditAction.EarlierExported => "took the list of earlier trainings out of the console",
            AuditAction.TrainingSignedUp => $"got a seat on a training{Whose(second)}",
            AuditAction.TrainingWaits => $"went on the waiting list of a training{Whose(second)}",
            AuditAction.TrainingOffered => $"held a seat on a training{Whose(second)}",
            AuditAction.TrainingOfferEnded => $"ended a place on the waiting list of a training{Whose(second)}",
            AuditAction.TrainingLeft => $"gave up a place on a training{Whose(second)}",
            AuditAction.TrainingLeftLate => $"gave up a seat on a training shortly before it began{Whose(second)}",
            AuditAction.SessionScheduled => "scheduled a session of a training",
            AuditAction.SessionMoved => "changed a session of a training",
            AuditAction.SessionCalledOff => "called off a session of a training",
            AuditAction.SeatGiven => $"gave a seat on a training{Whose(second)}",
            AuditAction.CheckedIn => $"checked in to a training{Whose(second)}",
            AuditAction.RollClosed => "closed the roll of a session",
            AuditAction.AccommodationAsked => "asked for an accommodation on a training",
            AuditAction.AccommodationTakenBack => "took back a request for an accommodation on a training",
            AuditAction.AccommodationArranged => $"arranged an accommodation on a training{Whose(second)}",
            AuditAction.AccommodationsRead => "read the requests for accommodations on a training",
            AuditAction.TestTaken => $"entered a test after a training{Whose(second)}",
            AuditAction.YearlyBegun => $"said that what the year begins has begun at {SchoolName(first)}",
            AuditAction.YearlyDone => $"said that what the year begins is done at {SchoolName(first)}",
            AuditAction.CompletionRecorded => $"put on record that {NameOf(first)} has done a training",
            AuditAction.CompletionBrought => $"brought a list that says {NameOf(first)} has done a training before",
            AuditAction.CompletionTakenBack => $"took back that {NameOf(first)} has done a training before",
            AuditAction.CertificateTakenBack => $"took back a certificate of {NameOf(first)}",
            AuditAction.CourseWaived => $"waived a training for {NameOf(first)}",
            AuditAction.WaiverTakenBack => $"took back that a training is waived for {NameOf(first)}",
            AuditAction.WaiversRead => "read why a training is waived for people",
            AuditAction.TalkJoined => "joined the reporter's chat and reads what is written there",
            AuditAction.TalkLeft => "left the chat",
            AuditAction.TalkUnanswered => "noticed that the reporter waits for an answer in the chat",
            _ => entry.Action,
        };
    }

    private string Whose(string personId) => personId.Length == 0 ? "" : $", for {NameOf(personId)}";

    private string Told(string personAndChannel) => NameOf(Split(personAndChannel).First);

    private string To(string told) => told.Length == 0 ? "" : $" to {RoleOrName(told)}";

    private string RoleOrName(string id) => district.Role(id)?.Title.ToLowerInvariant() ?? (id.Length == 0 ? "the next person" : NameOf(id));

    private string NameOf(string personId) => district.Person(personId)?.Name ?? "somebody who has left";

    private string SchoolName(string schoolId) => district.School(schoolId)?.Name ?? "another school";

    private static string Outcome(string outcomeId, CasePlan plan) => plan.Outcomes.FirstOrDefault(o => o.Id == outcomeId)?.Label ?? outcomeId;

    private static (string First, string Second) Split(string subject) =>
        subject.IndexOf(':', StringComparison.Ordinal) is var at and >= 0 ? (subject[..at], subject[(at + 1)..]) : (subject, "");
}
