namespace SupportBot.Directory;

/// <summary>Where hires may be read from beside a list that somebody brings. Reading keeps nothing.</summary>
public interface IHireSource
{
    /// <summary>As people know it: <c>Microsoft Entra</c>.</summary>
    string Name { get; }

    /// <summary>All of them, or nothing and the reason.</summary>
    Task<HireSourceReading> ReadAsync(CancellationToken cancel);
}

/// <param name="Refused">Why nothing could be read, as a sentence with the cure; null where it could.</param>
/// <param name="Hires">As they stand there: what is missing is for the reader of lists to refuse.</param>
public sealed record HireSourceReading(string? Refused, IReadOnlyList<HireText> Hires);
