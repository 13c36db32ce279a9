using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What training needs to know of people: their roles and schools from the directory, the day they were hired and their leaves from HR.</summary>
public sealed class Staffers(District district, IHireBook hires)
{
    public async Task<Staffer> OfAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Of(person, await hires.OfPersonAsync(person.Id, cancel));
    }

    /// <param name="hire">Theirs; null where HR has told nothing of them.</param>
    public Staffer Of(Person person, Hire? hire)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Of(person.Id, [.. person.Posts.Select(p => p.Role).Distinct()], [.. person.Posts.Select(p => p.SchoolId).OfType<string>().Distinct()], hire);
    }

    /// <summary>Of somebody whom the directory does not know yet.</summary>
    public Staffer Of(Hire hire)
    {
        ArgumentNullException.ThrowIfNull(hire);
        return Of(hire.PersonId ?? hire.EmployeeId, [hire.Details.Role], hire.Details.SchoolId is { } school ? [school] : [], hire);
    }

    // Whoever works for the whole district is under the district's own law.
    private Staffer Of(string id, IReadOnlyList<string> roles, IReadOnlyList<string> schoolIds, Hire? hire)
    {
        var schools = schoolIds.Select(district.School).OfType<School>().ToList();
        return new Staffer(id)
        {
            Roles = roles,
            Schools = schoolIds,
            Levels = [.. schools.SelectMany(s => s.Levels).Distinct()],
            Jurisdictions = schools.Count == 0 ? [district.Jurisdiction] : [.. schools.Select(s => s.Jurisdiction).Distinct()],
            HiredOn = hire?.On,
            Leaves = hire?.Leaves ?? [],
        };
    }
}
