namespace SupportBot.Training;

/// <summary>What a sentence of the feedback is about.</summary>
public enum FeedbackAbout
{
    Awareness,
    Efficacy,
}

/// <summary>A sentence that people agree with from 1 to 5. Read from <c>courses/feedback.yaml</c>.</summary>
public sealed record FeedbackItem(string Id, FeedbackAbout About, IReadOnlyDictionary<string, string> Texts, string Source, string Status)
{
    public const int Least = 1, Most = 5;

    public string TextIn(string language) => Texts.In(language);
}

/// <summary>When somebody answers.</summary>
public enum FeedbackMoment
{
    Before,
    After,

    /// <summary>Some weeks later: <see cref="TrainingRules.FollowUpDays"/>.</summary>
    Later,
}

/// <summary>When feedback on a session is open, and when its sums may be shown.</summary>
public static class FeedbackTimes
{
    private const int AfterDays = 14, LaterDays = 30;

    /// <param name="day">Local day of the session.</param>
    /// <returns>Null where nothing is asked now.</returns>
    public static FeedbackMoment? Open(Session session, DateOnly day, DateTimeOffset now, DateOnly today, TrainingRules rules)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(rules);
        if (session.State == SessionState.Cancelled) return null;
        if (now <= session.Starts + rules.CheckInAfter) return FeedbackMoment.Before;
        if (now < session.Ends) return null;
        var later = today.DayNumber - day.DayNumber;
        return later <= AfterDays ? FeedbackMoment.After : later >= rules.FollowUpDays && later <= rules.FollowUpDays + LaterDays ? FeedbackMoment.Later : null;
    }

    /// <summary>After so many days nothing is asked of a session any more.</summary>
    public static int LongestDays(TrainingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Math.Max(AfterDays, rules.FollowUpDays + LaterDays) + 1;
    }

    /// <summary>
    /// The last month whose answers of that moment are all in. Whoever looked at sums while they grow could tell what the last person answered.
    /// </summary>
    /// <returns>Its first day.</returns>
    public static DateOnly LastShown(FeedbackMoment moment, DateOnly today, TrainingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var closed = today.AddDays(-(moment == FeedbackMoment.Later ? rules.FollowUpDays + LaterDays : AfterDays));
        return new DateOnly(closed.Year, closed.Month, 1).AddMonths(-1);
    }
}
