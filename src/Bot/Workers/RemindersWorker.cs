using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>
/// Reminds whoever has a seat: each reminder once, whoever starts again; what falls together for a person is one notice. In quiet hours nothing leaves; what
/// would come then was moved to the evening before.
/// </summary>
public sealed class RemindersWorker(ToldOnce told, ITrainingRolls rolls, TrainingOffer offer, District district, TimeProvider time, ILogger<RemindersWorker> log) : WorkLoop(time, log)
{
    /// <summary>What comes so soon after another one goes with it.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(30);

    // Each is looked at once; after a new start the database says what was said.
    private readonly HashSet<(Guid Session, DateTimeOffset Starts, TimeSpan Before)> _done = [];

    protected override TimeSpan Pause => TimeSpan.FromMinutes(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        if (offer.Catalogue is not { Rules.Reminders: { Count: > 0 } reminders } catalogue) return false;
        var now = Time.GetUtcNow();
        // A day more, because quiet hours move some of them forward.
        var soon = (await rolls.BetweenAsync(now, now + reminders.Max() + TimeSpan.FromDays(1), cancel)).Select(s => s.Session).Where(s => s.State == SessionState.Scheduled && catalogue.Course(s.CourseId) is not null);
        var all = soon.SelectMany(s => Reminder.Of(s, catalogue.Rules, district.CalendarOf(s.SchoolId).Local).Select(r => new Due(s, r))).Where(d => d.Reminder.At <= now + Together && now < d.Reminder.Until && !_done.Contains(d.Key)).ToList();
        var due = all.Where(d => d.Reminder.At <= now && !Reminder.IsQuiet(district.CalendarOf(d.Session.SchoolId).Local(now), catalogue.Rules)).ToList();
        if (due.Count == 0) return false;

        var people = 0;
        foreach (var person in await ByPersonAsync(all, due, cancel))
            if (await TellAsync(person.Key, [.. person], now)) people++;
        foreach (var done in due) _done.Add(done.Key);
        _done.RemoveWhere(d => d.Starts < now);
        if (people > 0) Log.Reminded(log, people);
        return false;
    }

    // Of whoever is reminded of something now, what they would be reminded of in a moment too.
    private async Task<IEnumerable<IGrouping<string, Due>>> ByPersonAsync(List<Due> all, List<Due> due, CancellationToken cancel)
    {
        List<(string Person, Due Due)> found = [];
        foreach (var session in all.GroupBy(d => d.Session.Id))
            if (await rolls.FindAsync(session.Key, cancel) is { } roll)
                found.AddRange(roll.Enrolments.Where(e => e.State == EnrolmentState.Enrolled).SelectMany(e => session.Select(d => (e.PersonId, d))));
        return found.GroupBy(f => f.Person, f => f.Due).Where(g => g.Any(due.Contains));
    }

    private async Task<bool> TellAsync(string person, IReadOnlyList<Due> due, DateTimeOffset now)
    {
        var sessions = due.ToDictionary(d => TrainingSubject.Of(d.Session, d.Reminder, person), d => d.Session);
        var until = sessions.Values.Max(s => district.CalendarOf(s.SchoolId).Today(s.Ends)).AddDays(1);
        IReadOnlyList<Notice> NoticeOf(IReadOnlyList<string> fresh)
        {
            var ids = fresh.Select(subject => sessions[subject]).OrderBy(s => s.Starts).Select(s => s.Id).Distinct();
            return [new Notice(Guid.Empty, NoticeKind.TrainingReminder, TrainingSubject.Of(ids, person), "", 0, false, now)];
        }

        return await told.TellAsync([.. sessions.Keys], until, NoticeOf) > 0;
    }

    private sealed record Due(Session Session, Reminder Reminder)
    {
        public (Guid Session, DateTimeOffset Starts, TimeSpan Before) Key => (Session.Id, Session.Starts, Reminder.Before);
    }
}
