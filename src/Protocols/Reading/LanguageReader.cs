using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads a translation of one version: <c>1.es.yaml</c> beside <c>1.yaml</c>.</summary>
public static class LanguageReader
{
    /// <param name="forStaff">true where staff read this language: then what their cards show of the case is asked of it as well</param>
    /// <returns>the language, with what it has, or null when the file cannot be read; missing and unknown keys are faults, missing words of the case warnings</returns>
    public static (ProtocolLanguage? Language, IReadOnlyList<Fault> Faults) Read(string fileName, string yaml, Protocol protocol, bool forStaff = false)
    {
        var (root, faults) = YamlFile.Read(fileName, yaml);
        if (root is null)
            return (null, faults);
        root.RefuseUnknownKeys("protocol", "language", "approved", "text");
        if (root.Text("protocol") is var named && named != protocol.Key.ToString() && named.Length > 0)
            root["protocol"]!.Fault($"this translates {named}, not {protocol.Key}", "a translation belongs to one version: check the words against it and change the line");
        var approved = root.OptionalMap("approved");
        approved?.RefuseUnknownKeys("on", "by");
        var map = root.Map("text");
        var keys = TextKeys.Of(protocol).Select(k => k.Key).ToArray();
        var ofCase = TextKeys.OfCase(protocol).Concat(TextKeys.OfYear(protocol)).Select(k => k.Key).ToArray();
        map.RefuseUnknownKeys([.. keys, .. ofCase]);
        var missing = keys.Except(map.Keys).ToArray();
        foreach (var key in missing)
            map.Fault($"{key} is missing", "translate it");
        // An English title on the card of somebody who knows the job is no reason not to start.
        foreach (var key in forStaff ? ofCase.Except(map.Keys) : [])
            map.Warn($"{key} is missing, so staff read it in the base language", "translate it");
        var texts = map.Keys.Where(k => keys.Contains(k) || ofCase.Contains(k)).ToDictionary(k => k, map.Text, StringComparer.Ordinal);
        var language = new ProtocolLanguage(
            protocol.Key,
            root.Text("language"),
            approved?.Date("on"),
            approved?.Id("by") ?? "",
            texts,
            missing.Length == 0);
        return (language, faults.InReadingOrder());
    }
}
