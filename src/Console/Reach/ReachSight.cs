using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Who is shown that people cannot be reached, and for which schools.</summary>
public sealed class ReachSight(District district)
{
    /// <summary>The roles that see it: at their school where the role is held at a school, everywhere where it is the district's.</summary>
    public static readonly IReadOnlyList<string> Roles = ["principal", "administrator", "district-lead", "student-services-director", "it-evidence"];

    public static bool MaySee(Person person) => person.Posts.Any(p => Roles.Contains(p.Role));

    /// <summary>Schools whose duty the person sees; null stands for reports whose school is not known, which are the district's.</summary>
    public IReadOnlyList<string?> SchoolsOf(Person person)
    {
        var posts = person.Posts.Where(p => Roles.Contains(p.Role)).ToList();
        return posts.Any(p => p.SchoolId is null) ? [.. district.Schools.Select(s => s.Id), null] : [.. posts.Select(p => p.SchoolId).Distinct()];
    }
}
