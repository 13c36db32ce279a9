using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Finds resources by the words people use.</summary>
internal sealed class ResourceWords
{
    private static readonly HashSet<string> Small =
        ["a", "an", "and", "are", "at", "can", "do", "find", "for", "get", "help", "how", "i", "in", "is", "line", "me", "my", "need", "of", "on", "or", "someone", "the", "to", "want", "where", "with", "you"];

    private readonly List<(string Id, HashSet<string> Name, HashSet<string> Other)> _entries;

    public ResourceWords(IReadOnlyList<Resource> resources, IReadOnlyList<ResourceTopic> topics) =>
        _entries = [.. resources.Select(r => (r.Id, Words(r.Name), Words(Rest(r, topics))))];

    /// <summary>Ids of the resources that hold at least one of the words, best first: each word counts, one in the name counts double.</summary>
    public IEnumerable<string> Matching(string text)
    {
        var asked = PlainWords.Split(text).Where(w => !Small.Contains(w)).Distinct().ToList();
        return _entries
            .Select(e => (e.Id, Score: asked.Sum(w => 2 * Score(e.Name, w) + Score(e.Other, w))))
            .Where(e => e.Score > 0)
            .OrderByDescending(e => e.Score)
            .Select(e => e.Id);
    }

    private static int Score(HashSet<string> words, string asked)
    {
        if (words.Contains(asked)) return 3;
        if (asked.Length < 4) return 0;
        if (words.Any(w => w.Length >= 4 && (w.StartsWith(asked, StringComparison.Ordinal) || asked.StartsWith(w, StringComparison.Ordinal)))) return 2;
        return asked.Length >= 5 && words.Any(w => w.Length >= 5 && Nearest.Slips(asked, w) == 1) ? 1 : 0;
    }

    private static string Rest(Resource resource, IReadOnlyList<ResourceTopic> topics) => string.Join(
        ' ',
        topics.Where(t => t.Resources.Contains(resource.Id)).SelectMany(t => t.Keywords.Concat(t.Title.Texts.Values).Append(t.Id))
            .Concat(resource.Keywords).Concat(resource.Purpose.Texts.Values));

    private static HashSet<string> Words(string text) => [.. PlainWords.Split(text).Where(w => !Small.Contains(w))];
}
