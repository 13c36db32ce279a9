namespace SupportBot.Cases;

/// <summary>What happened to a case, for ever. Ids and choices only: no word a person wrote is ever part of it.</summary>
/// <param name="Action">A verb of <see cref="AuditAction"/>.</param>
/// <param name="Subject">What it was done to: an alert, task, state, school or person id; empty for the case itself.</param>
/// <param name="At">UTC; rounded where the actor is an anonymous reporter.</param>
public sealed record AuditEntry(Guid CaseId, Actor Actor, string Action, string Subject, DateTimeOffset At);

/// <summary>The verbs of the audit. Texts, because a court reads them ten years from now.</summary>
public static class AuditAction
{
    public const string Opened = "opened";
    public const string Raised = "raised";
    public const string AlertSent = "alert-sent";
    public const string AlertFoundNobody = "alert-found-nobody";
    public const string AlertFailed = "alert-failed";
    /// <summary>A button that was refused: forged, expired, another person's, used before, or of a question that is over.</summary>
    public const string ActionRefused = "action-refused";

    /// <summary>Somebody who proved nothing wanted the answers sent elsewhere; subject is the rule and how many there were since the entry before. Of no case.</summary>
    public const string CallerRefused = "caller-refused";

    public const string Climbed = "alert-climbed";
    public const string Repeated = "alert-repeated";
    public const string Acknowledged = "acknowledged";
    public const string SchoolLearned = "school-learned";
    public const string Assigned = "assigned";
    public const string Transferred = "transferred";
    public const string Moved = "moved";
    public const string TaskOpened = "task-opened";
    public const string TaskDone = "task-done";
    public const string TaskHandedOver = "task-handed-over";
    public const string TaskOverdue = "task-overdue";

    /// <summary>Nobody was there to be told of tasks that opened; subject is their ids, joined by commas, and the role.</summary>
    public const string TaskFoundNobody = "task-found-nobody";

    /// <summary>One person filled it in; a second must agree.</summary>
    public const string TaskProposed = "task-proposed";

    /// <summary>It was filled in, but an answer is not what it must be: it stays open.</summary>
    public const string TaskFellShort = "task-fell-short";

    /// <summary>The second person did not agree: it is open again.</summary>
    public const string TaskNotAgreed = "task-not-agreed";

    /// <summary>What was written in the task was replaced at the family's wish, and is shown to nobody from then on.</summary>
    public const string WordsReplaced = "words-replaced";

    /// <summary>What was written in the task, and replaced, is erased: at once, or where there was a legal hold when that was lifted.</summary>
    public const string WordsErased = "words-erased";

    /// <summary>Somebody gave the steps they were led through to another person.</summary>
    public const string StepsHandedOver = "steps-handed-over";

    public const string StepsTaken = "steps-taken";

    /// <summary>Somebody has said that a step is done that takes two; the second person is asked.</summary>
    public const string StepsWaitForSecond = "steps-wait-for-second";

    /// <summary>The second person has said so too.</summary>
    public const string StepConfirmed = "step-confirmed";

    /// <summary>Nobody took the steps in time; the role was told.</summary>
    public const string StepsOverdue = "steps-overdue";

    public const string ChildOpened = "child-opened";
    public const string Linked = "linked";
    public const string Merged = "merged";
    public const string HoldSet = "hold-set";
    public const string HoldLifted = "hold-lifted";
    public const string KeepAsked = "keep-asked";
    public const string KeepDecided = "keep-decided";
    public const string Shredded = "shredded";
    public const string AskedReporter = "asked-reporter";
    public const string ReporterWrote = "reporter-wrote";
    public const string ReporterReturned = "reporter-returned";
    public const string NoteAdded = "note-added";
    public const string NarrativeRead = "narrative-read";
    public const string Excluded = "person-excluded";

    /// <summary>The report is about an adult of the school and nobody could tell whom: everybody there is kept out until the district lets them in.</summary>
    public const string SchoolExcluded = "school-excluded";

    /// <summary>Somebody of the district let a person in who was kept out. The reason rests with the words.</summary>
    public const string LetIn = "person-let-in";

    public const string Closed = "closed";
    public const string Reopened = "reopened";

    /// <summary>Somebody brought absence figures; subject is the school and how many. Of no case.</summary>
    public const string AbsencesImported = "absences-imported";

    /// <summary>Somebody was shown students who are over the attendance line; subject is the school and how many. Of no case.</summary>
    public const string AbsencesShown = "absences-shown";

