using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>Rows of the public log in memory.</summary>
internal sealed class MemoryLogBook : ILogBook
{
    public List<LogEntry> Entries { get; } = [];

    public Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<int>>([.. Entries.Select(e => e.Row.SchoolYear).Distinct().Order()]);

    public Task<IReadOnlyList<LogEntry>> ReadAsync(int schoolYear, CancellationToken cancel) => Task.FromResult<IReadOnlyList<LogEntry>>([.. Entries.Where(e => e.Row.SchoolYear == schoolYear)]);
}
