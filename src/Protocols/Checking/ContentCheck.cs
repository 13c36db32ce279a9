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
        foreach (var found in InOrder(protocols).Select(p => ProtocolChecks.Check(p, known).ToList()))
            faults.AddRange(found);
        faults.AddRange(CallChecks.Check(protocols));
        faults.AddRange(RaiseChecks.Check(protocols));
        var (recalls, unread) = RecallReader.Read(files.GetValueOrDefault(ProtocolFiles.Recalls), protocols);
        faults.AddRange(unread);
        var report = new CheckReport
        {
            Protocols = protocols,
            Recalls = recalls,
            Languages = Languages(files, protocols, known, faults),
            Faults = [],
            Generated = Generated.Of(protocols, files.GetValueOrDefault(ProtocolFiles.Lock)),
        };
        if (depth == CheckDepth.Whole)
        {
            faults.AddRange(protocols.SelectMany(SourceChecks.Check));
            faults.AddRange(protocols.SelectMany(PlainChecks.Check));
            report = Told(files, report, faults, randomWalks);
            faults.AddRange(Generated.Check(files, report));
        }
        else
        {
            faults.AddRange(Generated.Changed(files.GetValueOrDefault(ProtocolFiles.Lock), protocols));
        }
        return report with { Faults = faults.InReadingOrder() };
    }

    // Files do not depend on each other, and a process reads them all before it serves.
    private static ParallelQuery<T> InOrder<T>(IEnumerable<T> each) => each.AsParallel().AsOrdered();

    private static List<Protocol> ReadAll(IReadOnlyDictionary<string, string> files, Faults faults)
    {
        var named = files.Keys.Where(p => p.StartsWith(ProtocolFiles.Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(p => (Path: p, File: ProtocolFiles.Split(p))).ToList();
        foreach (var (path, _) in named.Where(n => n.File is null && n.Path is not (ProtocolFiles.Lock or ProtocolFiles.Recalls) && !n.Path.StartsWith(ProtocolFiles.Folder + "schemas/", StringComparison.Ordinal)))
            faults.Add(new(ProtocolFiles.Name(path), 0, 0, "", "this is no file of a protocol", "name it <id>/<version>.yaml, .stories.yaml, .<language>.yaml or .mmd, or move it", FaultSeverity.Warning));

        var protocols = new List<Protocol>();
        foreach (var (key, read) in InOrder(named.Where(n => n.File is { Kind: "yaml" })).Select(n => (n.File!.Value.Key, ProtocolReader.Read(ProtocolFiles.Name(n.Path), files[n.Path]))))
        {
            faults.AddRange(read.Faults);
            if (read.Protocol is not { } protocol)
                continue;
            if (protocol.Key != key)
                faults.Add(protocol.Place.Fault($"this file holds {protocol.Key} but is named for {key}", "correct the id and version, or the file's name"));
            else
                protocols.Add(protocol);
        }
        return protocols;
    }

    private static List<ProtocolLanguage> Languages(IReadOnlyDictionary<string, string> files, List<Protocol> protocols, References known, Faults faults)
    {
        var byKey = protocols.ToLookup(p => p.Key);
        var translations =
            from path in files.Keys.Order(StringComparer.Ordinal)
            let file = ProtocolFiles.Split(path)
            where file is { Kind: not ("yaml" or "stories.yaml") } && file.Value.Kind.EndsWith(".yaml", StringComparison.Ordinal)
            from protocol in byKey[file.Value.Key]
            select (Path: path, file.Value.Kind, Protocol: protocol);

        var languages = new List<ProtocolLanguage>();
        foreach (var (path, kind, read) in InOrder(translations).Select(t => (t.Path, t.Kind, LanguageReader.Read(ProtocolFiles.Name(t.Path), files[t.Path], t.Protocol, known.StaffLanguages.Contains(t.Kind.Split('.')[0])))))
        {
            faults.AddRange(read.Faults);
            if (read.Language is not { } language)
                continue;
            if (kind != $"{language.Language}.yaml")
                faults.Add(new(ProtocolFiles.Name(path), 1, 1, "", $"this file is {language.Language} but is named {kind}", "correct the language, or the file's name"));
            languages.Add(language);
        }
        return languages;
    }

    private static CheckReport Told(IReadOnlyDictionary<string, string> files, CheckReport report, Faults faults, int walks)
    {
        var library = new Bookshelf(report.Protocols);
        var sound = report.Protocols.Where(p => !faults.Any(f => f.IsError && f.File == p.Place.File)).ToArray();
        foreach (var found in InOrder(sound).Select(p => (IReadOnlyList<Fault>)[.. SupportBot.Protocols.RandomWalks.Run(p, library, seed: 1, walks), .. SupportBot.Protocols.RandomWalks.RunCase(p, seed: 1, walks)]))
            faults.AddRange(found);
        report = report with { CaseWalks = walks * sound.Count(p => p.Case is not null) };
        foreach (var protocol in sound)
        {
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
