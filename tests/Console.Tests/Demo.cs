using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Training;
using SupportBot.Understanding;

namespace SupportBot.Console.Tests;

/// <summary>The real demo content, as it lies beside this test's program.</summary>
internal static class Demo
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "content");

    private static readonly Dictionary<string, string> Files = System.IO.Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText);

    public static District District { get; } = DistrictReader.Read(Files).District ?? throw new InvalidOperationException("The demo district does not read.");

    /// <summary>The same district with one more file, or another in the place of one.</summary>
    public static District With(string path, string text) =>
        DistrictReader.Read(new Dictionary<string, string>(Files) { [path] = text }).District ?? throw new InvalidOperationException($"The district does not read with {path}.");

    public static ProtocolShelf Shelf { get; } = ShelfWith([]);

    public static Catalogue Catalogue { get; } = CatalogueReader.Read(Files).Catalogue ?? throw new InvalidOperationException("The demo trainings do not read.");

    public static Comprehension Comprehension { get; } = ComprehensionReader.Read(Files).Value ?? throw new InvalidOperationException("The demo words do not read.");

    /// <summary>The text of a content file, such as <c>protocols/bullying-report/1.yaml</c>.</summary>
    public static string Text(string path) => Files[path];

    /// <summary>The demo protocols with other versions and translations beside them, or instead of them.</summary>
    /// <param name="more">path inside the content folder, and text</param>
    public static ProtocolShelf ShelfWith(IReadOnlyList<(string Path, string Yaml)> more, params RecalledVersion[] recalls)
    {
        var files = Files.Where(f => f.Key.StartsWith("protocols/", StringComparison.Ordinal)).ToDictionary();
        foreach (var (path, yaml) in more) files[path] = yaml;
        var protocols = files.Where(f => Path.GetFileNameWithoutExtension(f.Key).All(char.IsAsciiDigit))
            .ToDictionary(f => f.Key, f => ProtocolReader.Read(f.Key, f.Value) is var read && read.Protocol is { } sound ? sound : throw new InvalidOperationException(string.Join('\n', read.Faults)));
        var languages = files.Where(f => f.Key.Split('.') is [var file, { Length: 2 }, "yaml"] && protocols.ContainsKey($"{file}.yaml"))
            .Select(f => LanguageReader.Read(f.Key, f.Value, protocols[$"{f.Key.Split('.')[0]}.yaml"]).Language!);
        return new(protocols.Values, recalls, languages);
    }

    public static ICaseCalendars Calendars { get; } = new SchoolCalendars();

    public static CasePlan Plan(string protocol) => Shelf.Get(ProtocolKey.TryParse(protocol, out var key) ? key : default)!.Case!;

    private sealed class SchoolCalendars : ICaseCalendars
    {
        public ICaseCalendar Of(string schoolId) => new OneSchool(District.CalendarOf(schoolId.Length == 0 ? null : schoolId));
    }

    private sealed class OneSchool(SchoolCalendar calendar) : ICaseCalendar
    {
        public DateTimeOffset Add(DateTimeOffset from, Span span) => calendar.Add(from, span.Amount, (TimeUnit)span.Unit, span.Calendar switch
        {
            WorkCalendar.SchoolDays => CountedTime.SchoolDays,
            WorkCalendar.SchoolHours => CountedTime.SchoolHours,
            WorkCalendar.WorkingDays => CountedTime.WorkingDays,
            _ => CountedTime.Always,
        });
    }
}
