using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>What people call a course, held against the courses that ship.</summary>
public class CourseFinderTests
{
    private static readonly Catalogue Catalogue = CatalogueReader.Read(new[] { "courses", "requirements", "series", "learning-days", "rules" }.ToDictionary(f => $"courses/{f}.yaml", f => Demo.Text($"courses/{f}.yaml"))).Catalogue!;

    private static string[] Find(string words) => [.. CourseFinder.Find(words, Catalogue.Courses).Select(c => c.Id)];

    [Theory]
    [InlineData("QPR", "sp-qpr")]
    [InlineData("sp-l1", "sp-l1")]
    [InlineData("Youth Mental Health First Aid", "sp-ymhfa")]
    [InlineData("the trauma one", "tic-1")]
    [InlineData("restorative practices 2", "rp-2")]
    [InlineData("sign me up for restorative practices II please", "rp-2")]
    [InlineData("equity series 3", "eq-3")]
    [InlineData("threat assessment workshop", "ta-team")]
    [InlineData("mandated reporter california", "mr-ca")]
    [InlineData("the asist training", "sp-asist")]
    public void One_is_meant(string words, string course) => Assert.Equal([course], Find(words));

    [Theory]
    [InlineData("restorative practices", "eq-4", "rp-2")]
    [InlineData("the de-escalation one", "de-vi", "de-all")]
    [InlineData("prácticas restaurativas", "eq-4", "rp-2")]
    public void Two_that_are_close_are_both_meant(string words, params string[] courses) => Assert.Equal(courses.Order(), Find(words).Order());

    [Theory]
    [InlineData("underwater basket weaving")]
    [InlineData("a training please")]
    [InlineData("")]
    public void What_is_no_course_is_none(string words) => Assert.Empty(Find(words));

    [Fact]
    public void Every_course_is_found_by_its_own_title_in_both_languages()
    {
        foreach (var course in Catalogue.Courses)
            foreach (var title in course.Titles.Values) Assert.Equal([course.Id], Find(title));
    }

    [Fact]
    public void Never_more_are_asked_about_than_somebody_likes_to_read() => Assert.InRange(Find("students school staff equity series").Length, 0, CourseFinder.Most);
}
