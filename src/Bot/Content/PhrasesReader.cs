using System.Text.RegularExpressions;
using SupportBot.Dialogs;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>Reads <c>languages/&lt;code&gt;.yaml</c>: what the program itself says.</summary>
public static partial class PhrasesReader
{
    private const string Folder = "languages/";

    /// <summary>Reads all languages and holds each against the base language: the same keys, and the same holes in each.</summary>
    /// <param name="files">Path inside the content folder to text.</param>
    public static (Phrasebook? Phrasebook, IReadOnlyList<Fault> Faults) ReadAll(IReadOnlyDictionary<string, string> files)
    {
        var baseFile = $"{Folder}{Phrasebook.Base}.yaml";
        if (!files.TryGetValue(baseFile, out var baseText)) return (null, [new Fault(baseFile, 0, 0, "", "the file is not there", "put it into the content folder")]);
        var (english, found) = Read(baseFile, baseText);
        if (english is null) return (null, found);
        List<Fault> faults = [.. found];
        List<Phrases> all = [english];
        foreach (var (file, text) in files.Where(f => f.Key.StartsWith(Folder, StringComparison.Ordinal) && f.Key != baseFile).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var (phrases, wrong) = Read(file, text, english);
            faults.AddRange(wrong);
            if (phrases is not null) all.Add(phrases);
        }

        return (faults.Exists(f => f.IsError) ? null : new Phrasebook(all), faults);
    }

    /// <param name="original">What it is a translation of; null for the base language.</param>
    public static (Phrases? Phrases, IReadOnlyList<Fault> Faults) Read(string file, string text, Phrases? original = null)
    {
        var (root, faults) = YamlFile.Read(file, text);
        if (root is null) return (null, faults);
        root.RefuseUnknownKeys(["language", "name", "owner", "status", "text", .. original is null ? ["staff-groups"] : new[] { "reviewed", "staff" }]);
        var language = root.Text("language");
        var name = root.Text("name");
        root.Text("owner");
        root.Text("status");
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        var isReviewed = original is null || root.Flag("reviewed");
        var hasStaffWords = original is null || root.Flag("staff");
        var groups = original is null ? root.OptionalTexts("staff-groups") : [];
        var map = root.Map("text");
        foreach (var key in map.Keys) phrases[key] = map.Text(key);
        if (original is not null) Hold(map, phrases, original, hasStaffWords);
        return faults.HasErrors ? (null, faults) : (new Phrases(language, phrases) { Name = name, IsReviewed = isReviewed, HasStaffWords = hasStaffWords, StaffGroups = groups }, faults);
    }

    private static void Hold(YamlMap map, Dictionary<string, string> phrases, Phrases original, bool hasStaffWords)
    {
        map.RefuseUnknownKeys([.. original.Keys]);
        foreach (var key in original.Keys.Where(k => !phrases.ContainsKey(k) && (hasStaffWords || !original.IsForStaff(k))))
            map.Fault($"{key} is missing", "translate it");
        foreach (var (key, phrase) in phrases.Where(p => Holes(p.Value) != Holes(original[p.Key])))
            map[key]?.Fault($"the holes of {key} are not those of the English text", $"it needs {(Holes(original[key]) is { Length: > 0 } holes ? holes : "none")}");
    }

    private static string Holes(string phrase) => string.Join(' ', Hole().Matches(phrase).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Hole();
}
