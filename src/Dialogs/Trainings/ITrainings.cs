namespace SupportBot.Dialogs;

/// <summary>
/// Trainings as one member of staff sees them, and what they may wish of them. Implemented where the rooms meet, because conversations know nothing of rolls.
/// A wish is a commit of its own: made once more, it changes nothing and says how things stand.
/// </summary>
public interface ITrainings
{
    /// <summary>False where the district has no trainings.</summary>
    bool AreOffered { get; }

    /// <summary>Courses that the person may take, those with a date first.</summary>
    /// <param name="personId">Directory id of a member of staff.</param>
    /// <param name="language">ISO 639; titles come in English where there are none in it.</param>
    Task<IReadOnlyList<CourseLine>> CoursesAsync(string personId, string language, CancellationToken cancel);

    /// <summary>Those of them that the words may mean: one where it is clear, a few where they are close, none where nothing fits.</summary>
    Task<IReadOnlyList<CourseLine>> FindAsync(string personId, string words, string language, CancellationToken cancel);

    Task<MyLines> MineAsync(string personId, string language, CancellationToken cancel);

    Task<TrainingAnswer> SignUpAsync(string personId, Guid sessionId, string language, CancellationToken cancel);

    Task<TrainingAnswer> CancelAsync(string personId, Guid sessionId, string language, CancellationToken cancel);

    Task<TrainingAnswer> AcceptAsync(string personId, Guid sessionId, string language, CancellationToken cancel);

    Task<TrainingAnswer> DeclineAsync(string personId, Guid sessionId, string language, CancellationToken cancel);

    /// <summary>Another date for the one they have, where it has a free seat; else they keep what they have.</summary>
    Task<TrainingAnswer> SwapAsync(string personId, Guid fromId, Guid toId, string language, CancellationToken cancel);
}

/// <summary>A district without trainings.</summary>
internal sealed class NoTrainings : ITrainings
{
    private static readonly Task<TrainingAnswer> Gone = Task.FromResult(new TrainingAnswer(TrainingOutcome.Gone, null));

    public bool AreOffered => false;

    public Task<IReadOnlyList<CourseLine>> CoursesAsync(string personId, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CourseLine>>([]);

    public Task<IReadOnlyList<CourseLine>> FindAsync(string personId, string words, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CourseLine>>([]);

    public Task<MyLines> MineAsync(string personId, string language, CancellationToken cancel) => Task.FromResult(new MyLines([], []));

    public Task<TrainingAnswer> SignUpAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Gone;

    public Task<TrainingAnswer> CancelAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Gone;

    public Task<TrainingAnswer> AcceptAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Gone;

    public Task<TrainingAnswer> DeclineAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Gone;

    public Task<TrainingAnswer> SwapAsync(string personId, Guid fromId, Guid toId, string language, CancellationToken cancel) => Gone;
}
