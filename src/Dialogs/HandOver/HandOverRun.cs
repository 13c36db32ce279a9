namespace SupportBot.Dialogs;

/// <summary>How the timer and the turns of a hand-over are named.</summary>
public static class HandOverRun
{
    // No protocol run is taken for a hand-over's, and none for a run.
    private const string Mark = "talk-";

    public static string Of(Guid handOver) => Mark + handOver.ToString("N");
}
