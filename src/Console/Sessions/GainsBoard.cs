using System.Globalization;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What rose in a course in a school year.</summary>
/// <param name="After">From before to after; null where fewer than ten answered both times.</param>
/// <param name="Later">From before to some weeks later; null as above.</param>
public sealed record CourseGain(FeedbackItem Item, ItemGain? After, ItemGain? Later);

/// <summary>A school year of a course.</summary>
/// <param name="Name">As people read it, with its years.</param>
public sealed record YearGains(string Name, IReadOnlyList<CourseGain> Gains);

/// <summary>Sums the feedback on a course. Only months of which all answers are in count: a sum that grows would tell what the last person answered.</summary>
public sealed class GainsBoard(IFeedbackBook book, TrainingOffer offer, District district, TimeProvider clock)
{
    /// <summary>True for those who see the results of surveys in the whole district, and for the training lead.</summary>
    public static bool MaySee(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return SurveySight.SeesDistrict(person) || person.Holds(TrainingSight.Lead);
    }

    /// <summary>
    /// This school year, and the one before where it has anything to show: follow-ups of its last months are in months after it has ended, and are seen nowhere else.
    /// </summary>
    public async Task<IReadOnlyList<YearGains>> OfAsync(string courseId, CancellationToken cancel)
    {
        if (offer.Catalogue is not { Feedback.Count: > 0 } catalogue) return [];
        var today = district.CalendarOf(null).Today(clock.GetUtcNow());
        // A school year begins in August.
        var first = new DateOnly(today.Month >= 8 ? today.Year : today.Year - 1, 8, 1);
        YearGains now = new($"This school year, {Years(first)}", await OfYearAsync(courseId, catalogue, first, today, cancel));
        var before = first.AddYears(-1);
        YearGains then = new($"The school year before, {Years(before)}", await OfYearAsync(courseId, catalogue, before, today, cancel));
        return then.Gains.Any(g => g.After is not null || g.Later is not null) ? [now, then] : [now];
    }

    private static string Years(DateOnly first) => string.Create(CultureInfo.InvariantCulture, $"{first.Year}–{(first.Year + 1) % 100:00}");

    private async Task<IReadOnlyList<CourseGain>> OfYearAsync(string courseId, Catalogue catalogue, DateOnly first, DateOnly today, CancellationToken cancel)
    {
        var end = first.AddMonths(11);
        DateOnly Last(FeedbackMoment moment) => FeedbackTimes.LastShown(moment, today, catalogue.Rules) is var shown && shown < end ? shown : end;
        var after = await ReadAsync(courseId, first, Last(FeedbackMoment.After), cancel);
        var later = await ReadAsync(courseId, first, Last(FeedbackMoment.Later), cancel);
        return [.. catalogue.Feedback.Select(i => new CourseGain(i, GainOf(i, after, FeedbackMoment.After), GainOf(i, later, FeedbackMoment.Later)))];
    }

    private async Task<IReadOnlyList<FeedbackAnswer>> ReadAsync(string courseId, DateOnly first, DateOnly last, CancellationToken cancel) => last < first ? [] : await book.ReadAsync(courseId, first, last, cancel);

    private static ItemGain? GainOf(FeedbackItem item, IReadOnlyList<FeedbackAnswer> answers, FeedbackMoment then)
    {
        IReadOnlyDictionary<string, int> At(FeedbackMoment moment) => answers.Where(a => a.Item == item.Id && a.Moment == moment).GroupBy(a => a.Token).ToDictionary(g => g.Key, g => g.First().Value);
        return Gains.Of(new ItemAnswers(item.Id, At(FeedbackMoment.Before), At(then)));
    }
}
