using System.Globalization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What is overdue, in sentences with numbers: no name of anybody and no title of a course.</summary>
public static class DuesWords
{
    public static string Of(DuesAddressee to, IReadOnlyList<DuesItem> items, District district)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(district);
        if (to.Role.Length > 0) return $"{(district.School(to.Subject) is { } school ? $"At {school.Name}" : "In the district")} {Trainings(items)} of {People(items)} {Are(items)} overdue.";
        var own = items.Where(i => i.Who.Person?.Id == to.Subject).ToList();
        var team = items.Where(i => i.Who.Person?.Id != to.Subject).ToList();
        return string.Join(' ', new[]
        {
            own.Count == 0 ? "" : $"{Trainings(own)} of yours {Are(own)} overdue.",
            team.Count == 0 ? "" : $"{Trainings(team)} of {People(team)} whom you supervise {Are(team)} overdue.",
        }.Where(s => s.Length > 0));
    }

    private static int Count(IReadOnlyList<DuesItem> items) => items.DistinctBy(i => (i.Who.Staffer.PersonId, i.Duty.Requirement.Id)).Count();

    private static string Trainings(IReadOnlyList<DuesItem> items) => Count(items) is var count && count == 1 ? "1 required training" : string.Create(CultureInfo.InvariantCulture, $"{count} required trainings");

    private static string Are(IReadOnlyList<DuesItem> items) => Count(items) == 1 ? "is" : "are";

    private static string People(IReadOnlyList<DuesItem> items) => items.DistinctBy(i => i.Who.Staffer.PersonId).Count() is var count && count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{count} people");
}
