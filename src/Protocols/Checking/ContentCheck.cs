using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Looks through the protocol files of a content folder, whose text is handed in.</summary>
public static class ContentCheck
{
    /// <param name="files">text by path below the content folder, with forward slashes; paths outside <c>protocols/</c> are not looked at</param>
    /// <param name="references">what protocols may name; <see cref="References.Protocols"/> is filled from the files</param>
    /// <param name="randomWalks">how many for each protocol, when the whole is looked at</param>
    public static CheckReport Run(IReadOnlyDictionary<string, string> files, References references, CheckDepth depth = CheckDepth.Whole, int randomWalks = 1_000)
    {
        var faults = new Faults();
        var protocols = ReadAll(files, faults);
        var known = references with { Protocols = new HashSet<string>(references.Protocols.Concat(protocols.Select(p => p.Id))) };
        foreach (var protocol in protocols)
            faults.AddRange(ProtocolChecks.Check(protocol, known));
        faults.AddRange(CallChecks.Check(protocols));
        var (recalls, unread) = RecallReader.Read(files.GetValueOrDefault(ProtocolFiles.Recalls), protocols);
        faults.AddRange(unread);
        var report = new CheckReport
        {
            Protocols = protocols,
            Recalls = recalls,
            Languages = [.. protocols.SelectMany(p => Languages(files, p, faults))],
            Faults = [],
            Generated = Generated.Of(protocols, files.GetValueOrDefault(ProtocolFiles.Lock)),
        };
        if (depth == CheckDepth.Whole)
        {
            report = Told(files, report, faults, randomWalks);
            faults.AddRange(Generated.Check(files, report));
        }
        return report with { Faults = faults.InReadingOrder() };
    }

    private static List<Protocol> ReadAll(IReadOnlyDictionary<string, string> files, Faults faults)
    {
        var protocols = new List<Protocol>();
        foreach (var path in files.Keys.Where(p => p.StartsWith(ProtocolFiles.Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var file = ProtocolFiles.Split(path);
            if (file is null && path is not (ProtocolFiles.Lock or ProtocolFiles.Recalls) && !path.StartsWith(ProtocolFiles.Folder + "schemas/", StringComparison.Ordinal))
                faults.Add(new(ProtocolFiles.Name(path), 0, 0, "", "this is no file of a protocol", "name it <id>/<version>.yaml, .stories.yaml, .<language>.yaml or .mmd, or move it", FaultSeverity.Warning));
            if (file is not { Kind: "yaml" })
                continue;
            var (protocol, found) = ProtocolReader.Read(ProtocolFiles.Name(path), files[path]);
            faults.AddRange(found);
            if (protocol is null)
                continue;
            if (protocol.Key != file.Value.Key)
                faults.Add(protocol.Place.Fault($"this file holds {protocol.Key} but is named for {file.Value.Key}", "correct the id and version, or the file's name"));
            else
                protocols.Add(protocol);
        }
        return protocols;
    }

    private static IEnumerable<ProtocolLanguage> Languages(IReadOnlyDictionary<string, string> files, Protocol protocol, Faults faults)
    {
        foreach (var path in files.Keys.Order(StringComparer.Ordinal))
        {
            if (ProtocolFiles.Split(path) is not { } file || file.Key != protocol.Key || !file.Kind.EndsWith(".yaml", StringComparison.Ordinal) || file.Kind == "stories.yaml")
                continue;
            var (language, found) = LanguageReader.Read(ProtocolFiles.Name(path), files[path], protocol);
            faults.AddRange(found);
            if (language is not null && file.Kind != $"{language.Language}.yaml")
                faults.Add(new(ProtocolFiles.Name(path), 1, 1, "", $"this file is {language.Language} but is named {file.Kind}", "correct the language, or the file's name"));
            if (language is not null)
                yield return language;
        }
    }

    private static CheckReport Told(IReadOnlyDictionary<string, string> files, CheckReport report, Faults faults, int walks)
    {
        var library = new Bookshelf(report.Protocols);
        foreach (var protocol in report.Protocols.Where(p => !faults.Any(f => f.IsError && f.File == p.Place.File)).ToArray())
        {
            faults.AddRange(SupportBot.Protocols.RandomWalks.Run(protocol, library, seed: 1, walks));
            var path = ProtocolFiles.Path(protocol.Key, "stories.yaml");
            report = report with { RandomWalks = report.RandomWalks + walks };
            if (!files.TryGetValue(path, out var text))
            {
                faults.Add(protocol.Place.Fault("it has no stories", $"add {ProtocolFiles.Name(path)}"));
                continue;
            }
            var (book, unread) = SupportBot.Protocols.Stories.Read(ProtocolFiles.Name(path), text);
            faults.AddRange(unread);
            if (book is null)
                continue;
            var told = SupportBot.Protocols.Stories.Run(protocol, book, library);
            faults.AddRange(told.Faults);
            report = report with { Stories = report.Stories + told.Stories, Arms = report.Arms + told.Arms, ArmsWalked = report.ArmsWalked + told.ArmsWalked };
        }
        return report;
    }
}
