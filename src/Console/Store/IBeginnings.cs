using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>What people have said of something that the year begins at their school.</summary>
public enum BeginningAnswer
{
    None,

    /// <summary>Work on it has begun.</summary>
    Begun,

    /// <summary>It is done, or there is nothing to do.</summary>
    Done,
}

/// <summary>Something that the school's year has begun at one school, once a year.</summary>
/// <param name="Entry">Id in the protocol's header.</param>
/// <param name="On">The day that content names, of its year.</param>
/// <param name="ToldOn">The school day on which people were told.</param>
public sealed record Beginning(string Protocol, string Entry, string SchoolId, DateOnly On, DateOnly ToldOn)
{
    public BeginningAnswer Answer { get; init; }

    /// <summary>Who has said so; null while nobody has.</summary>
    public string? PersonId { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>What the school's year has begun. Implemented by storage. Who sees and says what is decided by the caller.</summary>
public interface IBeginnings
{
    /// <summary>All whose day of content is not before <paramref name="on"/>.</summary>
    Task<IReadOnlyList<Beginning>> SinceAsync(DateOnly on, CancellationToken cancel);

    /// <summary>Keeps what a person says, and the audit entry with it. The first word counts.</summary>
    /// <returns>False where somebody has said something before, or there is no such beginning: nothing was written.</returns>
    Task<bool> AnswerAsync(Beginning beginning, BeginningAnswer answer, AuditEntry entry, CancellationToken cancel);
}
