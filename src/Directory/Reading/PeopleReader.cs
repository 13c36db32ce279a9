using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads <c>directory/people.yaml</c>.</summary>
internal static class PeopleReader
{
    public static IReadOnlyList<Person> Read(YamlMap? page, KnownIds known, KnownIds roles, KnownIds schools, KnownIds trainings)
    {
        var people = new List<Person>();
        page?.RefuseUnknownKeys("format", "demo", "people");
        foreach (var entry in page?.Maps("people") ?? [])
        {
            entry.RefuseUnknownKeys("id", "name", "also-known-as", "mail", "entra-id", "phone", "roles", "trained-in");
            var isKnown = known.Take(entry, out var id);
            var person = new Person
            {
                Id = id,
                Name = Fields.Name(entry),
                AlsoKnownAs = entry.OptionalTexts("also-known-as"),
                Mail = Fields.Mail(entry),
                EntraId = Fields.EntraId(entry),
                Phone = Fields.Phone(entry, "phone"),
                Posts = [.. entry.Maps("roles").SelectMany(post => Posts(post, roles, schools)).Distinct()],
                Trainings = TrainingsReader.OnRecord(entry, trainings),
            };
            if (people.Exists(p => string.Equals(p.Mail, person.Mail, StringComparison.OrdinalIgnoreCase))) entry.Fault($"two people have the mail address {person.Mail}", "give each person an address of their own");
            if (person.EntraId is { } entra && people.Exists(p => p.EntraId == entra)) entry.Fault($"two people have the Entra account {entra}", "give each person the object id of their own account");
            if (isKnown) people.Add(person);
        }
        return people;
    }

    /// <summary>Warns of a role that nobody holds at a school: an alert to it would reach nobody. It may be meant so.</summary>
    public static void WarnOfEmptyRoles(YamlMap? page, IReadOnlyList<Person> people, IReadOnlyList<Role> roles, IReadOnlyList<School> schools)
    {
        foreach (var role in roles)
        {
            var without = schools.Where(s => !people.Any(p => p.Holds(role.Id, s.Id))).Select(s => s.Id).ToList();
            if (without.Count > 0) page?.KeyNode("people").Warn($"nobody is {role.Id} at {string.Join(", ", without)}", "give the role to somebody, or make sure that no protocol calls it there");
        }
    }

    /// <summary><c>{ role: counselor, schools: [riverbend-high] }</c> or <c>{ role: hr, district: true }</c>.</summary>
    private static IEnumerable<Post> Posts(YamlMap post, KnownIds roles, KnownIds schools)
    {
        post.RefuseUnknownKeys("role", "schools", "district");
        var role = post.Id("role");
        if (post.Has("role")) roles.Check(post["role"]!, role);
        var isDistrictWide = post.Flag("district");
        if (isDistrictWide == post.Has("schools"))
            post.Fault("it does not say where the role is held", "write either schools: [...] or district: true");
        return isDistrictWide ? [new Post(role, null)] : schools.CheckAll(post.OptionalList("schools")).Select(school => new Post(role, school));
    }
}
