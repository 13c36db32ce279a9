using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>
/// What somebody needs so that they can take part in a session: an interpreter, a way without steps, a break, a diet. It may tell of a disability, so only those who lead
/// the session read it, and it goes when it is no longer needed.
/// </summary>
/// <param name="IsArranged">True once somebody who leads the session has said that it is taken care of.</param>
public sealed record Accommodation(string PersonId, PersonText Words, DateTimeOffset AskedAt, bool IsArranged);

/// <summary>
/// Requests for accommodations, one for each seat. They rest sealed, and are removed in the same transaction in which their seat is given up or the roll is closed. Implemented by storage.
/// </summary>
public interface IAccommodationBook
{
    /// <summary>What a person has asked for themselves.</summary>
    Task<Accommodation?> OfAsync(Guid sessionId, string personId, CancellationToken cancel);

    /// <summary>How many there are on a session, and how many of them nobody has arranged. Reads no words.</summary>
    Task<(int All, int Open)> CountAsync(Guid sessionId, CancellationToken cancel);

    /// <summary>All of a session, in the order in which they were asked. The journal keeps that they were read.</summary>
    Task<IReadOnlyList<Accommodation>> ReadAsync(Guid sessionId, AuditEntry audit, CancellationToken cancel);

    /// <summary>Keeps what somebody needs in place of what they asked before; nobody has arranged it yet.</summary>
    /// <param name="news">Written beside it.</param>
    /// <returns>False where they have no seat on the session and wait for none: then nothing is written.</returns>
    Task<bool> AskAsync(Guid sessionId, Accommodation asked, RollNews news, CancellationToken cancel);

    /// <returns>False where there was none.</returns>
    Task<bool> TakeBackAsync(Guid sessionId, string personId, AuditEntry audit, CancellationToken cancel);

    /// <returns>False where there is none, or it was arranged before.</returns>
    Task<bool> ArrangeAsync(Guid sessionId, string personId, RollNews news, CancellationToken cancel);
}
