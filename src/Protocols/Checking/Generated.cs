using System.Text.Json;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Files that follow from the others: flow charts, and the hashes of versions that were ever active.</summary>
internal static class Generated
{
    private const string Cure = "run the check command with --write and look at what it changed";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>As they should be. A hash that is in the lock stays in it: only a person may take it out.</summary>
    public static Dictionary<string, string> Of(IReadOnlyList<Protocol> protocols, string? lockText)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var protocol in protocols)
        {
            files[ProtocolFiles.Path(protocol.Key, "mmd")] = FlowChart.Mermaid(protocol);
            if (protocol.Case is { } plan)
                files[ProtocolFiles.Path(protocol.Key, "case.mmd")] = FlowChart.States(plan);
        }
        var locked = new SortedDictionary<string, string>(Locked(lockText) ?? [], StringComparer.Ordinal);
        foreach (var protocol in protocols.Where(p => p.Status != ProtocolStatus.Draft))
            locked.TryAdd(protocol.Key.ToString(), protocol.Hash);
        files[ProtocolFiles.Lock] = JsonSerializer.Serialize(locked, Indented).ReplaceLineEndings("\n") + "\n";
        return files;
    }

    public static IEnumerable<Fault> Check(IReadOnlyDictionary<string, string> files, CheckReport report) =>
        Charts(files, report).Concat(Frozen(files.GetValueOrDefault(ProtocolFiles.Lock), report.Protocols));

    /// <summary>Versions that were active and whose content is another now: nobody may be led through them, at a start as in the check.</summary>
    public static IEnumerable<Fault> Changed(string? lockText, IReadOnlyList<Protocol> protocols) =>
        Locked(lockText) is not { } locked ? [] : protocols.Where(p => locked.TryGetValue(p.Key.ToString(), out var hash) && hash != p.Hash).Select(Changed);

    private static Fault Changed(Protocol protocol) =>
        protocol.Place.Fault($"{protocol.Key} was active and is frozen, but its content has changed", $"undo the change and make it in {protocol.Version + 1}.yaml");

    private static IEnumerable<Fault> Charts(IReadOnlyDictionary<string, string> files, CheckReport report)
    {
        foreach (var (path, chart) in report.Generated.Where(g => g.Key != ProtocolFiles.Lock))
            if (!files.TryGetValue(path, out var text))
                yield return new(ProtocolFiles.Name(path), 0, 0, "", "the flow chart is missing", Cure);
            else if (FirstDifference(text.ReplaceLineEndings("\n"), chart) is var line and > 0)
                yield return new(ProtocolFiles.Name(path), line, 1, "", "the flow chart does not show the protocol as it is", Cure);
    }

    private static IEnumerable<Fault> Frozen(string? text, IReadOnlyList<Protocol> protocols)
    {
        var locked = Locked(text);
        if (locked is null)
        {
            yield return new("lock.json", 1, 1, "", "this is no JSON object of hashes", "restore it; it is the memory of every version that was ever active");
            yield break;
        }
        foreach (var protocol in protocols)
        {
            var known = locked.TryGetValue(protocol.Key.ToString(), out var hash);
            if (known && hash != protocol.Hash)
                yield return Changed(protocol);
            else if (known && protocol.Status == ProtocolStatus.Draft)
                yield return protocol.Place.Fault($"{protocol.Key} was active and cannot be a draft again", "write status: retired");
            else if (!known && protocol.Status != ProtocolStatus.Draft)
                yield return protocol.Place.Fault($"{protocol.Key} is {protocol.Status.ToString().ToLowerInvariant()} but not in lock.json", Cure);
        }
        foreach (var key in locked.Keys.Where(k => protocols.All(p => p.Key.ToString() != k)))
            yield return new("lock.json", LineOf(text!, key), 1, "", $"{key} was active, but its file is missing or cannot be read", "restore the file: people may be in the middle of it");
    }

    private static Dictionary<string, string>? Locked(string? text)
    {
        if (text is null)
            return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int LineOf(string text, string word) => 1 + text[..Math.Max(0, text.IndexOf(word, StringComparison.Ordinal))].Count(c => c == '\n');

    private static int FirstDifference(string text, string chart)
    {
        var (a, b) = (text.Split('\n'), chart.Split('\n'));
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
            if (i >= a.Length || i >= b.Length || a[i] != b[i])
                return i + 1;
        return 0;
    }
}
