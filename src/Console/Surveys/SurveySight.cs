using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Who sees the results of surveys (district default): whoever answers for the whole district sees every school and the sum, whoever leads or counsels at a school sees that school.</summary>
public static class SurveySight
{
    private static readonly string[] District = ["district-lead", "student-services-director", "safeguarding-lead", "hr", "facilitator"];
    private static readonly string[] School = ["principal", "administrator", "counselor"];

    public static bool MaySee(Person person) => SeesDistrict(person) || person.Posts.Any(p => School.Contains(p.Role) && p.SchoolId is not null);

    public static bool SeesDistrict(Person person) => person.Posts.Any(p => p.SchoolId is null && District.Contains(p.Role));

    /// <summary>Ids of the schools whose results the person sees.</summary>
    public static IReadOnlyList<string> SchoolsOf(Person person, District district) =>
        SeesDistrict(person)
            ? [.. district.Schools.Select(s => s.Id)]
            : [.. person.Posts.Where(p => School.Contains(p.Role)).Select(p => p.SchoolId).OfType<string>().Distinct()];
}
