using SupportBot.Directory;

namespace SupportBot.Directory.Tests;

public class SchoolSearchTests
{
    private static readonly IReadOnlyList<School> Schools =
    [
        Named("cottonwood", "Cottonwood Elementary School", "CES"),
        Named("cesar-chavez", "César Chávez Middle School", "Chavez"),
        Named("riverbend-middle", "Riverbend Middle School"),
        Named("lincoln-elementary", "Lincoln Elementary School", "Lincoln"),
        Named("lincoln-high", "Lincoln High School"),
        Named("riverbend-high", "Riverbend High School", "RHS"),
    ];

    private static School Named(string id, string name, params string[] others) => new()
    {
        Id = id, Name = name, AlsoKnownAs = others, Jurisdiction = "OR", TimeZone = "America/Los_Angeles", Calendar = "standard",
        Hours = WeekHours.Weekdays(new TimeOnly(8, 0), new TimeOnly(15, 0)), Phone = "503-555-0100",
    };

    [Theory]
    [InlineData("Riverbend High School", "riverbend-high")]
    [InlineData("riverbend high", "riverbend-high")]
    [InlineData("  RIVERBEND  HIGH ", "riverbend-high")]
    [InlineData("rhs", "riverbend-high")]
    [InlineData("R.H.S.", "riverbend-high")]
    [InlineData("cesar chavez middle", "cesar-chavez")]
    [InlineData("César Chávez Middle School", "cesar-chavez")]
    [InlineData("I go to Riverbend Middle", "riverbend-middle")]
    [InlineData("my school is ces", "cottonwood")]
    [InlineData("I am at lincoln high", "lincoln-high")]
    [InlineData("I am at lincoln", "lincoln-elementary")]
    public void A_name_is_taken_whatever_its_case_accents_and_company(string typed, string id) =>
        Assert.Equal(id, Assert.IsType<SchoolMatch.Exact>(SchoolSearch.Find(typed, Schools)).School.Id);

    [Theory]
    [InlineData("Cotonwood", "cottonwood")]
    [InlineData("cottonwod elementry", "cottonwood")]
    [InlineData("Rivrbend high", "riverbend-high")]
    [InlineData("riverbendhigh", "riverbend-high")]
    [InlineData("i go to riverbned middle", "riverbend-middle")]
    [InlineData("chaves", "cesar-chavez")]
    [InlineData("the elementary", "cottonwood")]
    [InlineData("CES or riverbend high", "cottonwood")]
    public void A_misspelt_or_partial_name_is_asked_about_and_never_taken(string typed, string best) =>
        Assert.Equal(best, Assert.IsType<SchoolMatch.DidYouMean>(SchoolSearch.Find(typed, Schools)).Schools[0].Id);

    [Fact]
    public void A_name_that_two_schools_share_is_asked_about()
    {
        var match = Assert.IsType<SchoolMatch.DidYouMean>(SchoolSearch.Find("Riverbend", Schools));
        Assert.Equal(["riverbend-high", "riverbend-middle"], match.Schools.Select(s => s.Id).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ?!")]
    [InlineData("school")]
    [InlineData("Jefferson")]
    [InlineData("I don't want to say")]
    [InlineData("学校")]
    public void Something_else_is_no_school(string typed) =>
        Assert.IsType<SchoolMatch.Unknown>(SchoolSearch.Find(typed, Schools));
}
