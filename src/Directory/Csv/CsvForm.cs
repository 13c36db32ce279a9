namespace SupportBot.Directory;

/// <summary>What a sheet must look like.</summary>
public sealed record CsvForm
{
    /// <summary>As the sheet is named to whoever must put it right: <c>people.csv</c>.</summary>
    public required string Name { get; init; }

    /// <summary>At least one of them is needed.</summary>
    public required IReadOnlyList<CsvColumn> Columns { get; init; }

    /// <summary>In bytes of UTF-8.</summary>
    public required int Largest { get; init; }

    /// <summary>Lines below the header; empty ones do not count.</summary>
    public required int MostLines { get; init; }

    /// <summary>The limit of size in words, such as <c>5 MB</c>.</summary>
    public required string LargestInWords { get; init; }

    /// <summary>What a line is, as a plural: <c>people</c>.</summary>
    public required string Entries { get; init; }

    /// <summary>What to do where there is too much of it, as a sentence.</summary>
    public required string LessOfIt { get; init; }

    /// <summary>
    /// What a spreadsheet would take a cell for a formula by. Such a cell is refused: it is no value, and whoever opens a list made of it later must not run it.
    /// </summary>
    public string FormulaSigns { get; init; } = "=+@\t\r";

    public int LongestCell { get; init; } = 1_000;
}

/// <summary>A column by its name, which is lower case.</summary>
/// <param name="AlsoKnownAs">What other programs call it. Case, blanks, hyphens and underscores do not matter.</param>
public sealed record CsvColumn(string Name, bool IsNeeded = true, params IReadOnlyList<string> AlsoKnownAs);
