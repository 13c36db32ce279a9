using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What the journal keeps of a step on a roll, and who is told of it.</summary>
public static class RollTelling
{
    /// <param name="actor">Who did it: whoever acts sees at once what came of it, and is told nothing more.</param>
    public static RollNews Of(RollStep step, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(step);
        var session = step.Roll.Session.Id;
        List<Notice> notices = [];
        List<AuditEntry> audit = [];
        foreach (var happened in step.Events)
        {
            var subject = TrainingSubject.Of(session, happened.PersonId);
            if (ActionOf(happened) is { } action) audit.Add(new AuditEntry(Guid.Empty, actor, action, subject, now));
            if (actor != Actor.Staff(happened.PersonId) && KindOf(happened) is { } kind) notices.Add(new Notice(Guid.Empty, kind, subject, "", 0, false, now));
        }

        return new RollNews(notices, audit, []);
    }

    private static string? ActionOf(RollEvent happened) => happened switch
    {
        RollEvent.Enrolled => AuditAction.TrainingSignedUp,
        RollEvent.Waitlisted => AuditAction.TrainingWaits,
        RollEvent.Offered => AuditAction.TrainingOffered,
        RollEvent.Expired => AuditAction.TrainingOfferEnded,
        RollEvent.Cancelled { Late: true } => AuditAction.TrainingLeftLate,
        RollEvent.Cancelled => AuditAction.TrainingLeft,
        _ => null,
    };

    // Whoever waited until the session began, and was never asked, learns nothing from hearing so.
    private static NoticeKind? KindOf(RollEvent happened) => happened switch
    {
        RollEvent.Offered => NoticeKind.TrainingOffered,
        RollEvent.Enrolled => NoticeKind.TrainingSeatGiven,
        RollEvent.Expired { WasOffered: true } => NoticeKind.TrainingOfferEnded,
        RollEvent.SessionChanged { IsCancelled: true } => NoticeKind.TrainingCalledOff,
        RollEvent.SessionChanged => NoticeKind.TrainingChanged,
        _ => null,
    };
}
