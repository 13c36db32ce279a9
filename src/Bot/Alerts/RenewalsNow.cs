using System.Globalization;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>How many of a person's courses end soon, for that person alone. A notice shows on locked screens: no title stands in it.</summary>
public sealed class RenewalsNow(ITrainingRolls rolls, TrainingOffer offer, District district, TimeProvider time) : INewsSource
{
    public NoticeKind Kind => NoticeKind.TrainingRenewal;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return district.Person(notice.Subject) is { } person ? [person] : [];
    }

    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (offer.Catalogue is not { } catalogue) return null;
        var today = district.CalendarOf(null).Today(time.GetUtcNow());
        var transcript = await rolls.TranscriptAsync(notice.Subject, cancel);
        var ending = transcript.Completions
            .Where(c => c.CountsOn(today) && catalogue.Course(c.CourseId) is { } course && Renewals.IsRenewed(course) && transcript.UntilOf(c.CourseId, today) == c.Until && Renewals.StepOf(c.Until, today, catalogue.Rules.RenewalDays) is not null)
            .Select(c => c.Until).Order().ToList();
        return ending.Count == 0 ? null : new NewsLine(words => SentenceOf(ending, words), MinePage.Address, "news.renewals-page");
    }

    private static string SentenceOf(List<DateOnly> ending, ICardWords words) => ending.Count == 1
        ? words.Say("news.renewal-one", ("when", TimeWords.Day(ending[0], words)))
        : words.Say("news.renewal", ("count", ending.Count.ToString(CultureInfo.InvariantCulture)), ("when", TimeWords.Day(ending[0], words)));
}
