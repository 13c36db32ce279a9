using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>Reads all that understanding is made of from a content folder: <c>signals/</c>, <c>topics/</c>, <c>routes/</c>.</summary>
public static class ComprehensionReader
{
    /// <summary>The folders it reads; of all others it knows nothing.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["signals/", "topics/", "routes/"];

    /// <param name="files">Path inside the content folder to text.</param>
    /// <param name="withExamples">True where the examples of the signals are tried too: the check command's and the tests' work, not a start's.</param>
    public static ContentRead<Comprehension> Read(IReadOnlyDictionary<string, string> files, bool withExamples = false)
    {
        var signals = SignalsReader.Read(Under("signals/"), withExamples);
        var topics = TopicsReader.Read([.. Under("topics/"), .. Under("signals/spellings")]);
        var router = RoutesReader.Read([.. Under("routes/routes."), .. Under("routes/spellings"), .. Under("routes/weights.")]);
        var commands = Commands.Read(Under("routes/commands."));
        IReadOnlyList<Fault> faults = [.. signals.Faults, .. topics.Faults, .. router.Faults, .. commands.Faults];
        return (signals.Value, topics.Value, router.Value, commands.Value) is ({ } s, { } t, { } r, { } c) ? new(new(s, t, r, c), faults) : new(null, faults);

        IEnumerable<ContentText> Under(string start) => files.Where(f => f.Key.StartsWith(start, StringComparison.Ordinal)).Select(f => new ContentText(f.Key, f.Value));
    }
}
