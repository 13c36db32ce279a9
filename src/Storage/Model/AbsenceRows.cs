namespace SupportBot.Storage;

/// <summary>That there is a figure of a student's absences by a day; the figure itself only where a case is still to be opened because of it.</summary>
internal sealed class AbsenceFigureRow
{
    /// <summary>Keyed hash of the student's number, 16 bytes.</summary>
    public required byte[] Student { get; init; }

    /// <summary><c>2026-27</c>.</summary>
    public required string Year { get; init; }

    /// <summary>Day number.</summary>
    public int AsOf { get; init; }

    public required string School { get; init; }

    /// <summary>Day number of the last day on which it is kept.</summary>
    public int Until { get; init; }

    /// <summary>Number and figures, sealed under the server's key; null where the student is under the line, has an open case, or a newer figure is there.</summary>
    public byte[]? Ct { get; init; }
}

/// <summary>The case that a student's absence figures opened last.</summary>
internal sealed class AbsenceCaseRow
{
    /// <inheritdoc cref="AbsenceFigureRow.Student"/>
    public required byte[] Student { get; init; }

    public required byte[] CaseId { get; init; }

    /// <summary>Day number of the end of its school year; while the case is open it is kept beyond.</summary>
    public int Until { get; init; }
}
