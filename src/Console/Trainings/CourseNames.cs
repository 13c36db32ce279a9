using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What courses are called where others may read it.</summary>
public static class CourseNames
{
    /// <summary>Stands for every course whose title tells something about whoever takes it.</summary>
    public const string Unnamed = "a required training";

    /// <summary>Code and title; of a sensitive course neither.</summary>
    public static string ForOthers(Catalogue catalogue, string courseId)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Course(courseId) is { Sensitive: false } ? ForThePerson(catalogue, courseId) : Unnamed;
    }

    /// <summary>The code alone; of a sensitive course not even that.</summary>
    public static string CodeForOthers(Catalogue catalogue, string courseId)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Course(courseId) is { Sensitive: false } course ? course.Code : Unnamed;
    }

    public static string ForThePerson(Catalogue catalogue, string courseId)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Course(courseId) is { } course ? $"{course.Code} {course.TitleIn("en")}" : Unnamed;
    }
}
