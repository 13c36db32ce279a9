using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>What a line of a dry run is.</summary>
public enum DryLineKind
{
    /// <summary>The program would say it in the chat.</summary>
    Said,

    /// <summary>Whoever tries it answered, or let something happen.</summary>
    Did,

    /// <summary>What would be done outside the chat, and is not.</summary>
    Would,
}

/// <summary>A line of a dry run, as it was shown.</summary>
/// <param name="Head">what kind of line it is, in words; for an answer the question</param>
/// <param name="Text">null where the head says all; may be what somebody typed</param>
/// <param name="Language">of <paramref name="Text"/> and of an answer's head</param>
public sealed record DryLine(DryLineKind Kind, string Head, string? Text, string? Language = null);

/// <summary>A protocol that somebody tries. It lies nowhere but in the page that shows it, sealed.</summary>
/// <param name="Language">in which the texts are shown, as far as there is a translation</param>
/// <param name="Lines">oldest first</param>
/// <param name="IsCut">true where older lines were left out</param>
public sealed record DryRun(ProtocolRun Run, string Language, IReadOnlyList<DryLine> Lines, bool IsCut = false)
{
    private const int MostLines = 120;

    /// <summary>More than any protocol asks; a run goes no further, so that it keeps its place in a page.</summary>
    public const int MostInputs = 150;

    public DryRun With(ProtocolRun run, IEnumerable<DryLine> more)
    {
        List<DryLine> lines = [.. Lines, .. more];
        return this with { Run = run, Lines = [.. lines.TakeLast(MostLines)], IsCut = IsCut || lines.Count > MostLines };
    }
}
