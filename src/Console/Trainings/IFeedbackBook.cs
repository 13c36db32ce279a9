using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>One answer, of nobody: the token says only that two answers belong together.</summary>
/// <param name="Token">Of the word that somebody chose; the same word gives another token in another course and month.</param>
/// <param name="Value">1 to 5.</param>
public sealed record FeedbackAnswer(string Token, FeedbackMoment Moment, string Item, int Value);

/// <summary>
/// Answers to the feedback on trainings. Kept by course and month of the session: no person, no session, no day. Implemented by storage.
/// </summary>
public interface IFeedbackBook
{
    /// <summary>Keeps answers; whoever answers again with the same word replaces theirs.</summary>
    /// <param name="month">First day of the month in which the session is.</param>
    /// <param name="word">What the person chose; only a keyed hash of it is kept.</param>
    /// <param name="answers">By item, 1 to 5.</param>
    Task SaveAsync(string courseId, DateOnly month, PersonText word, FeedbackMoment moment, IReadOnlyDictionary<string, int> answers, CancellationToken cancel);

    /// <summary>Answers of a course to sessions of these months, both included.</summary>
    Task<IReadOnlyList<FeedbackAnswer>> ReadAsync(string courseId, DateOnly firstMonth, DateOnly lastMonth, CancellationToken cancel);

    /// <summary>Sessions that ended after that moment and at which the person had a seat, newest first: for whom a later question may be open.</summary>
    Task<IReadOnlyList<Session>> AttendedAsync(string personId, DateTimeOffset endedAfter, CancellationToken cancel);
}
