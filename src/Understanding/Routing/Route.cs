namespace SupportBot.Understanding;

/// <summary>Where free text leads.</summary>
/// <param name="Id">id of the dialog or protocol, such as <c>bullying-report</c> or <c>follow-up</c></param>
/// <param name="Confidence">0 (nothing was recognised: the menu) to 1; below <see cref="Sure"/> ask before going there</param>
public sealed record Route(RouteTarget Target, string Id, double Confidence)
{
    /// <summary>One of <see cref="Intents.All"/>; empty for the menu.</summary>
    public string Intent { get; init; } = "";

    /// <summary>From here on a route may be taken without asking.</summary>
    public const double Sure = 0.7;

    /// <summary>What text that nothing is known about leads to.</summary>
    public static Route Menu { get; } = new(RouteTarget.Dialog, "menu", 0);

    public bool IsSure => Confidence >= Sure;
}

public enum RouteTarget
{
    Dialog,
    Protocol,
}
