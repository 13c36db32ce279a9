namespace SupportBot.Directory;

/// <summary>One line of a sheet that is not empty.</summary>
public sealed class CsvLine
{
    private readonly IReadOnlyList<string> _cells;
    private readonly IReadOnlyDictionary<string, int> _columns;

    internal CsvLine(long number, IReadOnlyList<string> cells, IReadOnlyDictionary<string, int> columns, (string What, string Cure)? refused) =>
        (Number, _cells, _columns, Refused) = (number, cells, columns, refused);

    /// <summary>As an editor counts it: the header is 1.</summary>
    public long Number { get; }

    /// <summary>Why the line cannot be read, whatever its values mean; null where it can.</summary>
    public (string What, string Cure)? Refused { get; }

    /// <summary>The cell as it stands there; null where the sheet has no such column, or the line ends before it.</summary>
    public string? this[string column] => _columns.TryGetValue(column, out var at) && at < _cells.Count ? _cells[at] : null;
}
