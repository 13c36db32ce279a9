using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console.Tests;

/// <summary>Hires in memory, as storage keeps them.</summary>
internal sealed class MemoryHireBook : IHireBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Hire> hires = [];

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

    public Task<(int Added, int Changed)> BringAsync(IReadOnlyList<Hire> brought, Func<int, int, AuditEntry> audit, CancellationToken cancel)
    {
        lock (gate)
        {
            var (added, changed) = (0, 0);
            foreach (var hire in brought)
            {
                if (!hires.TryGetValue(hire.EmployeeId, out var known)) added++;
                else if ((known.PersonId, known.On, known.Details) != (hire.PersonId, hire.On, hire.Details)) changed++;
                hires[hire.EmployeeId] = hire with { Leaves = known?.Leaves ?? [] };
            }

            return Task.FromResult((added, changed));
        }
    }

    public Task<bool> LeaveAsync(string employeeId, Leave leave, AuditEntry audit, CancellationToken cancel)
    {
        lock (gate)
        {
            if (!hires.TryGetValue(employeeId, out var hire)) return Task.FromResult(false);
            hires[employeeId] = hire with { Leaves = [.. hire.Leaves.Where(l => l.From != leave.From).Append(leave).OrderBy(l => l.From)] };
            return Task.FromResult(true);
        }
    }
}
