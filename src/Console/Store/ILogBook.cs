using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>A row of the public log, and who may not see it by itself.</summary>
/// <param name="KeptOut">People kept out of its case; empty once the case is shredded; null where that cannot be read: then nobody sees the row.</param>
public sealed record LogEntry(LogRow Row, IReadOnlyList<string>? KeptOut)
{
    public bool MaySee(string personId) => KeptOut?.Contains(personId) == false;
}

/// <summary>The rows of the public log. Implemented by storage. Who may read them is decided by the caller: <see cref="LogSight"/>.</summary>
public interface ILogBook
{
    /// <summary>School years that have rows, by the year they began in, oldest first.</summary>
    Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancel);

    /// <summary>In an order that says nothing.</summary>
    Task<IReadOnlyList<LogEntry>> ReadAsync(int schoolYear, CancellationToken cancel);
}
