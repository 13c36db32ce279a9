using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>Reads a file of <c>spellings</c> (a word, and what it stands for), <c>fillers</c> (words that count for nothing) and <c>plain</c> (words that are no slip of another).</summary>
internal static class WordsReader
{
    public static void Read(YamlMap root, Vocabulary vocabulary)
    {
        root.RefuseUnknownKeys("format", "owner", "spellings", "fillers", "plain");
        root.Number("format");
        foreach (var filler in root.OptionalTexts("fillers"))
            vocabulary.AddFiller(filler);
        foreach (var word in root.OptionalTexts("plain").SelectMany(Tokens.Words))
            vocabulary.AddPlain(word);
        foreach (var (key, value) in root.Map("spellings").Entries)
        {
            if (key.Value.Contains(' ', StringComparison.Ordinal) || value is not YamlScalar meant)
                key.Fault($"\"{key.Value}\" is not one word with the words it stands for", "write one word, a colon and the words in quotes");
            else
                vocabulary.AddSpelling(key.Value, meant.Value);
        }
    }
}
