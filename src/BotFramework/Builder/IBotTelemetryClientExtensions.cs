namespace Microsoft.Bot.Builder;

/// <summary>Telemetry of dialogs.</summary>
public static class IBotTelemetryClientExtensions
{
    /// <summary>A view where the client counts views, else a trace.</summary>
    public static void TrackDialogView(this IBotTelemetryClient telemetryClient, string dialogName, IDictionary<string, string> properties = null, IDictionary<string, double> metrics = null)
    {
        if (telemetryClient is IBotPageViewTelemetryClient views)
            views.TrackPageView(dialogName, properties, metrics);
        else
            telemetryClient.TrackTrace("Dialog View: " + dialogName, Severity.Information, properties);
    }
}
