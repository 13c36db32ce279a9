using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>Once a day, when the offices are open, reminds whoever has a course that ends soon and that they have not taken again: each step once, one notice a person and day.</summary>
public sealed class RenewalWorker(ToldOnce told, ICertificateBook certificates, ITrainingRolls rolls, TrainingOffer offer, District district, TimeProvider time, ILogger<RenewalWorker> log) : DailyLoop(district, time, log)
{
    protected override async Task DayAsync(DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        if (offer.Catalogue is not { Rules.RenewalDays: { Count: > 0 } days } catalogue) return;
        var ending = (await certificates.EndingAsync(today, today.AddDays(days.Max()), cancel)).Where(c => District.Person(c.PersonId) is not null && catalogue.Course(c.CourseId) is { } course && Renewals.IsRenewed(course));
        var people = 0;
        foreach (var person in ending.GroupBy(c => c.PersonId))
        {
            var transcript = await rolls.TranscriptAsync(person.Key, cancel);
            // What was taken again counts longer, and needs no word.
            var due = person.Where(c => transcript.UntilOf(c.CourseId, today) == c.Until).ToList();
            var subjects = due.Select(c => FormattableString.Invariant($"renew:{person.Key}:{c.CourseId}:{c.Until:yyyy-MM-dd}:{Renewals.StepOf(c.Until, today, days)}")).Distinct().ToList();
            if (subjects.Count == 0) continue;
            var notice = new Notice(Guid.Empty, NoticeKind.TrainingRenewal, person.Key, "", 0, false, now);
            if (await told.TellAsync(subjects, due.Max(c => c.Until), _ => [notice]) > 0) people++;
        }

        if (people > 0) Log.AskedToRenew(log, people);
    }
}
