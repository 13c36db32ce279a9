using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What a verb on a roll may look at, as it is in the transaction that writes what comes of it.</summary>
/// <param name="Elsewhere">Other sessions that are not over in which the person holds a seat.</param>
/// <param name="Transcript">Of the person.</param>
public sealed record RollFacts(Roll Roll, IReadOnlyList<Session> Elsewhere, Transcript Transcript);

/// <summary>What is written beside a roll: whom to tell, what the journal keeps, which courses are done now.</summary>
public sealed record RollNews(IReadOnlyList<Notice> Notices, IReadOnlyList<AuditEntry> Audit, IReadOnlyList<Completion> Completions)
{
    public static RollNews None { get; } = new([], [], []);

    /// <summary>What counts as said already, so that no worker says it.</summary>
    public IReadOnlyList<ToldMark> Told { get; init; } = [];
}

/// <param name="Subject">What is said: ids, never words.</param>
/// <param name="Until">Last day on which it is remembered.</param>
public sealed record ToldMark(string Subject, DateOnly Until);

/// <summary>A session and where one person is with it.</summary>
public sealed record MySession(Session Session, Enrolment Enrolment, int? PlaceInLine);

/// <summary>A session at which a person who had a seat was not.</summary>
public sealed record MissedSession(string PersonId, Session Session);

/// <summary>A seat that a person holds on a session of a course.</summary>
/// <param name="Starts">UTC.</param>
public sealed record HeldSeat(string PersonId, string CourseId, DateTimeOffset Starts);

/// <summary>A session in a list.</summary>
/// <param name="Free">Seats that nobody holds.</param>
/// <param name="Waiting">People on the waiting list.</param>
public sealed record ListedSession(Session Session, int Free, int Waiting);

/// <summary>
/// Sessions, who is on them, and what people have done. A verb is run inside the transaction that writes it: of two hundred who want the last seat at once,
/// one gets it, on whichever database.
/// </summary>
public interface ITrainingRolls
{
    /// <returns>False where a session with that id is there: then nothing is written, so that whoever does not know whether it came to its end asks again.</returns>
    Task<bool> AddAsync(Session session, AuditEntry audit, CancellationToken cancel);

    Task<Roll?> FindAsync(Guid sessionId, CancellationToken cancel);

    /// <summary>Sessions that start within that time and are not called off, in order of their start.</summary>
    Task<IReadOnlyList<ListedSession>> BetweenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel);

    /// <summary>Sessions that end after that moment and on which the person has a seat, an offer or a place in line, in order of their start.</summary>
    Task<IReadOnlyList<MySession>> OfPersonAsync(string personId, DateTimeOffset from, CancellationToken cancel);

    /// <summary>Who had a seat, had not cancelled and was not there, in sessions that start at that moment or later and whose roll is closed; in order of their start.</summary>
    Task<IReadOnlyList<MissedSession>> NoShowsAsync(DateTimeOffset from, CancellationToken cancel);

    /// <summary>Seats that are held, offers among them, on sessions that start within that time, are not called off and whose roll is not closed; in no order.</summary>
    Task<IReadOnlyList<HeldSeat>> HeldSeatsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel);

    Task<Transcript> TranscriptAsync(string personId, CancellationToken cancel);

    /// <summary>Runs a verb of <see cref="RollEngine"/> on a roll and writes its step with the news of it; writes nothing where it refuses.</summary>
    /// <param name="personId">Whose other sessions and transcript the verb looks at.</param>
    /// <param name="act">Pure, and quick: everybody else waits for it.</param>
    /// <returns>Null where there is no such session.</returns>
    Task<RollResult?> ActAsync(Guid sessionId, string personId, Func<RollFacts, RollResult> act, Func<RollStep, RollNews> tell, CancellationToken cancel);

    /// <summary>Gives up a seat on one session for a free one on another, both in one transaction; where the other has none, everything stays as it was.</summary>
    Task<RollResult?> SwapAsync(Guid fromId, Guid toId, string personId, Func<RollFacts, RollResult> leave, Func<RollFacts, RollResult> take, Func<RollStep, RollStep, RollNews> tell, CancellationToken cancel);

    /// <summary>Sessions whose <see cref="RollEngine.NextPass"/> has come.</summary>
    Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>Writes courses that were done elsewhere or alone. One that is there with the same day stays as it is.</summary>
    /// <returns>How many are new.</returns>
    Task<int> RecordAsync(IReadOnlyList<Completion> completions, AuditEntry audit, CancellationToken cancel);
}
