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

    /// <summary>
    /// Object id of the account whose mailbox <see cref="Calendar"/> names: meetings are asked for by id, not by address. With it the attendance reports of that mailbox's meetings are
    /// read; null: none is.
    /// </summary>
    public string? AttendanceReports { get; init => field = Given(value); }

    /// <summary>Where Graph reaches this server, as <c>https://HOST</c>: it then tells at once that the calendar has changed. Null: changes are found within a minute all the same.</summary>
    public Uri? NotifyAt { get; init; }

    /// <summary>
    /// What Graph shows with each notification, 32 to 128 letters and digits, the same for several processes; null: each process makes one for itself at its start, and keeps it in memory alone.
    /// A secret.
    /// </summary>
    public string? NotificationSecret { get; init => field = Given(value); }

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
        : AttendanceReports is not null && !Guid.TryParse(AttendanceReports, out _) ? "Graph:AttendanceReports is no id: copy the object id of the account whose mailbox Graph:Calendar names."
        : AttendanceReports is not null && Calendar is null ? "Graph:AttendanceReports needs Graph:Calendar: reports are read of meetings that this mailbox holds."
        : NotifyAt is { } at && !(at.IsAbsoluteUri && at.Scheme == Uri.UriSchemeHttps && at.PathAndQuery == "/" && at.UserInfo.Length == 0 && at.Fragment.Length == 0) ? "Graph:NotifyAt is no address that Graph can reach: give https://HOST alone, such as https://help.district.example."
        : NotifyAt is not null && Calendar is null ? "Graph:NotifyAt needs Graph:Calendar: Graph tells of changes in that mailbox's calendar."
        : NotificationSecret is not null && !(NotificationSecret.Length is >= 32 and <= 128 && NotificationSecret.All(char.IsAsciiLetterOrDigit)) ? "Graph:NotificationSecret is no secret: give 32 to 128 letters and digits that a machine has chosen, or nothing."
        : AppTeamsId is not null && !Guid.TryParse(AppTeamsId, out _) ? "Graph:AppTeamsId is no id: copy the app id that the Teams admin center shows for the uploaded app."
        : Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(1) ? "Graph:Timeout is not between nothing and one minute."
        : null;

    /// <summary>Nothing of the settings: one of them is a secret.</summary>
    public override string ToString() => Section;

    private bool IsGraph(bool onLoopback) => Endpoint.AbsolutePath.TrimEnd('/') == "/v1.0" && Endpoint.Query.Length == 0 && Endpoint.UserInfo.Length == 0
        && ((Endpoint.Scheme == Uri.UriSchemeHttps && Endpoint.IsDefaultPort && Clouds.Contains(Endpoint.Host)) || (onLoopback && Endpoint.IsLoopback));

    // A template writes an empty value where a district leaves something out.
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static bool IsAddress(string address) =>
        MailAddress.TryCreate(address, out var read) && read.Address == address && address.All(c => char.IsAsciiLetterOrDigit(c) || ".@-_+".Contains(c, StringComparison.Ordinal));
}
