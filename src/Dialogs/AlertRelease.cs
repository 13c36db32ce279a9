using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>When alerts leave. Routine ones of anonymous reports wait a random few minutes, except where everything leaves at once (Development).</summary>
public sealed class AlertRelease(bool atOnce, Func<double> random)
{
    /// <param name="blurred">What the protocol asks for.</param>
    public DateTimeOffset From(DateTimeOffset now, bool blurred) => blurred && !atOnce ? now + Blur.Release(random()) : now;
}
