namespace SupportBot.Bot.Channels.Teams;

/// <summary>How the bot is set up for Teams: section <c>Teams</c>. The registration itself stands at the root (<c>MicrosoftAppId</c> and its kin).</summary>
public sealed record TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>Where people reach this server, such as <c>https://support.example.org</c>; null: cards open cases in the chat, and no link to the anonymous chat is offered.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Connector that a first chat is opened at with somebody who was never seen. Public cloud by default.</summary>
    public string ServiceUrl { get; init; } = "https://smba.trafficmanager.net/teams/";

    /// <summary>The district's tenant, for chats with people who were never seen.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>
    /// Hosts that a file dropped into a chat is fetched from: those of the tenant's own OneDrive and SharePoint, such as <c>district-my.sharepoint.com</c>, whole and
    /// without a pattern. Empty: no file is fetched.
    /// </summary>
    public IReadOnlyList<string> FileHosts { get; init; } = [];

    /// <summary>Sends to one chat: at most so many within so many seconds. Microsoft's documented limits; a district may be stricter.</summary>
    public IReadOnlyList<PaceLimit> ChatLimits { get; init; } = [new(7, 1), new(8, 2), new(60, 30), new(1800, 3600)];

    /// <summary>Sends to the whole tenant.</summary>
    public IReadOnlyList<PaceLimit> TenantLimits { get; init; } = [new(50, 1)];

    /// <summary>The same for everybody, so that nobody can tell from it who followed it.</summary>
    public Uri? AnonymousChat => PageAt("/");

    /// <summary>Where a page of ours is for a browser; null where no address is configured.</summary>
    /// <param name="path">From the root, such as <c>/console/cases</c>.</param>
    public Uri? PageAt(string path) => PublicAddress is { } address ? new Uri(address, path) : null;

    public static TeamsOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new TeamsOptions
        {
            PublicAddress = section["PublicAddress"] is { Length: > 0 } address ? new Uri(address) : null,
            TenantId = section["TenantId"] ?? configuration["MicrosoftAppTenantId"] ?? "",
            FileHosts = [.. section.GetSection(nameof(FileHosts)).GetChildren().Select(h => h.Value?.Trim() ?? "").Where(h => h.Length > 0)],
        };
        if (section["ServiceUrl"] is { Length: > 0 } service) options = options with { ServiceUrl = service };
        if (Limits(section, "ChatLimits") is { Count: > 0 } chat) options = options with { ChatLimits = chat };
        return Limits(section, "TenantLimits") is { Count: > 0 } tenant ? options with { TenantLimits = tenant } : options;
    }

    private static List<PaceLimit> Limits(IConfigurationSection section, string key) =>
        [.. section.GetSection(key).GetChildren().Select(l => new PaceLimit(int.Parse(l["Count"]!, System.Globalization.CultureInfo.InvariantCulture), int.Parse(l["Seconds"]!, System.Globalization.CultureInfo.InvariantCulture)))];
}

/// <param name="Count">1 or more.</param>
/// <param name="Seconds">1 or more.</param>
public sealed record PaceLimit(int Count, int Seconds);
