using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>
/// Sessions of trainings as those who sit in them and those who lead them see them: check-in, who comes, feedback. Implemented where the rooms meet. Every verb asks who may what,
/// and what somebody may not see is not there for them. What is done is a commit of its own: done once more it changes nothing.
/// </summary>
public interface ISessions
{
    /// <summary>Sessions of today in which the person has a seat, in order of their start.</summary>
    Task<IReadOnlyList<CheckInLine>> TodayAsync(string personId, string language, CancellationToken cancel);

    /// <summary>Checks in by the code on the wall; which session it is follows from the code. Every call is one of the few tries that a person has.</summary>
    Task<TrainingAnswer> CheckInAsync(string personId, string code, string language, CancellationToken cancel);

    /// <summary>Sessions of today and to come of which the person may see who comes, those they lead themselves first.</summary>
    /// <param name="words">What they called the course: only sessions of courses that it may mean. Empty for all.</param>
    Task<IReadOnlyList<RosterLine>> RostersAsync(string personId, string words, string language, CancellationToken cancel);

    /// <summary>Null where there is no such session, and where the person may not see who comes.</summary>
    Task<RosterSheet?> RosterAsync(string personId, Guid sessionId, string language, CancellationToken cancel);

    /// <summary>Whoever leads the session sees that somebody is there. Null where they may not, and where there is no such session.</summary>
    /// <param name="whoId">Of the one who is there.</param>
    Task<LetInAnswer?> LetInAsync(string personId, Guid sessionId, string whoId, string language, CancellationToken cancel);

    /// <summary>Sessions on which the person is asked now: those that are over first.</summary>
    /// <param name="words">As in <see cref="RostersAsync"/>.</param>
    Task<IReadOnlyList<FeedbackLine>> FeedbackAsync(string personId, string words, string language, CancellationToken cancel);

    /// <summary>What is asked about one of them; null where nothing is asked of the person about it now.</summary>
    Task<FeedbackForm?> FeedbackFormAsync(string personId, Guid sessionId, string language, CancellationToken cancel);

    /// <summary>Keeps answers with nobody's name, session or day. Whoever answers again with the same word replaces theirs.</summary>
    /// <param name="moment">As the form had it; where that is over, nothing is kept.</param>
    /// <param name="word">What joins their answers; of it only a keyed hash is kept.</param>
    /// <param name="answers">By item, 1 to 5.</param>
    Task<FeedbackSent> SendFeedbackAsync(string personId, Guid sessionId, FeedbackPart moment, PersonText word, IReadOnlyDictionary<string, int> answers, CancellationToken cancel);
}

/// <summary>A district without trainings.</summary>
internal sealed class NoSessions : ISessions
{
    public Task<IReadOnlyList<CheckInLine>> TodayAsync(string personId, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CheckInLine>>([]);

    public Task<TrainingAnswer> CheckInAsync(string personId, string code, string language, CancellationToken cancel) => Task.FromResult(new TrainingAnswer(TrainingOutcome.NoneToday, null));

    public Task<IReadOnlyList<RosterLine>> RostersAsync(string personId, string words, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<RosterLine>>([]);

    public Task<RosterSheet?> RosterAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Task.FromResult<RosterSheet?>(null);

    public Task<LetInAnswer?> LetInAsync(string personId, Guid sessionId, string whoId, string language, CancellationToken cancel) => Task.FromResult<LetInAnswer?>(null);

    public Task<IReadOnlyList<FeedbackLine>> FeedbackAsync(string personId, string words, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<FeedbackLine>>([]);

    public Task<FeedbackForm?> FeedbackFormAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Task.FromResult<FeedbackForm?>(null);

    public Task<FeedbackSent> SendFeedbackAsync(string personId, Guid sessionId, FeedbackPart moment, PersonText word, IReadOnlyDictionary<string, int> answers, CancellationToken cancel) => Task.FromResult(FeedbackSent.NotOpen);
}
