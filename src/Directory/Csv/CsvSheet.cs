using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>A column of a sheet that nobody reads, with what was probably meant.</summary>
public sealed record CsvUnread(string Column, string Cure);

/// <summary>
/// A table as a spreadsheet or another program exports it: UTF-8 with or without a mark, commas or semicolons, quotation marks, the first line names
/// the columns in any order. Either all its lines, or the reason why nothing of it may be trusted; a line that is wrong by itself says so.
/// </summary>
public sealed class CsvSheet
{
    private const string NotUtf8 = "not-utf8";

    private CsvSheet()
    {
    }

    public IReadOnlyList<CsvLine> Lines { get; private init; } = [];

    public IReadOnlyList<CsvUnread> Unread { get; private init; } = [];

    /// <summary>Why nothing could be read, as a short code for logs: <c>no-column</c>. Null where it could.</summary>
    public string? Code { get; private init; }

    /// <summary>The same as a sentence with the cure, for whoever brought the sheet.</summary>
    public string Sentence { get; private init; } = "";

    /// <summary>What the code is about: the column, or the line; empty for nothing.</summary>
    public string Word { get; private init; } = "";

    /// <param name="content">The bytes of a file.</param>
    public static CsvSheet Read(ReadOnlyMemory<byte> content, CsvForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (content.Length > form.Largest) return TooLarge(form);
        return Text(content.Span, form, out var text) ?? ReadLines(text, form);
    }

