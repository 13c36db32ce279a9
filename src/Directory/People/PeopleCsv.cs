using System.Text;
using System.Text.Unicode;
using CsvHelper;
using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>
/// Reads an export of staff: UTF-8, commas or semicolons, one person a line, with the columns <c>name</c>, <c>mail</c> and <c>roles</c>, and
/// where the district has them <c>entra id</c>, <c>other names</c> and <c>phone</c>. Several roles or names in one cell are separated by
/// semicolons: <c>counselor@heron-middle; hr@district</c>.
/// </summary>
public static class PeopleCsv
{
    public const int LargestFile = 5_000_000;
    private const int MostPeople = 20_000;
    private const int LongestCell = 1_000;
    private static readonly string[] Needed = ["name", "mail", "roles"];
    private static readonly string[] Columns = ["name", "mail", "roles", "entra id", "other names", "phone"];

    /// <param name="file">As it is named to an administrator.</param>
    public static PeopleReading Read(ReadOnlyMemory<byte> content, string file)
    {
        if (content.Length > LargestFile) return Failed("too-large", $"{file} is larger than {LargestFile / 1_000_000} MB. Export staff only.");
        if (Text(content.Span, file, out var text) is { } wrong) return wrong;
        var firstLine = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is var end and >= 0 ? end : text.Length);
        Dictionary<long, CsvMalformedRecord> malformed = [];
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = firstLine.Count(';') > firstLine.Count(',') ? ';' : ',',
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => malformed[record.LineNumber] = record,
        });

        if (firstLine.IsWhiteSpace() || !reader.Read()) return Failed("no-header", $"{file} is empty, or its first line is. The first line names the columns: {string.Join(", ", Columns)}.");
        var header = CellsOf(reader);
        if (Header(header, file, out var columns, out var notes) is { } noColumns) return noColumns;
        List<PersonRow> rows = [];
        while (reader.Read())
        {
            // A quotation mark that swallows lines swallows people: they would be gone from the source without a word.
            if (malformed.TryGetValue(reader.LineNumber, out var bad) && (bad.Reason == CsvMalformedReason.UnterminatedQuote || bad.RawRecord.Contains('\n', StringComparison.Ordinal)))
                return Failed("open-quote", $"{file} has a quotation mark in line {reader.LineNumber} that is not closed where its cell ends. Close it, or write it twice where it belongs to the text.");
            var cells = CellsOf(reader);
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (rows.Count == MostPeople) return Failed("too-many", $"{file} has more than {MostPeople} people. Export staff only.");
            rows.Add(Row(cells, columns, header.Length, $"{file}, line {reader.LineNumber}", malformed.ContainsKey(reader.LineNumber)));
        }

        return PeopleReading.Of(rows, notes);
    }

    private static string[] CellsOf(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static PeopleReading Failed(string code, string sentence) => PeopleReading.Failed(code, sentence);

    private static PeopleReading? Text(ReadOnlySpan<byte> content, string file, out string text)
    {
        text = "";
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || content.Contains((byte)0))
            return Failed("not-utf8", $"{file} is not UTF-8 but UTF-16, or no text at all. Save it as \"CSV UTF-8\".");
        if (content.StartsWith(Encoding.UTF8.Preamble)) content = content[Encoding.UTF8.Preamble.Length..];
        var rest = content;
        for (var line = 1; !rest.IsEmpty; line++)
        {
            var end = rest.IndexOf((byte)'\n') + 1;
            if (!Utf8.IsValid(end > 0 ? rest[..end] : rest)) return Failed("not-utf8", $"{file} is not UTF-8: line {line} has letters in another encoding. Save it as \"CSV UTF-8\".");
            rest = end > 0 ? rest[end..] : [];
        }

        text = Encoding.UTF8.GetString(content);
        return null;
    }

    private static PeopleReading? Header(string[] header, string file, out Dictionary<string, int> columns, out List<PeopleFault> notes)
    {
        (columns, notes) = ([], []);
        for (var at = 0; at < header.Length; at++)
        {
            var name = string.Join(' ', header[at].ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (!Columns.Contains(name))
                notes.Add(new PeopleFault($"{file}, line 1", $"the column \"{header[at]}\" is not read", Nearest.To(name, Columns) is { } near ? $"did you mean {near}?" : $"columns are {string.Join(", ", Columns)}", IsRefusal: false));
            else if (!columns.TryAdd(name, at)) return Failed("two-columns", $"{file} has two columns \"{name}\". Leave one of them.");
        }

        var found = columns;
        return Needed.FirstOrDefault(n => !found.ContainsKey(n)) is { } missing
            ? Failed("no-column", $"{file} has no column \"{missing}\". Its first line must name {string.Join(", ", Needed)}; {string.Join(", ", Columns.Except(Needed))} may stand beside them.")
            : null;
    }

    private static PersonRow Row(string[] cells, Dictionary<string, int> columns, int width, string where, bool bad)
    {
        string? Cell(string name) => columns.TryGetValue(name, out var at) && at < cells.Length ? cells[at] : null;
        IReadOnlyList<string>? Several(string name) => Cell(name)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new PersonRow
        {
            Where = where,
            Name = Cell("name")?.Trim() ?? "",
            Mail = Cell("mail")?.Trim() ?? "",
            EntraId = Cell("entra id"),
            Phone = Cell("phone"),
            OtherNames = Several("other names"),
            Posts = Several("roles"),
            Refused = Refusal(cells, columns, width, bad),
        };
    }

    // A cell that a spreadsheet would take for a formula is not a name or an address, and whoever opens a list of people later must not run it.
    private static (string, string)? Refusal(string[] cells, Dictionary<string, int> columns, int width, bool bad)
    {
        if (bad) return ("a quotation mark stands where none may", "put the whole cell into quotation marks and write each one inside it twice");
        if (cells.Length != width) return ($"the line has {cells.Length} cells and the first line has {width}", "write as many as there are columns; a cell that holds the separator stands in quotation marks");
        foreach (var (name, at) in columns)
        {
            if (cells[at].Length > LongestCell) return ($"the cell \"{name}\" is longer than {LongestCell} letters", "shorten it");
            if (cells[at] is ['=' or '+' or '@' or '\t' or '\r', ..]) return ($"the cell \"{name}\" begins like a formula", "write the value itself, without = + @ or a tab before it");
        }

        return null;
    }
}
