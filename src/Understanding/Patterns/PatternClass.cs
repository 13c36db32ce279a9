using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>Words that may stand for each other in a pattern.</summary>
/// <param name="Singles">Those of one word, a star at the end where it is a beginning.</param>
/// <param name="Longer">Those of several.</param>
internal sealed record PatternClass(string Name, IReadOnlyList<string> Singles, IReadOnlyList<string> Longer)
{
    public int SymbolIn(Vocabulary vocabulary) => vocabulary.OfClass(Name, Singles);

    /// <summary>Reads <c>classes:</c>, a map from name to list.</summary>
    /// <param name="language">Classes of two languages with the same name are not the same.</param>
    public static Dictionary<string, PatternClass> Read(YamlMap? map, string language, Vocabulary vocabulary)
    {
        Dictionary<string, PatternClass> classes = new(StringComparer.Ordinal);
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (value is not YamlList list)
            {
                key.Fault($"\"{key.Value}\" is no list of words", "write the words that may stand for each other as a list");
                continue;
            }

            var words = list.Texts();
            classes[key.Value] = new($"{language}:{key.Value}", [.. words.Where(vocabulary.IsSingle)], [.. words.Where(w => !vocabulary.IsSingle(w))]);
        }

        return classes;
    }
}
