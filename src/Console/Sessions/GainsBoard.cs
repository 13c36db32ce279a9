using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What rose in a course this school year.</summary>
/// <param name="After">From before to after; null where fewer than ten answered both times.</param>
/// <param name="Later">From before to some weeks later; null as above.</param>
public sealed record CourseGain(FeedbackItem Item, ItemGain? After, ItemGain? Later);

/// <summary>Sums the feedback on a course. Only months of which all answers are in count: a sum that grows would tell what the last person answered.</summary>
public sealed class GainsBoard(IFeedbackBook book, TrainingOffer offer, District district, TimeProvider clock)
{
    /// <summary>True for those who see the results of surveys in the whole district, and for the training lead.</summary>
    public static bool MaySee(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return SurveySight.SeesDistrict(person) || person.Holds(TrainingSight.Lead);
    }

    public async Task<IReadOnlyList<CourseGain>> OfAsync(string courseId, CancellationToken cancel)
    {
        if (offer.Catalogue is not { Feedback.Count: > 0 } catalogue) return [];
        var today = district.CalendarOf(null).Today(clock.GetUtcNow());
        // A school year begins in August. Follow-ups of the last months of a year are in after it has ended.
        var first = new DateOnly(today.Month >= 8 ? today.Year : today.Year - 1, 8, 1);
        var after = await ReadAsync(courseId, first, FeedbackTimes.LastShown(FeedbackMoment.After, today, catalogue.Rules), cancel);
        var later = await ReadAsync(courseId, first, FeedbackTimes.LastShown(FeedbackMoment.Later, today, catalogue.Rules), cancel);
        return [.. catalogue.Feedback.Select(i => new CourseGain(i, GainOf(i, after, FeedbackMoment.After), GainOf(i, later, FeedbackMoment.Later)))];
    }

    private async Task<IReadOnlyList<FeedbackAnswer>> ReadAsync(string courseId, DateOnly first, DateOnly last, CancellationToken cancel) => last < first ? [] : await book.ReadAsync(courseId, first, last, cancel);

    private static ItemGain? GainOf(FeedbackItem item, IReadOnlyList<FeedbackAnswer> answers, FeedbackMoment then)
    {
        IReadOnlyDictionary<string, int> At(FeedbackMoment moment) => answers.Where(a => a.Item == item.Id && a.Moment == moment).GroupBy(a => a.Token).ToDictionary(g => g.Key, g => g.First().Value);
        return Gains.Of(new ItemAnswers(item.Id, At(FeedbackMoment.Before), At(then)));
    }
}
