using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>A catalogue of trainings, or what keeps the content from being one.</summary>
/// <param name="Catalogue">Null where one of the faults is an error, and, without any fault, where a district has no trainings.</param>
/// <param name="Faults">In reading order. A warning is what somebody must still verify.</param>
/// <param name="Mentions">Ids of things that only other rooms know: whoever holds both looks them up.</param>
public sealed record CatalogueReading(Catalogue? Catalogue, IReadOnlyList<Fault> Faults, IReadOnlyList<Mention> Mentions);

/// <summary>
/// Makes a <see cref="Training.Catalogue"/> of the files under <c>courses/</c>: <c>courses.yaml</c> and <c>rules.yaml</c>, and where they exist
/// <c>requirements.yaml</c>, <c>series.yaml</c>, <c>learning-days.yaml</c> and <c>feedback.yaml</c>. Never throws for what a text contains.
/// </summary>
public static class CatalogueReader
{
    public const string Folder = "courses/";

    private static readonly string[] Names = ["courses.yaml", "rules.yaml", "requirements.yaml", "series.yaml", "learning-days.yaml", "feedback.yaml"];

    /// <param name="files">Path inside the content folder, with forward slashes, to the file's text; other folders are left alone.</param>
    public static CatalogueReading Read(IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var paths = files.Keys.Where(p => p.StartsWith(Folder, StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        if (paths.Count == 0) return new CatalogueReading(null, [], []);

        var (pages, mentions) = (new ContentPages(files), new List<Mention>());
        var coursesRead = CoursesReader.Read(pages.One(Folder + Names[0]), mentions);
        var rules = RulesReader.Read(pages.One(Folder + Names[1]));
        var requirements = RequirementsReader.Read(pages.Optional(Folder + Names[2]), coursesRead, rules, mentions);
        var series = SeriesReader.Read(pages.Optional(Folder + Names[3]), coursesRead, mentions);
        var days = LearningDaysReader.Read(pages.Optional(Folder + Names[4]), coursesRead, mentions);
        var feedback = FeedbackReader.Read(pages.Optional(Folder + Names[5]));

        var faults = pages.AllFaults();
        faults.AddRange(paths.Where(p => !Names.Contains(p[Folder.Length..])).Select(Unread));
        return faults.HasErrors || rules is null
            ? new CatalogueReading(null, faults.InReadingOrder(), mentions)
            : new CatalogueReading(new Catalogue(coursesRead.Courses, requirements, series, days, rules) { Feedback = feedback }, faults.InReadingOrder(), mentions);
    }

    private static Fault Unread(string path)
    {
        var near = Nearest.To(path[Folder.Length..], Names);
        return new Fault(path, 0, 0, "", "nothing reads this file", near is null ? $"put its entries into one of {string.Join(", ", Names)}" : $"did you mean {near}?");
    }
}