    /// <summary>Somebody has moved a training's event in the calendar, and the session has followed; subject is the session. Of no case.</summary>
    public const string SessionMovedByHand = "session-moved-by-hand";

    /// <summary>Somebody has deleted a training's event in the calendar; subject is the session. Of no case.</summary>
    public const string SessionEventDeleted = "session-event-deleted";

    /// <summary>Somebody has asked for an event that was deleted; subject is the session. Of no case.</summary>
    public const string SessionEventAgain = "session-event-again";

    /// <summary>HR brought hires; subject is how many were new and how many were put right. Of no case.</summary>
    public const string HiresBrought = "hires-brought";

    /// <summary>The program found hires in the directory who were not there before; subject is how many. Of no case.</summary>
    public const string HiresFound = "hires-found";

    /// <summary>HR set a leave; subject is the employee's id. Of no case.</summary>
    public const string LeaveSet = "leave-set";

    /// <summary>Somebody took the list of compliance out of the console; subject is how it was grouped. Of no case.</summary>
    public const string ComplianceExported = "compliance-exported";

    /// <summary>Somebody took the list of earlier completions out of the console; subject is how many lines. Of no case.</summary>
    public const string EarlierExported = "earlier-exported";

    /// <summary>Somebody was shown rows of the public log that are not published; subject is the school year and how many. Of no case.</summary>
    public const string LogShown = "log-shown";

    /// <summary>Somebody took the public log out of the console; subject is which of the two, the school year and how many lines. Of no case.</summary>
    public const string LogExported = "log-exported";

    /// <summary>Somebody has a seat on a session; subject here and below is the session and the person. Of no case.</summary>
    public const string TrainingSignedUp = "training-signed-up";
    public const string TrainingWaits = "training-waits";

    /// <summary>A seat is held for somebody who waited.</summary>
    public const string TrainingOffered = "training-offered";

    /// <summary>The seat that was held, or the waiting, ended.</summary>
    public const string TrainingOfferEnded = "training-offer-ended";
    public const string TrainingLeft = "training-left";

    /// <summary>Left nearer to the session than a seat can be given up without a mark.</summary>
    public const string TrainingLeftLate = "training-left-late";

    public const string TalkJoined = "talk-joined";
    public const string TalkLeft = "talk-left";
    public const string TalkUnanswered = "talk-unanswered";

    /// <summary>A session of a training; subject is its id. Of no case, as all that follows.</summary>
    public const string SessionScheduled = "session-scheduled";
    public const string SessionMoved = "session-moved";
    public const string SessionCalledOff = "session-called-off";

    /// <summary>Somebody was given a seat by whoever leads the session; subject is session and person.</summary>
    public const string SeatGiven = "seat-given";

    /// <summary>Subject is session and person; where the actor is somebody else, it was by hand.</summary>
    public const string CheckedIn = "checked-in";
    public const string RollClosed = "roll-closed";

    /// <summary>Somebody asked for what they need to take part in a session; subject here and below is session and person. Never what it was.</summary>
    public const string AccommodationAsked = "accommodation-asked";
    public const string AccommodationTakenBack = "accommodation-taken-back";
    public const string AccommodationArranged = "accommodation-arranged";

    /// <summary>Somebody who leads a session read what those on its roll need; subject is the session.</summary>
    public const string AccommodationsRead = "accommodations-read";
    public const string TestTaken = "test-taken";

    /// <summary>Somebody says that what the year begins has begun at a school; subject is the school and what it is. Of no case.</summary>
    public const string YearlyBegun = "yearly-begun";

    /// <summary>The same, and nothing is left to do.</summary>
    public const string YearlyDone = "yearly-done";

    /// <summary>Somebody put on record that a person has done a course alone or elsewhere; subject here and below is person and course.</summary>
    public const string CompletionRecorded = "completion-recorded";
    public const string CertificateTakenBack = "certificate-taken-back";

    /// <summary>A list said that a person has done a course before; one for each line that is new. Never where from.</summary>
    public const string CompletionBrought = "completion-brought";

    /// <summary>Somebody took back such a line; never why.</summary>
    public const string CompletionTakenBack = "completion-taken-back";

    /// <summary>Somebody said that a person need not do a course; never why.</summary>
    public const string CourseWaived = "course-waived";
    public const string WaiverTakenBack = "waiver-taken-back";

    /// <summary>Somebody read why a course is waived for people; subject is the course.</summary>
    public const string WaiversRead = "waivers-read";
}
