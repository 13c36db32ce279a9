using System.Net.Mail;

namespace SupportBot.Graph;

/// <summary>What the bot does through Microsoft Graph: section <c>Graph</c>. Off by default; each part is on where its own key is given.</summary>
public sealed record GraphOptions
{
    public const string Section = "Graph";

    private static readonly string[] Clouds = ["graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us", "microsoftgraph.chinacloudapi.cn"];

    public bool Enabled { get; init; }

    /// <summary>Graph of the district's cloud, version 1.0.</summary>
    public Uri Endpoint { get; init; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>
    /// The registration that speaks to Graph, where that is not the bot's own. It is the one the Teams app names in <c>webApplicationInfo</c>, and trusts the
    /// bot's managed identity by a federated credential.
    /// </summary>
    public string? AppId { get; init => field = Given(value); }

    /// <summary>Mailbox that mail is sent from; null: no mail.</summary>
    public string? MailFrom { get; init => field = Given(value); }

    /// <summary>Mailbox in whose calendar the events of trainings live, and which invites to them; null: none through Graph.</summary>
    public string? Calendar { get; init; }

    /// <summary>Id of the app in the organisation's Teams catalogue; null: nobody gets activity feed notices, and the app is installed for nobody.</summary>
    public string? AppTeamsId { get; init => field = Given(value); }

    /// <summary>Whether the app may be installed for people on duty who do not have it.</summary>
    public bool Install { get; init; } = true;

    /// <summary>Whether people's presence is asked for when a student wants to talk.</summary>
    public bool Presence { get; init; } = true;

    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What tokens are asked for.</summary>
    public string Scope => $"{Endpoint.GetLeftPart(UriPartial.Authority)}/.default";

    /// <summary>What is wrong, in one sentence; null where nothing is.</summary>
    /// <param name="onLoopback">True where a Graph on this machine may be spoken to, which is in Development.</param>
    public string? Fault(bool onLoopback) => !Enabled ? null
        : !Endpoint.IsAbsoluteUri || !IsGraph(onLoopback) ? $"Graph:Endpoint is none of Microsoft's: give https://HOST/v1.0 with one of {string.Join(", ", Clouds)}."
        : AppId is not null && !Guid.TryParse(AppId, out _) ? "Graph:AppId is no id: copy the Application (client) ID of the registration that the Teams app names."
        : MailFrom is not null && !IsAddress(MailFrom) ? "Graph:MailFrom is no mail address: give the mailbox that mail is sent from, such as support@district.example."
        : Calendar is not null && !IsAddress(Calendar) ? "Graph:Calendar is no mail address: give the mailbox that invites to trainings, such as trainings@district.example."
        : AppTeamsId is not null && !Guid.TryParse(AppTeamsId, out _) ? "Graph:AppTeamsId is no id: copy the app id that the Teams admin center shows for the uploaded app."
        : Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(1) ? "Graph:Timeout is not between nothing and one minute."
        : null;

    private bool IsGraph(bool onLoopback) => Endpoint.AbsolutePath.TrimEnd('/') == "/v1.0" && Endpoint.Query.Length == 0 && Endpoint.UserInfo.Length == 0
        && ((Endpoint.Scheme == Uri.UriSchemeHttps && Endpoint.IsDefaultPort && Clouds.Contains(Endpoint.Host)) || (onLoopback && Endpoint.IsLoopback));

    // A template writes an empty value where a district leaves something out.
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static bool IsAddress(string address) =>
        MailAddress.TryCreate(address, out var read) && read.Address == address && address.All(c => char.IsAsciiLetterOrDigit(c) || ".@-_+".Contains(c, StringComparison.Ordinal));
}
