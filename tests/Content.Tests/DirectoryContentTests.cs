using SupportBot.Directory;

namespace SupportBot.Content.Tests;

public class DirectoryContentTests
{
    private static readonly District Demo = BuiltInDirectory.District;

    [Fact]
    public void The_built_in_directory_loads_without_a_fault() =>
        Assert.Equal([], BuiltInDirectory.Reading.Faults.Select(f => f.ToString()));

    [Fact]
    public void The_demo_district_says_that_it_is_one() =>
        Assert.Contains("(demo)", Demo.PublicName);

    [Fact]
    public void Somebody_holds_every_role_at_every_school_and_where_the_school_is_not_known()
    {
        var at = new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);
        var empty = Demo.Schools.Select(s => s.Id).Append(null).SelectMany(s => Demo.Roles.Where(r => Demo.Roster.HoldersOf(r.Id, s, at).Count == 0).Select(r => $"{r.Id} at {s ?? "no school"}"));
        Assert.Empty(empty);
    }

    [Fact]
    public void The_roster_covers_every_hour_of_the_year_in_roles_that_must_be_reachable()
    {
        var start = new DateTimeOffset(2026, 8, 1, 7, 0, 0, TimeSpan.Zero);
        var roles = Demo.Roles.Where(r => r.OutOfHours).ToList();
        Assert.Superset(new HashSet<string> { "duty-counselor", "safeguarding-lead", "principal" }, roles.Select(r => r.Id).ToHashSet());
        var gaps = from hour in Enumerable.Range(0, 365 * 24)
                   from school in Demo.Schools
                   from role in roles
                   let at = start.AddHours(hour)
                   where Demo.Roster.HoldersOf(role.Id, school.Id, at).Count == 0
                   select $"{role.Id} at {school.Id}, {at:u}";
        Assert.Empty(gaps);
    }

    [Fact]
    public void Somebody_is_left_when_the_first_holder_is_named_in_the_report()
    {
        var start = new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
        var alone = from hour in Enumerable.Range(0, 7 * 24)
                    from school in Demo.Schools
                    from role in new[] { "duty-counselor", "safeguarding-lead", "principal", "counselor" }
                    let at = start.AddHours(hour)
                    let first = Demo.Roster.HoldersOf(role, school.Id, at)[0].Id
                    where Demo.Roster.HoldersOf(role, school.Id, at, [first]).Count == 0
                    select $"{role} at {school.Id}, {at:u}";
        Assert.Empty(alone);
    }

    [Fact]
    public void Every_invented_phone_number_is_one_that_nobody_has()
    {
        var phones = Demo.Schools.Select(s => s.Phone).Concat(Demo.People.Select(p => p.Phone).OfType<string>())
            .Concat(Demo.Resources.All.Where(r => r.Status == ResourceStatus.DistrictDefault).Select(r => r.Phone!));
        Assert.All(phones, phone => Assert.Matches(@"^\d{3}-555-01\d\d$", phone));
    }

    [Fact]
    public void Every_invented_mail_address_leads_nowhere() =>
        Assert.All(Demo.People, p => Assert.EndsWith("@example.org", p.Mail));

    [Theory]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-26", false)]
    [InlineData("2026-12-21", false)]
    [InlineData("2027-01-01", false)]
    [InlineData("2027-01-04", true)]
    [InlineData("2027-01-18", false)]
    [InlineData("2027-06-11", true)]
    [InlineData("2027-06-14", false)]
    public void The_calendar_knows_school_days(string day, bool isSchoolDay) =>
        Assert.Equal(isSchoolDay, Demo.CalendarOf("riverbend-high").IsSchoolDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Each_school_answers_to_its_names()
    {
        var lost = Demo.Schools.SelectMany(s => s.AlsoKnownAs.Append(s.Name)
            .Where(n => SchoolSearch.Find(n.ToUpperInvariant(), Demo.Schools) is not SchoolMatch.Exact { School: var found } || found != s));
        Assert.Empty(lost);
    }

    [Fact]
    public void Each_person_is_recognised_by_name_and_by_title_and_last_name()
    {
        var unseen = Demo.People.Where(p =>
            !PeopleNamed.In($"then {p.Name} came in", Demo).Contains(p.Id)
            || !PeopleNamed.In($"I told mr {p.Name.Split(' ')[^1]} about it", Demo).Contains(p.Id));
        Assert.Empty(unseen);
    }

    [Theory]
    [InlineData("the principal", "thomas-lindqvist")]
    [InlineData("vice principal", "marcus-bell")]
    [InlineData("la directora", "thomas-lindqvist")]
    public void Somebody_named_by_role_is_kept_out(string who, string person) =>
        Assert.Equal([person], PeopleNamed.InAnswerToWho(who, Demo, "riverbend-high"));

    [Fact]
    public void Whoever_is_called_for_a_school_comes_before_the_district() =>
        Assert.Equal(
            ["maya-okafor", "grace-whitefeather", "rosa-jimenez"],
            Demo.Roster.HoldersOf("counselor", "riverbend-high", new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero)).Select(p => p.Id));
}
