namespace SupportBot.Yaml;

/// <summary>A content file, read strictly.</summary>
/// <param name="Root">the top map; null when the text could not be read at all</param>
/// <param name="Faults">what is wrong; readers of the nodes add to it</param>
public sealed record YamlFile(YamlMap? Root, Faults Faults)
{
    /// <summary>
    /// Reads YAML 1.2 with only its core scalars. Anchors, aliases, tags, merge keys, directives, several documents, duplicate
    /// keys, tabs, and plain yes/no/on/off are faults. Never throws for what a text contains.
    /// </summary>
    /// <param name="fileName">the name faults are told with, such as <c>bullying-report/2.yaml</c></param>
    /// <param name="text">the whole text, at most 1,000,000 characters</param>
    public static YamlFile Read(string fileName, string text)
    {
        var faults = new Faults();
        return new(new StrictParser(fileName, faults).Read(text), faults);
    }

    /// <summary>Reads back what <see cref="CanonicalJson"/> wrote. Places are all line 1: nobody edits such a text.</summary>
    public static YamlFile ReadJson(string fileName, string json)
    {
        var faults = new Faults();
        return new(CanonicalJson.Read(fileName, json, faults), faults);
    }
}
