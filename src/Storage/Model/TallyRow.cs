namespace SupportBot.Storage;

/// <summary>How often one choice of a survey was made: a number, and nothing that came from one person.</summary>
internal sealed class TallyRow
{
    public required string Protocol { get; init; }

    /// <summary>Directory id; empty where none was chosen.</summary>
    public required string School { get; init; }

    /// <summary><c>2026-11</c>.</summary>
    public required string Month { get; init; }

    public required string Question { get; init; }

    public required string Choice { get; init; }

    public long Times { get; init; }
}
