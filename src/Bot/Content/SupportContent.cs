using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Training;
using SupportBot.Understanding;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>All content, read and checked. A fault in any file keeps the process from becoming ready.</summary>
/// <param name="Content">Null where a fault is an error.</param>
/// <param name="Faults">In the order a person works through them; warnings may stand beside usable content.</param>
/// <param name="Summary">What was checked, in one line.</param>
/// <param name="Generated">Charts and the lock file as they should be, by path inside the content folder.</param>
public sealed record SupportContent(DialogContent? Content, IReadOnlyList<Fault> Faults, string Summary, IReadOnlyDictionary<string, string> Generated)
{
    /// <summary>What is offered to staff; null where a fault is an error, and where the district has no trainings.</summary>
    public Catalogue? Catalogue { get; private init; }

    /// <summary>What is not there in a language that the program speaks, and is shown in English meanwhile; a line each. Nothing of it keeps content from being used.</summary>
    public IReadOnlyList<string> Untranslated { get; private init; } = [];

    /// <param name="files">Path inside the content folder to text.</param>
    /// <param name="pinned">Versions that runs are pinned to and whose file a deployment may have dropped.</param>
    /// <param name="depth">The whole look for the check command and the tests; what a process must know before it may serve, at start.</param>
    /// <param name="today">By which trainings that have ended count no more; null: whatever is on record counts.</param>
    public static SupportContent Load(IReadOnlyDictionary<string, string> files, IReadOnlyList<PinnedProtocol> pinned, CheckDepth depth, DateOnly? today = null)
    {
        List<Fault> faults = [];
        // Neither needs the other, and a process reads all of it before it serves.
        var words = WordsOnce.ReadAsync(files, withExamples: depth == CheckDepth.Whole);
        var district = Keep(DistrictReader.Read(files), r => (r.District, r.Faults), faults);
        var phrasebook = Keep(PhrasesReader.ReadAll(files), r => r, faults);
        var report = district is null ? null : ContentCheck.Run(files, ContentReferences.Of(district, phrasebook), depth);
        var comprehension = Keep(words.GetAwaiter().GetResult(), r => (r.Value, r.Faults), faults);
        if (depth == CheckDepth.Whole) faults.AddRange(SafeMessaging.Check(files));
        var trainings = CatalogueReader.Read(files);
        // What is still to be verified is for whoever checks content; a start has enough to say.
        faults.AddRange(trainings.Faults.Where(f => f.IsError || depth == CheckDepth.Whole));
        if (district is null || report is null) return new SupportContent(null, faults, "", new Dictionary<string, string>());

        faults.AddRange(report.Faults);
        faults.AddRange(AttendanceFaults.Of(district.Absence, report.Protocols));
        faults.AddRange(TopicFaults.Of(district.Resources.Topics, report.Protocols));
        faults.AddRange(CalendarFaults.Of(district, report.Protocols, today, depth));
        faults.AddRange(StaffingFaults.Of(district, report.Protocols, today, depth));
        faults.AddRange(CourseFaults.Of(trainings.Mentions, district));
        var shelf = Shelf(report, pinned, faults);
        var summary = Counts(report with { Faults = faults }, trainings.Catalogue);
        if (faults.Exists(f => f.IsError) || comprehension is null || phrasebook is null) return new SupportContent(null, faults, summary, report.Generated);
        return new SupportContent(new DialogContent(district, shelf, comprehension, phrasebook), faults, summary, report.Generated)
        {
            Catalogue = trainings.Catalogue,
            Untranslated = depth == CheckDepth.Whole ? [.. TranslationGaps.Of(district.Resources, phrasebook.All.Select(p => p.Language))] : [],
        };
    }

    // A run whose version is in no file goes on from the text that was pinned when it started.
    private static ProtocolShelf Shelf(CheckReport report, IReadOnlyList<PinnedProtocol> pinned, List<Fault> faults)
    {
        var protocols = report.Protocols.ToList();
        foreach (var pin in pinned.Where(p => protocols.TrueForAll(known => known.Key.ToString() != p.Key)))
        {
            var read = ProtocolReader.ReadCanonical(pin.Key, pin.CanonicalJson);
            if (read.Protocol is { } protocol) protocols.Add(protocol);
            else faults.Add(new Fault(pin.Key, 0, 0, "", "a pinned version cannot be read any more", "put its file back"));
        }

        foreach (var pin in pinned)
            if (protocols.Find(known => known.Key.ToString() == pin.Key) is { } known && known.Hash != pin.Hash)
                faults.Add(known.Place.Fault($"people are in the middle of {pin.Key}, and its file was changed", "put it back as it was, and make the change a new version"));
        return new ProtocolShelf(protocols.DistinctBy(p => p.Key), report.Recalls, report.Languages);
    }

    private static string Counts(CheckReport report, Catalogue? trainings) =>
        (trainings is null ? "" : $"{trainings.Courses.Count} courses, {trainings.Requirements.Count} requirements, ") + report.ToString().Split('\n')[0];

    private static T? Keep<TRead, T>(TRead read, Func<TRead, (T? Value, IReadOnlyList<Fault> Faults)> parts, List<Fault> faults)
        where T : class
    {
        var (value, found) = parts(read);
        faults.AddRange(found);
        return value;
    }
}
