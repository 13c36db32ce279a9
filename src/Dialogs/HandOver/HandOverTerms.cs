namespace SupportBot.Dialogs;

/// <summary>How live hand-overs are run: the configuration section <c>HandOver</c>. The numbers are district defaults.</summary>
public sealed record HandOverTerms
{
    public const string Section = "HandOver";

    /// <summary>
    /// True: whoever joins also reads the student's lines in their own Teams chat, and the student is told so first. It is the one
    /// exception to the rule that words of a report never stand in Teams (docs/decisions/0012).
    /// </summary>
    public bool Teams { get; init; } = true;

    /// <summary>After so many minutes without a line of the counselor the student is told so, with numbers to call.</summary>
    public int SilenceMinutes { get; init; } = 3;

    /// <summary>Hand-overs that one person may have open at a time.</summary>
    public int Most { get; init; } = 3;

    /// <summary>Characters of a line, the student's and the counselor's.</summary>
    public const int LongestLine = 4_000;

    internal TimeSpan Silence => TimeSpan.FromMinutes(SilenceMinutes);
}
