namespace SupportBot.Console;

/// <summary>Hires as lists look them up.</summary>
internal static class HiresBy
{
    /// <summary>By HR's id, however its letters are written.</summary>
    public static Dictionary<string, Hire> EmployeeId(IEnumerable<Hire> hires) =>
        hires.GroupBy(h => h.EmployeeId, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>HR's ids by the id of the person in the directory; without those whom it does not know yet.</summary>
    public static Dictionary<string, string> PersonId(IEnumerable<Hire> hires) => hires.Where(h => h.PersonId is not null).ToDictionary(h => h.PersonId!, h => h.EmployeeId);
}
