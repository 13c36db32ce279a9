using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console.Tests;

/// <summary>Hires in memory that keep the port's promises: one an employee, one a person, all of a list or nothing, leaves stay.</summary>
internal sealed class MemoryHireBook(MemoryCaseBook book) : IHireBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Hire> hires = [];

    public int Count => hires.Count;

    public Task<Hire?> OfPersonAsync(string personId, CancellationToken cancel)
    {
        lock (gate) return Task.FromResult(hires.Values.FirstOrDefault(h => h.PersonId == personId));
    }

    public Task<Hire?> FindAsync(string employeeId, CancellationToken cancel)
    {
        lock (gate) return Task.FromResult(hires.GetValueOrDefault(employeeId));
    }

    public Task<IReadOnlyList<Hire>> AllAsync(CancellationToken cancel)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<Hire>>([.. hires.Values.OrderBy(h => h.On).ThenBy(h => h.EmployeeId, StringComparer.Ordinal)]);
    }

    public async Task<(int Added, int Changed)> BringAsync(IReadOnlyList<Hire> brought, Func<int, int, AuditEntry> audit, CancellationToken cancel)
    {
        var (added, changed) = (0, 0);
        lock (gate)
        {
            var next = new Dictionary<string, Hire>(hires);
            foreach (var hire in brought)
            {
                var known = next.GetValueOrDefault(hire.EmployeeId);
                if (known is not null && (known.PersonId, known.On, known.Details) == (hire.PersonId, hire.On, hire.Details)) continue;
                if (hire.PersonId is { } person && next.Values.Any(h => h.PersonId == person && h.EmployeeId != hire.EmployeeId)) throw new ArgumentException("One person would have two hires.", nameof(brought));
                next[hire.EmployeeId] = hire with { Leaves = known?.Leaves ?? [] };
                if (known is null) added++;
                else changed++;
            }

            foreach (var (id, hire) in next) hires[id] = hire;
        }

        if (added + changed > 0) await book.NoteAsync(audit(added, changed), cancel);
        return (added, changed);
    }

    public async Task<bool> LeaveAsync(string employeeId, Leave leave, AuditEntry audit, CancellationToken cancel)
    {
        lock (gate)
        {
            if (!hires.TryGetValue(employeeId, out var hire)) return false;
            hires[employeeId] = hire with { Leaves = [.. hire.Leaves.Where(l => l.From != leave.From).Append(leave).OrderBy(l => l.From)] };
        }

        await book.NoteAsync(audit, cancel);
        return true;
    }
}

/// <summary>What people have done, in memory.</summary>
internal sealed class MemoryTranscripts : ITranscriptBook
{
    private readonly Dictionary<string, Transcript> transcripts = [];

    public void Done(string personId, string courseId, DateOnly on, DateOnly until)
    {
        var before = transcripts.GetValueOrDefault(personId) ?? Transcript.Empty;
        transcripts[personId] = before with { Completions = [.. before.Completions, new Completion(personId, courseId, on, until)] };
    }

    public void Waived(string personId, string courseId, DateOnly on, DateOnly until)
    {
        var before = transcripts.GetValueOrDefault(personId) ?? Transcript.Empty;
        transcripts[personId] = before with { Waivers = [.. before.Waivers, new Waiver(personId, courseId, "naomi-fisher", on, until)] };
    }

    public Task<Transcript> OfAsync(string personId, CancellationToken cancel) => Task.FromResult(transcripts.GetValueOrDefault(personId) ?? Transcript.Empty);

    public Task<IReadOnlyList<Completion>> DoneAsync(IReadOnlySet<string> courseIds, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Completion>>([.. transcripts.Values.SelectMany(t => t.Completions).Where(c => courseIds.Contains(c.CourseId))]);

    public Task<IReadOnlyDictionary<string, Transcript>> AllAsync(IReadOnlySet<string> courseIds, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, Transcript>>(transcripts.ToDictionary(t => t.Key, t => t.Value with { Completions = [.. t.Value.Completions.Where(c => courseIds.Contains(c.CourseId))] }));
}
