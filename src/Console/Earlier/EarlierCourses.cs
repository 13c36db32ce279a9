using SupportBot.Directory;
using SupportBot.Training;
using SupportBot.Understanding;

namespace SupportBot.Console;

/// <summary>Finds the course that a line means, by its id, its code or its title in any language. One that is only near is proposed and never taken.</summary>
internal sealed class EarlierCourses(Catalogue catalogue)
{
    private readonly ILookup<string, Course> _named = catalogue.Courses
        .SelectMany(c => c.Titles.Values.Append(c.Id).Append(c.Code).Select(TextNormaliser.Plain).Distinct().Select(name => (name, c)))
        .ToLookup(n => n.name, n => n.c, StringComparer.Ordinal);

    /// <returns>Why no course is meant for certain; null where one is.</returns>
    public EarlierFault? Find(EarlierRow row, out Course? course)
    {
        var named = _named[TextNormaliser.Plain(row.Course)].ToList();
        course = named.Count == 1 ? named[0] : null;
        if (course is not null) return null;
        if (named.Count > 1) return new EarlierFault(row.Line, $"several courses are called \"{row.Course}\"", $"write the id of the one that is meant: {string.Join(", ", named.Select(c => c.Id))}");
        var near = CourseFinder.Find(row.Course, catalogue.Courses);
        return new EarlierFault(row.Line, $"no course is called \"{row.Course}\"", near.Count == 0 ? "write its id, its code or its title as the calendar shows it" : $"did you mean {near[0].Code}, {near[0].TitleIn("en")}?");
    }
}
