using System.Data.Common;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage;

/// <summary>Hires and their leaves. Names and addresses rest sealed.</summary>
public sealed class HireBook(Store store) : IHireBook
{
    private const string Columns = "employee, person, hired_on, ct";
    private static readonly Sql OfPerson = new($"SELECT {Columns} FROM hire WHERE person=@person", "t:person");
    private static readonly Sql Find = new($"SELECT {Columns} FROM hire WHERE employee=@employee", "t:employee");
    private static readonly Sql All = new($"SELECT {Columns} FROM hire ORDER BY hired_on, employee");
    private static readonly Sql FindLeaves = new("SELECT first_day, last_day FROM hire_leave WHERE employee=@employee ORDER BY first_day", "t:employee");
    private static readonly Sql AllLeaves = new("SELECT first_day, last_day, employee FROM hire_leave ORDER BY first_day");
    private static readonly Sql Put = new(
        """
        INSERT INTO hire(employee, person, hired_on, ct) VALUES(@employee, @person, @on, @ct)
        ON CONFLICT (employee) DO UPDATE SET person=excluded.person, hired_on=excluded.hired_on, ct=excluded.ct
        """,
        "t:employee t:person i:on b:ct");
    private static readonly Sql PutLeave = new(
        "INSERT INTO hire_leave(employee, first_day, last_day) VALUES(@employee, @from, @to) ON CONFLICT (employee, first_day) DO UPDATE SET last_day=excluded.last_day", "t:employee i:from i:to");

    public Task<Hire?> OfPersonAsync(string personId, CancellationToken cancel) => OneAsync(OfPerson, personId);

    public Task<Hire?> FindAsync(string employeeId, CancellationToken cancel) => OneAsync(Find, employeeId);

    public Task<IReadOnlyList<Hire>> AllAsync(CancellationToken cancel)
    {
        var open = store.Open;
        return open.Database.ReadAsync<IReadOnlyList<Hire>>(async link =>
        {
            var leaves = new List<(string Employee, Leave Leave)>();
            await using (var row = await link.ReadAsync(AllLeaves, [], cancel))
                while (await row.ReadAsync(cancel)) leaves.Add((row.GetString(2), LeaveOf(row)));
            var byEmployee = leaves.ToLookup(l => l.Employee, l => l.Leave);
            var hires = new List<Hire>();
            await using var hire = await link.ReadAsync(All, [], cancel);
            while (await hire.ReadAsync(cancel)) hires.Add(HireOf(hire, open.Hires, byEmployee));
            return hires;
        });
    }

    public Task<(int Added, int Changed)> BringAsync(IReadOnlyList<Hire> hires, Func<int, int, AuditEntry> audit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(hires);
        ArgumentNullException.ThrowIfNull(audit);
        if (hires.GroupBy(h => h.EmployeeId).Any(g => g.Count() > 1)) throw new ArgumentException("Two hires have one employee's id.", nameof(hires));
        var open = store.Open;
        return open.Writer.WriteAsync(session =>
        {
            var (added, changed) = (0, 0);
            foreach (var hire in hires)
            {
                var known = One(session.Link, Find, hire.EmployeeId);
                if (known is not null && (known.PersonId, known.On, known.Details) == (hire.PersonId, hire.On, hire.Details)) continue;
                if (hire.PersonId is { } person && One(session.Link, OfPerson, person) is { } other && other.EmployeeId != hire.EmployeeId)
                    throw new ArgumentException("One person would have two hires.", nameof(hires));
                session.Link.Run(Put, hire.EmployeeId, hire.PersonId, hire.On.DayNumber, open.Hires.Seal(hire.EmployeeId, hire.Details));
                if (known is null) added++;
                else changed++;
            }

            if (added + changed > 0) session.Audit([audit(added, changed)]);
            return (added, changed);
        });
    }

    public Task<bool> LeaveAsync(string employeeId, Leave leave, AuditEntry audit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(leave);
        return store.Open.Writer.WriteAsync(session =>
        {
            if (One(session.Link, Find, employeeId) is null) return false;
            session.Link.Run(PutLeave, employeeId, leave.From.DayNumber, leave.To?.DayNumber);
            session.Audit([audit]);
            return true;
        });
    }

    private Task<Hire?> OneAsync(Sql find, string id) => store.Open.Database.ReadAsync(link => Task.FromResult(One(link, find, id)));

    private Hire? One(Link link, Sql find, string id)
    {
        Hire hire;
        using (var row = link.Read(find, id))
        {
            if (!row.Read()) return null;
            hire = HireOf(row, store.Open.Hires, null);
        }

        var leaves = new List<Leave>();
        using var leave = link.Read(FindLeaves, hire.EmployeeId);
        while (leave.Read()) leaves.Add(LeaveOf(leave));
        return hire with { Leaves = leaves };
    }

    private static Hire HireOf(DbDataReader row, HireSealer sealer, ILookup<string, Leave>? leaves)
    {
        var employee = row.GetString(0);
        return new Hire(employee, row.IsDBNull(1) ? null : row.GetString(1), DateOnly.FromDayNumber(row.GetInt32(2)), sealer.Open(employee, row.GetFieldValue<byte[]>(3))) { Leaves = [.. leaves?[employee] ?? []] };
    }

    private static Leave LeaveOf(DbDataReader row) => new(DateOnly.FromDayNumber(row.GetInt32(0)), row.IsDBNull(1) ? null : DateOnly.FromDayNumber(row.GetInt32(1)));
}
