namespace SupportBot.Cases;

public enum NoticeKind
{
    /// <summary>An alert's rung must be sent to whoever holds the role now.</summary>
    Alert,

    /// <summary>Everybody's card must be brought up to date.</summary>
    CardsChanged,

    /// <summary>Tasks wait for a role, or for whom they were handed to; subject is <see cref="OpenedTasks.SubjectOf"/>.</summary>
    TaskOpened,

    /// <summary>A task is overdue; the role is told.</summary>
    TaskOverdue,

    /// <summary>The reporter wrote; whoever works the case is told.</summary>
    ReporterWrote,

    /// <summary>A closed case has been kept as long as its plan says; a role decides whether it is shredded.</summary>
    KeepingOver,

    /// <summary>Steps of the case wait for somebody to go on with them; subject is <see cref="CaseSteps.Subject"/>. Where one person was asked, that person is told first.</summary>
    StepsWait,

    /// <summary>Students of a school are over the attendance line and have no case; subject is the school's id. Belongs to no case: its case id is <see cref="Guid.Empty"/>.</summary>
    StudentsOverLine,

    /// <summary>Entries of the resource directory are to be verified by their owner; subject is the week, <c>2026-W48</c>. Belongs to no case.</summary>
    ResourcesToVerify,

    /// <summary>Something has happened to the calendar event of a training; subject is what, session and person, <c>deleted:9b2…:maya-okafor</c>. Belongs to no case.</summary>
    SessionEvent,

    /// <summary>
    /// Required trainings are overdue. Subject is the person who is told; where a role is told, the school, and empty for the whole district. Belongs to no case.
    /// </summary>
    TrainingsOverdue,

    /// <summary>A seat on a training is held for one person; subject is the session and the person. Belongs to no case, like all of trainings.</summary>
    TrainingOffered,

    /// <summary>Somebody has given a person a seat; subject as above.</summary>
    TrainingSeatGiven,

    /// <summary>The seat that was held for a person went to the next; subject as above.</summary>
    TrainingOfferEnded,

    /// <summary>A session is held at another time or place; subject as above.</summary>
    TrainingChanged,

    /// <summary>A session will not be held; subject as above.</summary>
    TrainingCalledOff,

    /// <summary>Sessions that come soon; subject is the sessions, joined by commas, and the person.</summary>
    TrainingReminder,

    /// <summary>Courses that somebody has done end soon; subject is the person.</summary>
    TrainingRenewal,

    /// <summary>The school's year begins something; subject is protocol, entry, day and person, with colons between. Belongs to no case.</summary>
    YearBegins,

    /// <summary>Protocols are to be looked through again by their owner; subject is the owner's role, how near it is and the day, with colons between. Belongs to no case.</summary>
    ReviewDue,

    /// <summary>Somebody on the roll needs something to take part; subject is the session and the person who is told, who leads it. Belongs to no case.</summary>
    AccommodationAsked,

    /// <summary>What a person asked for is taken care of; subject is the session and the person.</summary>
    AccommodationArranged,

    /// <summary>The roll of a session is closed, and a person was there: their certificate and the feedback; subject is the session and the person.</summary>
    TrainingFinished,

    /// <summary>A person has passed the test of a course, and has a certificate; subject as above.</summary>
    TrainingPassed,

    /// <summary>Some weeks after sessions feedback is asked for again; subject is the sessions, joined by commas, and the person.</summary>
    TrainingFollowUp,

    /// <summary>People had seats at trainings and were not there, as often in a school year as the rules name or more often; subject and role as of <see cref="TrainingsOverdue"/>.</summary>
    TrainingNoShows,

    /// <summary>The first word to somebody who is newly hired; subject is the person. Belongs to no case.</summary>
    HireFirstDay,

    /// <summary>Required trainings of a person are due soon; subject is the person. Belongs to no case.</summary>
    TrainingsDueSoon,
}

/// <summary>Something to tell people, once the commit that holds it is on disk. Ids only.</summary>
/// <param name="Subject">Alert or task id, or the steps of a run; empty for the case itself.</param>
/// <param name="Role">Role to tell; empty where the case's own people are meant.</param>
/// <param name="NotBefore">UTC. Routine alerts of anonymous reports leave after a random few minutes.</param>
public sealed record Notice(Guid CaseId, NoticeKind Kind, string Subject, string Role, int Rung, bool Urgent, DateTimeOffset NotBefore)
{
    /// <summary>Such a notice has the case id <see cref="Guid.Empty"/>.</summary>
    public bool BelongsToNoCase => CaseId == Guid.Empty;
}
