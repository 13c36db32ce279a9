using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Once a day, when the offices are open, tells new hires a first word: on their first day of work, or on the first day on which the directory knows them. Each hire once, not before a leave
/// is over, and not once they are no longer new.
/// </summary>
public sealed class FirstDayWorker(ToldOnce told, IHireBook hires, TrainingOffer offer, District district, TimeProvider time, ILogger<FirstDayWorker> log) : DailyLoop(district, time, log)
{
    // Human resources may put a first day right by as much as a year, and what was said is not said again.
    private const int KeptDays = 400;

    protected override async Task DayAsync(DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        if (offer.Catalogue is not { } catalogue) return;
        var said = await told.SaidAsync(FirstWords.Said, cancel);
        var people = 0;
        foreach (var hire in await hires.AllAsync(cancel))
        {
            var key = FirstWords.KeyOf(hire);
            if (said.Contains(key) || !FirstWords.AreFor(hire, catalogue.Rules, today) || District.Person(hire.PersonId) is not { } person) continue;
            var word = new Digest(FirstWords.DayOf(person.Id, today), [key], new Notice(Guid.Empty, NoticeKind.HireFirstDay, person.Id, "", 0, false, now));
            people += await told.DigestAsync([word], today, today.AddDays(catalogue.Rules.NewHireDays + KeptDays));
        }

        if (people > 0) Log.Welcomed(log, people);
    }
}
