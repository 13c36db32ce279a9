namespace SupportBot.Dialogs;

/// <summary>How the timer and the turns of a hand-over are named.</summary>
public static class HandOverRun
{
    // No protocol run is taken for a hand-over's, and none for a run.
    private const string Mark = "talk-";

    public static string Of(Guid handOver) => Mark + handOver.ToString("N");

    /// <summary>The hand-over that a timer belongs to; null for the timer of a protocol's run.</summary>
    public static Guid? IdOf(string runId) => runId.StartsWith(Mark, StringComparison.Ordinal) && Guid.TryParseExact(runId[Mark.Length..], "N", out var id) ? id : null;
}
