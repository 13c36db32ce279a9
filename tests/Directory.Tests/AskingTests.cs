using SupportBot.Directory;

namespace SupportBot.Directory.Tests;

/// <summary>Who asks, for which grade and where, by the words of a question.</summary>
public class AskingTests
{
    private static readonly District District = SmallDistrict.District;
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero); // Monday noon in Oregon

    private static string Ids(string question, Who otherwise = Who.Student)
    {
        var page = District.Resources.ByTopic("food", District.AudienceOf(question, otherwise), Noon);
        return string.Join(' ', page.First.Concat(page.More).Select(s => s.Resource.Id));
    }

    [Theory]
    [InlineData("food for my son", Who.Family)]
    [InlineData("FOOD for my own daughter!", Who.Family)]
    [InlineData("I'm 12, my son is hungry", Who.Family)]
    [InlineData("i'm twelve", Who.Student)]
    [InlineData("I'm 12", Who.Student)]
    [InlineData("I'm 45", null)]
    [InlineData("I'm 12 minutes late", null)]
    [InlineData("food for my song", null)]
    [InlineData("", null)]
    public void The_words_tell_who_asks(string text, Who? who) => Assert.Equal(who, District.Asking.Read(text).Who);

    [Theory]
    [InlineData("i'm 12", "6-8")]
    [InlineData("my 7 year old", "k-5")]
    [InlineData("my 7-year-old", "k-5")]
    [InlineData("my 14 year old", "9-12")]
    [InlineData("8th grade", "6-8")]
    [InlineData("I'm 12 in 5th grade", "k-5")]
    [InlineData("kindergarten", "k-5")]
    [InlineData("在高中", "9-12")]
    [InlineData("my 7 year old and my 14 year old", null)]
    [InlineData("13th grade", null)]
    [InlineData("food", null)]
    public void They_tell_the_grade_and_nothing_where_there_are_two(string text, string? grades) => Assert.Equal(grades, District.Asking.Read(text).Grades);

    [Theory]
    [InlineData("in Malheur", "Malheur OR")]
    [InlineData("in san jose", "CA")]
    [InlineData("anywhere", "")]
    public void They_tell_the_place_and_what_it_lies_in(string text, string places) => Assert.Equal(places, string.Join(' ', District.Asking.Read(text).Places));

    [Fact]
    public void Where_nobody_can_tell_what_is_for_families_comes_behind_what_is_for_students() =>
        Assert.Equal("day-line oregon-line small-line teen-line cr-ctl parent-line", Ids("food"));

    [Fact]
    public void A_family_gets_what_is_for_families_and_not_what_is_for_students_alone() =>
        Assert.Equal("parent-line cr-ctl", Ids("food for my son"));

    [Fact]
    public void Whoever_says_to_be_a_student_gets_nothing_that_is_for_families_alone() =>
        Assert.DoesNotContain("parent-line", Ids("I'm 15"));

    [Fact]
    public void Staff_who_ask_as_parents_get_what_is_for_families_first() =>
        Assert.Equal(("cr-ctl", "parent-line cr-ctl"), (Ids("food", Who.Staff), Ids("food for my son", Who.Staff)));

    [Fact]
    public void What_is_for_other_grades_hides_and_what_is_made_for_these_goes_up() =>
        Assert.Equal(("teen-line day-line oregon-line cr-ctl", "small-line day-line oregon-line cr-ctl parent-line"), (Ids("I'm 15"), Ids("food, kindergarten")));

    [Fact]
    public void What_is_of_another_place_hides_and_what_is_of_this_one_goes_up() =>
        Assert.Equal(
            ("malheur-line oregon-line day-line small-line teen-line cr-ctl parent-line", "california-line day-line small-line teen-line cr-ctl parent-line"),
            (Ids("food in Malheur"), Ids("food in San Jose")));

    [Fact]
    public void A_district_without_such_words_looks_up_as_before()
    {
        var files = SmallDistrict.Files();
        files.Remove("asking/en.yaml");
        var district = SmallDistrict.Read(files).District!;
        Assert.Equal(AskedFor.Nobody, district.Asking.Read("my son is 12, in Malheur"));
    }

    [Fact]
    public void What_is_not_translated_is_listed_by_language_and_kind()
    {
        var gaps = TranslationGaps.Of(District.Resources, ["es", "vi"]).ToList();
        Assert.Contains("vi: title of 2 topics (bullying, food)", gaps);
        Assert.Contains(gaps, g => g.StartsWith("vi: purpose of 13 resources (emer-911, ", StringComparison.Ordinal) && !g.Contains("closed-line", StringComparison.Ordinal));
        Assert.DoesNotContain(gaps, g => g.StartsWith("es", StringComparison.Ordinal));
    }
}