    /// <param name="text">What somebody pasted, or a page read out of a file.</param>
    public static CsvSheet Read(string text, CsvForm form)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(form);
        if (Encoding.UTF8.GetByteCount(text) > form.Largest) return TooLarge(form);
        if (text.Contains('\0', StringComparison.Ordinal)) return Failed(NotUtf8, $"{form.Name} is not UTF-8 but UTF-16, or no text at all. Save it as \"CSV UTF-8\".");
        // What a browser puts where bytes were no letters; nobody knows any more what stood there.
        if (text.IndexOf('\uFFFD', StringComparison.Ordinal) is var lost and >= 0)
            return Failed(NotUtf8, $"{form.Name} is not UTF-8: line {text.AsSpan(0, lost).Count('\n') + 1} has letters in another encoding. Save it as \"CSV UTF-8\".");
        return ReadLines(text.TrimStart('\uFEFF'), form);
    }

    private static CsvSheet Failed(string code, string sentence, string word = "") => new() { Code = code, Sentence = sentence, Word = word };

    private static CsvSheet TooLarge(CsvForm form) => Failed("too-large", $"{form.Name} is larger than {form.LargestInWords}. {form.LessOfIt}");

    /// <summary>The bytes of a file as text; null is sound, anything else says what is wrong with them.</summary>
    internal static CsvSheet? Text(ReadOnlySpan<byte> content, CsvForm form, out string text)
    {
        text = "";
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || content.Contains((byte)0))
            return Failed(NotUtf8, $"{form.Name} is not UTF-8 but UTF-16, or no text at all. Save it as \"CSV UTF-8\".");
        if (content.StartsWith(Encoding.UTF8.Preamble)) content = content[Encoding.UTF8.Preamble.Length..];
        var rest = content;
        for (var line = 1; !rest.IsEmpty; line++)
        {
            var end = rest.IndexOf((byte)'\n') + 1;
            if (!Utf8.IsValid(end > 0 ? rest[..end] : rest)) return Failed(NotUtf8, $"{form.Name} is not UTF-8: line {line} has letters in another encoding. Save it as \"CSV UTF-8\".", $"{line}");
            rest = end > 0 ? rest[end..] : [];
        }

        text = Encoding.UTF8.GetString(content);
        return null;
    }

    private static CsvSheet ReadLines(string text, CsvForm form)
    {
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

        if (firstLine.IsWhiteSpace() || !reader.Read())
            return Failed("no-header", $"{form.Name} is empty, or its first line is. The first line names the columns: {string.Join(", ", form.Columns.Select(c => c.Name))}.");
        var header = CellsOf(reader);
        if (Header(header, form, out var columns, out var unread) is { } noColumns) return noColumns;
        List<CsvLine> lines = [];
        while (reader.Read())
        {
            // A quotation mark that swallows lines swallows entries: they would be gone from the sheet without a word.
            if (malformed.TryGetValue(reader.LineNumber, out var bad) && (bad.Reason == CsvMalformedReason.UnterminatedQuote || bad.RawRecord.Contains('\n', StringComparison.Ordinal)))
                return Failed("open-quote", $"{form.Name} has a quotation mark in line {reader.LineNumber} that is not closed where its cell ends. Close it, or write it twice where it belongs to the text.", $"{reader.LineNumber}");
            var cells = CellsOf(reader);
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (lines.Count == form.MostLines) return Failed("too-many", string.Create(CultureInfo.InvariantCulture, $"{form.Name} has more than {form.MostLines:N0} {form.Entries}. {form.LessOfIt}"));
            lines.Add(new CsvLine(reader.LineNumber, cells, columns, Refusal(cells, columns, header.Length, malformed.ContainsKey(reader.LineNumber), form)));
        }

        return new CsvSheet { Lines = lines, Unread = unread };
    }

    private static string[] CellsOf(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static CsvSheet? Header(string[] header, CsvForm form, out Dictionary<string, int> columns, out List<CsvUnread> unread)
    {
        (columns, unread) = ([], []);
        var names = form.Columns.Select(c => c.Name).ToList();
        for (var at = 0; at < header.Length; at++)
        {
            var name = string.Join(' ', header[at].ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (form.Columns.FirstOrDefault(c => c.AlsoKnownAs.Append(c.Name).Any(n => Squeezed(n) == Squeezed(name))) is not { } column)
                unread.Add(new CsvUnread(header[at], Nearest.To(name, names) is { } near ? $"did you mean {near}?" : $"columns are {string.Join(", ", names)}"));
            else if (!columns.TryAdd(column.Name, at)) return Failed("two-columns", $"{form.Name} has two columns \"{column.Name}\". Leave one of them.", column.Name);
        }

        var found = columns;
        return form.Columns.FirstOrDefault(c => c.IsNeeded && !found.ContainsKey(c.Name)) is { } missing ? Failed("no-column", MissingColumn(missing, form), missing.Name) : null;
    }

    private static string MissingColumn(CsvColumn missing, CsvForm form)
    {
        string Names(bool needed) => string.Join(", ", form.Columns.Where(c => c.IsNeeded == needed).Select(c => c.Name));
        var beside = form.Columns.All(c => c.IsNeeded) ? "" : $"; {Names(needed: false)} may stand beside them";
        return $"{form.Name} has no column \"{missing.Name}\". Its first line must name {Names(needed: true)}{beside}.";
    }

    // "Student_Number", "student-number" and "StudentNumber" are one name.
    private static string Squeezed(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '_' or '.')));

    private static (string What, string Cure)? Refusal(string[] cells, Dictionary<string, int> columns, int width, bool bad, CsvForm form)
    {
        if (bad) return ("a quotation mark stands where none may", "put the whole cell into quotation marks and write each one inside it twice");
        if (cells.Length != width) return ($"the line has {cells.Length} cells and the first line has {width}", "write as many as there are columns; a cell that holds the separator stands in quotation marks");
        foreach (var (name, at) in columns)
        {
            if (cells[at].Length > form.LongestCell) return ($"the cell \"{name}\" is longer than {form.LongestCell} letters", "shorten it");
            if (cells[at].Length > 0 && form.FormulaSigns.Contains(cells[at][0], StringComparison.Ordinal))
                return ($"the cell \"{name}\" begins like a formula", $"write the value itself, without {string.Join(' ', form.FormulaSigns.Where(s => !char.IsWhiteSpace(s)))} or a tab before it");
        }

        return null;
    }
}
