using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A session on which somebody is asked now.</summary>
public sealed record OpenFeedback(Session Session, FeedbackMoment Moment);

public enum FeedbackOutcome
{
    Kept,

    /// <summary>The word has too few letters, or is too long.</summary>
    WordNeeded,

    /// <summary>No sentence was answered.</summary>
    NothingPicked,
}

/// <summary>
/// Feedback on trainings, for whichever page or card asks it: who is asked when, and the one way in which answers are kept. Being on the roll opens it; what is kept names no
/// person, session or day, and no caller has anything to keep beside it.
/// </summary>
public sealed class FeedbackDesk(ITrainingRolls rolls, IFeedbackBook book, SessionDesk desk, TimeProvider clock)
{
    /// <summary>Letters and digits of the word that joins somebody's answers, and all its characters.</summary>
    public const int ShortestWord = 6, LongestWord = 60;

    /// <summary>What is asked; empty where the district asks nothing.</summary>
    public IReadOnlyList<FeedbackItem> Items => desk.Catalogue.Feedback;

    /// <summary>When the person is asked about the session of this roll; null where they are not asked now.</summary>
    public FeedbackMoment? MomentOf(Person person, Roll roll)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(roll);
        return roll.Of(person.Id) is { State: EnrolmentState.Enrolled or EnrolmentState.Attended or EnrolmentState.Partial or EnrolmentState.Completed } ? MomentOf(roll.Session) : null;
    }

    /// <returns>Null where the person is not asked about it now, and where there is no such session.</returns>
    public async Task<OpenFeedback?> FindAsync(Person person, Guid sessionId, CancellationToken cancel) =>
        await rolls.FindAsync(sessionId, cancel) is { } roll && MomentOf(person, roll) is { } moment ? new(roll.Session, moment) : null;

    /// <summary>Sessions that are over and on which the person is asked now, newest first.</summary>
    public async Task<IReadOnlyList<OpenFeedback>> AfterwardsAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (Items.Count == 0) return [];
        var attended = await book.AttendedAsync(person.Id, clock.GetUtcNow().AddDays(-FeedbackTimes.LongestDays(desk.Catalogue.Rules)), cancel);
        return [.. Open(attended).Where(o => o.Moment is FeedbackMoment.After or FeedbackMoment.Later)];
    }

    /// <summary>Sessions to come in which the person has a seat and on which they are asked now, in order of their start.</summary>
    public async Task<IReadOnlyList<OpenFeedback>> BeforehandAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (Items.Count == 0) return [];
        var mine = await rolls.OfPersonAsync(person.Id, clock.GetUtcNow(), cancel);
        return [.. Open(mine.Where(m => m.Enrolment.State == EnrolmentState.Enrolled).Select(m => m.Session)).Where(o => o.Moment == FeedbackMoment.Before)];
    }

    /// <summary>Keeps answers; whoever answers again with the same word replaces theirs.</summary>
    /// <param name="open">As <see cref="FindAsync"/> gave it in this very request.</param>
    /// <param name="answers">By item; what is no item, or not from 1 to 5, is left out.</param>
    public async Task<FeedbackOutcome> KeepAsync(OpenFeedback open, PersonText word, IReadOnlyDictionary<string, int> answers, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(word);
        if (!IsWord(word.Reveal())) return FeedbackOutcome.WordNeeded;
        var picked = Picked(answers);
        if (picked.Count == 0) return FeedbackOutcome.NothingPicked;
        var day = desk.DayOf(open.Session);
        await book.SaveAsync(open.Session.CourseId, new DateOnly(day.Year, day.Month, 1), word, open.Moment, picked, cancel);
        return FeedbackOutcome.Kept;
    }

    /// <summary>What of these are answers.</summary>
    public IReadOnlyDictionary<string, int> Picked(IReadOnlyDictionary<string, int> answers) =>
        answers.Where(a => a.Value is >= FeedbackItem.Least and <= FeedbackItem.Most && Items.Any(i => i.Id == a.Key)).ToDictionary(a => a.Key, a => a.Value);

    private static bool IsWord(string word) => word.Length <= LongestWord && word.Count(char.IsLetterOrDigit) >= ShortestWord;

    private IEnumerable<OpenFeedback> Open(IEnumerable<Session> sessions) =>
        sessions.Where(s => desk.Catalogue.Course(s.CourseId) is not null).Select(s => MomentOf(s) is { } moment ? new OpenFeedback(s, moment) : null).OfType<OpenFeedback>();

    private FeedbackMoment? MomentOf(Session session)
    {
        var now = clock.GetUtcNow();
        return Items.Count == 0 ? null : FeedbackTimes.Open(session, desk.DayOf(session), now, desk.CalendarOf(session).Today(now), desk.Catalogue.Rules);
    }
}
