using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>When somebody was hired, as HR tells it.</summary>
/// <param name="EmployeeId">HR's own id of the person: one hire each.</param>
/// <param name="PersonId">Id in the directory; null while the directory does not know them.</param>
/// <param name="On">First day of work.</param>
public sealed record Hire(string EmployeeId, string? PersonId, DateOnly On, HireDetails Details)
{
    /// <summary>In order of their first day.</summary>
    public IReadOnlyList<Leave> Leaves { get; init; } = [];
}

/// <summary>What HR tells of a hire, to find them in the directory and to place them before they are there.</summary>
/// <param name="Mail">Lower case.</param>
/// <param name="Role">Id of a role.</param>
/// <param name="SchoolId">Null where they work for the whole district.</param>
/// <param name="SupervisorMail">Lower case; null where HR does not tell.</param>
public sealed record HireDetails(PersonText Name, PersonText Mail, string Role, string? SchoolId, PersonText? SupervisorMail);

/// <summary>Hires and their leaves. Implemented by storage, which keeps names and addresses sealed.</summary>
public interface IHireBook
{
    Task<Hire?> OfPersonAsync(string personId, CancellationToken cancel);

    Task<Hire?> FindAsync(string employeeId, CancellationToken cancel);

    /// <summary>In order of their first day, then of the employee's id.</summary>
    Task<IReadOnlyList<Hire>> AllAsync(CancellationToken cancel);

    /// <summary>Adds hires, and puts those that are there right; their leaves stay. All in one transaction.</summary>
    /// <returns>How many were new, and how many were there and differ now.</returns>
    /// <exception cref="ArgumentException">Two hires have one employee's id, or one person would have two.</exception>
    Task<(int Added, int Changed)> BringAsync(IReadOnlyList<Hire> hires, Func<int, int, AuditEntry> audit, CancellationToken cancel);

    /// <summary>Writes a leave; one that begins on the same day is replaced. A leave without a last day goes on.</summary>
    /// <returns>False where there is no such hire.</returns>
    Task<bool> LeaveAsync(string employeeId, Leave leave, AuditEntry audit, CancellationToken cancel);
}
