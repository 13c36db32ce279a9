namespace SupportBot.Console;

/// <summary>How the services beyond this program are. Asked on every page, so it answers from memory.</summary>
public interface IServiceStatus
{
    IReadOnlyList<ServiceState> Services { get; }
}

/// <param name="Name">One of <see cref="ServiceNames"/>.</param>
/// <param name="DownSince">UTC; null while it is up.</param>
/// <param name="Code">Why it is down, as a short code such as <c>429</c> or <c>timeout</c>.</param>
public sealed record ServiceState(string Name, bool IsUp, DateTimeOffset? DownSince, string? Code)
{
    /// <summary>False where this district does not use it.</summary>
    public bool IsSetUp { get; init; } = true;

    /// <summary>True while it is not asked, because it failed too often or has asked to wait.</summary>
    public bool IsResting { get; init; }
}

/// <summary>What the services and channels are called between rooms.</summary>
public static class ServiceNames
{
    public const string Teams = "teams";
    public const string Feed = "graph-feed";
    public const string Mail = "graph-mail";
    public const string People = "people-sync";
    public const string Presence = "graph-presence";
    public const string Install = "graph-install";
    public const string Calendar = "graph-calendar";
}
