using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>What the year has begun, in memory: the first word counts.</summary>
internal sealed class MemoryBeginnings : IBeginnings
{
    private readonly Lock gate = new();
    private readonly List<Beginning> all = [];

    public List<AuditEntry> Audit { get; } = [];

    public void Put(Beginning beginning) { lock (gate) all.Add(beginning); }

    public Task<IReadOnlyList<Beginning>> SinceAsync(DateOnly on, CancellationToken cancel)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<Beginning>>([.. all.Where(b => b.On >= on)]);
    }

    public Task<bool> AnswerAsync(Beginning beginning, BeginningAnswer answer, AuditEntry entry, CancellationToken cancel)
    {
        lock (gate)
        {
            var at = all.FindIndex(b => (b.Protocol, b.Entry, b.SchoolId, b.On) == (beginning.Protocol, beginning.Entry, beginning.SchoolId, beginning.On) && b.Answer == BeginningAnswer.None);
            if (at < 0) return Task.FromResult(false);
            all[at] = all[at] with { Answer = answer, PersonId = entry.Actor.PersonId, At = entry.At };
            Audit.Add(entry);
            return Task.FromResult(true);
        }
    }
}
