using System.Buffers;

namespace SupportBot.Directory;

/// <summary>Writes lines of a table that a spreadsheet opens: every cell is text, and none is a formula.</summary>
public static class CsvText
{
    // What a spreadsheet takes a cell for a formula by, also behind blanks.
    private const string FormulaSigns = "=+-@\t\r\n";
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create("\",;\r\n\t");

    /// <summary>One line with its end. A cell that would be a formula gets an apostrophe before it, which spreadsheets do not show.</summary>
    public static string Line(params IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return string.Join(',', cells.Select(Cell)) + "\r\n";
    }

    private static string Cell(string text)
    {
        var safe = text.TrimStart(' ') is [var first, ..] && FormulaSigns.Contains(first, StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
