using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>Reads <c>courses/series.yaml</c>.</summary>
internal static class SeriesReader
{
    public static IReadOnlyList<Series> Read(YamlMap? page, CoursesRead courses, List<Mention> mentions)
    {
        var (series, known) = (new List<Series>(), new KnownIds("series"));
        page?.RefuseUnknownKeys("format", "series");
        foreach (var entry in page?.Maps("series") ?? [])
        {
            entry.RefuseUnknownKeys("id", "title", "courses", "cohort-months", "audience", "source", "status");
            var isKnown = known.Take(entry, out var id);
            var (source, status) = Entry.Origin(entry);
            var read = new Series
            {
                Id = id,
                Titles = entry.TextsByLanguage("title"),
                CourseIds = InOrder(entry, courses),
                CohortMonths = Months(entry),
                Audience = Entry.Audience(entry, mentions),
                Source = source,
                Status = status,
            };
            if (isKnown) series.Add(read);
        }

        return series;
    }

    private static List<string> InOrder(YamlMap entry, CoursesRead courses)
    {
        var ids = new List<string>();
        var nodes = entry.List("courses").TextNodes();
        foreach (var node in nodes.Where(n => courses.Known.Check(n, n.Value)))
        {
            // What the series itself brings later cannot be asked for before, unless something outside it is enough as well.
            var before = courses.Course(node.Value)?.Prerequisites.FirstOrDefault(any => any.All(p => p != node.Value && !ids.Contains(p) && nodes.Any(n => n.Value == p)));
            if (ids.Contains(node.Value)) node.Fault($"{node.Value} stands here twice", "name each course once");
            else if (before is not null) node.Fault($"{node.Value} requires {string.Join(" or ", before)}, which comes later here", "put the courses in the order in which they can be taken");
            ids.Add(node.Value);
        }

        if (nodes.Count == 0) entry.KeyNode("courses").Fault("there is no course", "name at least one");
        return ids;
    }

    private static List<int> Months(YamlMap entry)
    {
        var months = new List<int>();
        foreach (var node in entry.List("cohort-months"))
        {
            if (node is not YamlScalar { ScalarKind: ScalarKind.Number, Value: var text } || !int.TryParse(text, out var month) || month is < 1 or > 12)
            {
                node.Fault("this is no month", "write a number from 1 to 12");
                continue;
            }

            if (months.Count > 0 && month <= months[^1]) node.Fault("the months do not rise", "write them in the order of the calendar year, each once, such as [1, 8, 10]");
            months.Add(month);
        }

        if (entry["cohort-months"] is YamlList { Count: 0 } empty) empty.Fault("no cohort ever begins", "name at least one month, such as [8]");
        return months;
    }
}
