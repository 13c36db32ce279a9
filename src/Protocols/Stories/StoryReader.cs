using SupportBot.Yaml;

namespace SupportBot.Protocols;

internal static class StoryReader
{
    private enum Acknowledgement
    {
        Somebody,
        Nobody,
    }

    private enum CaseSeverity
    {
        None,
        Standard,
        Urgent,
        Critical,
    }

    public static (StoryBook? Book, IReadOnlyList<Fault> Faults) Read(string fileName, string yaml)
    {
        var (root, faults) = YamlFile.Read(fileName, yaml);
        if (root is null)
            return (null, faults);
        root.RefuseUnknownKeys("protocol", "today", "stories");
        if (!ProtocolKey.TryParse(root.Text("protocol"), out var key) && root.Has("protocol"))
            root["protocol"]!.Fault("this names no version of a protocol", "write id@version, such as suicide-risk@1");
        var book = new StoryBook(fileName, key, root.OptionalDate("today"), [.. root.Maps("stories").Select(Story)]);
        foreach (var twice in book.All.GroupBy(s => s.Name).Where(g => g.Count() > 1))
            faults.Add(twice.Last().Place.Fault($"there are two stories \"{twice.Key}\"", "give one of them another name"));
        return (faults.HasErrors ? null : book, faults.InReadingOrder());
    }

    private static Story Story(YamlMap map)
    {
        map.RefuseUnknownKeys("name", "answers", "acknowledged-by", "expect", "case", "jurisdiction");
        return new Story
        {
            Name = map.Text("name"),
            Answers = map.Map("answers"),
            NobodyAcknowledges = map.OptionalChoice<Acknowledgement>("acknowledged-by") == Acknowledgement.Nobody,
            Expect = Expectation(map.Map("expect")),
            Case = map.OptionalList("case"),
            Jurisdiction = map.OptionalText("jurisdiction"),
            Place = Place.Of(map),
        };
    }

    private static StoryExpectation Expectation(YamlMap map)
    {
        map.RefuseUnknownKeys("outcome", "case", "told", "never", "visits");
        map.OptionalChoice<CaseSeverity>("case");
        return new StoryExpectation
        {
            Outcome = map.OptionalId("outcome"),
            Case = map.OptionalText("case"),
            Told = map.OptionalList("told")?.Ids(),
            Never = map.OptionalIds("never"),
            Visits = map.OptionalMap("visits") is { } visits ? visits.Keys.ToDictionary(k => k, visits.Number, StringComparer.Ordinal) : [],
        };
    }
}
