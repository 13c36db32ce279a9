using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>
/// Once a day, when the offices are open, asks whoever was at a session some weeks ago for feedback once more: each session once, one notice a person and day.
/// </summary>
public sealed class FollowUpWorker(ToldOnce told, ITrainingRolls rolls, TrainingOffer offer, District district, TimeProvider time, ILogger<FollowUpWorker> log) : DailyLoop(district, time, log)
{
    /// <summary>Offices are closed for a week at most at a time; whoever was not asked by then is left alone.</summary>
    private const int Days = 14;

    protected override async Task DayAsync(DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        if (offer.Catalogue is not { Feedback.Count: > 0 } catalogue) return;
        // A day more at both ends: a session's own day is that of its school.
        var held = (await rolls.BetweenAsync(now.AddDays(-catalogue.Rules.FollowUpDays - Days - 1), now.AddDays(1 - catalogue.Rules.FollowUpDays), cancel)).Select(l => l.Session)
            .Where(s => s.State == SessionState.Held && FeedbackTimes.Open(s, District.CalendarOf(s.SchoolId).Today(s.Starts), now, District.CalendarOf(s.SchoolId).Today(now), catalogue.Rules) == FeedbackMoment.Later);
        List<(string Person, Session Session)> there = [];
        foreach (var session in held)
            if (await rolls.FindAsync(session.Id, cancel) is { } roll)
                there.AddRange(roll.Enrolments.Where(e => e.WasThere).Select(e => (e.PersonId, session)));
        var people = 0;
        foreach (var person in there.GroupBy(t => t.Person, t => t.Session))
        {
            var sessions = person.ToDictionary(s => $"follow-up:{TrainingSubject.Of(s.Id, person.Key)}");
            IReadOnlyList<Notice> NoticeOf(IReadOnlyList<string> fresh) =>
                [new Notice(Guid.Empty, NoticeKind.TrainingFollowUp, TrainingSubject.Of(fresh.Select(f => sessions[f]).OrderBy(s => s.Starts).Select(s => s.Id), person.Key), "", 0, false, now)];
            if (await told.TellAsync([.. sessions.Keys], today.AddDays(2 * Days), NoticeOf) > 0) people++;
        }

        if (people > 0) Log.AskedAgain(log, people);
    }
}
