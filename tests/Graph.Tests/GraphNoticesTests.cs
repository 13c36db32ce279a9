using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cards.Tests;

namespace SupportBot.Graph.Tests;

/// <summary>Feed, mail and installation, as Graph sees them.</summary>
public sealed class GraphNoticesTests : IAsyncLifetime
{
    private const string Account = "00000000-0000-0000-0000-00000000000a", TeamsApp = "00000000-0000-0000-0000-0000000000ff";
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly NoticeContent Alert = new(NoticeSort.Alert, NoticeUrgency.Urgent, "K7-2M4", "Bullying report", "Riverbend High School", "4 minutes ago", new Uri("https://help.district.example/console/cases/K7-2M4")) { Say = ContentWords.English.Say };
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
    private FakeGraph _graph = null!;
    private GraphConnection _connection = null!;
    private GraphNotices _notices = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _notices = new GraphNotices(_connection = Connect(new GraphOptions { MailFrom = "support@district.example", AppTeamsId = TeamsApp }));
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_feed_notice_names_number_kind_and_school_and_leads_into_Teams()
    {
        Assert.Equal(NoticeResult.Sent, (await _notices.FeedAsync(Account, Alert, Never)).Result);
        var sent = Assert.Single(_graph.Requests);
        Assert.Equal($"users/{Account}/teamwork/sendActivityNotification", sent.Path);
        Assert.Equal(
            ["caseNumber=K7-2M4", "kind=Bullying report", "school=Riverbend High School"],
            sent.Json["templateParameters"]!.AsArray().Select(p => $"{(string?)p!["name"]}={(string?)p["value"]}"));
        Assert.Equal("caseAlert", (string?)sent.Json["activityType"]);
        Assert.Equal("Urgent. 4 minutes ago. Please acknowledge it right away.", (string?)sent.Json["previewText"]!["content"]);
        Assert.StartsWith($"https://teams.microsoft.com/l/entity/{TeamsApp}/console?", (string?)sent.Json["topic"]!["webUrl"], StringComparison.Ordinal);
        GraphContract.Check(_graph);
    }

    [Fact]
    public void Every_activity_type_and_every_place_in_its_template_is_the_manifests()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(At("manifest", "manifest.json")))!;
        var types = manifest["activities"]!["activityTypes"]!.AsArray();
        Assert.Equal(types.Select(t => (string)t!["type"]!).Order(), Enum.GetValues<NoticeSort>().Select(NoticeWords.ActivityType).Order());
        var places = NoticeWords.Parameters(Alert).Select(p => $"{{{p.Name}}}").Order().ToList();
        Assert.All(types, t => Assert.Equal(places, System.Text.RegularExpressions.Regex.Matches((string)t!["templateText"]!, @"\{\w+\}").Select(m => m.Value).Order()));
    }

    [Fact]
    public async Task A_mail_is_short_plain_and_from_the_configured_mailbox_and_no_copy_is_kept()
    {
        Assert.Equal(NoticeResult.Sent, (await _notices.MailAsync("maya@district.example", Alert, Never)).Result);
        var sent = Assert.Single(_graph.Requests);
        Assert.Equal("users/support@district.example/sendMail", sent.Path);
        Assert.False((bool)sent.Json["SaveToSentItems"]!);
        var message = sent.Json["Message"]!;
        Assert.Equal(("text", "high"), ((string?)message["body"]!["contentType"], (string?)message["importance"]));
        Assert.Equal("Urgent: case K7-2M4 needs you", (string?)message["subject"]);
        Assert.Equal("maya@district.example", (string?)Assert.Single(message["toRecipients"]!.AsArray())!["emailAddress"]!["address"]);
        var text = (string)message["body"]!["content"]!;
        foreach (var part in new[] { "Bullying report", "Riverbend High School", "4 minutes ago", "Urgent", "https://help.district.example/console/cases/K7-2M4", "write no names in mail" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1, 700);
        GraphContract.Check(_graph);
    }

    [Theory]
    [InlineData(NoticeSort.Ladder, NoticeUrgency.Critical, "Critical: nobody has acknowledged case K7-2M4", "caseLadder", "high")]
    [InlineData(NoticeSort.TaskDue, NoticeUrgency.Standard, "Task of case K7-2M4: 4 minutes ago", "taskDue", "normal")]
    [InlineData(NoticeSort.TaskOpened, NoticeUrgency.Standard, "2 tasks of case K7-2M4 are for you", "taskOpened", "normal")]
    [InlineData(NoticeSort.StepsWait, NoticeUrgency.Urgent, "Steps of case K7-2M4 wait for you", "stepsWait", "high")]
    [InlineData(NoticeSort.PersonWaiting, NoticeUrgency.Urgent, "Urgent: somebody waits for a person, case K7-2M4", "personWaiting", "high")]
    public async Task Each_reason_has_its_own_subject_and_activity_type(NoticeSort sort, NoticeUrgency urgency, string subject, string type, string importance)
    {
        var notice = Alert with { Sort = sort, Urgency = urgency, SchoolName = "", Console = null, Tasks = sort == NoticeSort.TaskOpened ? [("Call home", "due in 1 hour"), ("Write it down", "no time is set")] : [] };
        await _notices.MailAsync("maya@district.example", notice, Never);
        await _notices.FeedAsync(Account, notice, Never);
        var message = _graph.Of("sendMail")[0].Json["Message"]!;
        Assert.Equal((subject, importance), ((string?)message["subject"], (string?)message["importance"]));
        Assert.Contains("a school that is not known yet", (string?)message["body"]!["content"], StringComparison.Ordinal);
        Assert.Equal(type, (string?)_graph.Of("sendActivityNotification")[0].Json["activityType"]);
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task The_app_is_installed_with_the_one_consent_its_manifest_asks_for()
    {
        Assert.Equal(NoticeResult.Sent, (await _notices.InstallAsync(Account, Never)).Result);
        var sent = Assert.Single(_graph.Requests);
        Assert.EndsWith($"/v1.0/appCatalogs/teamsApps/{TeamsApp}", (string?)sent.Json["teamsApp@odata.bind"], StringComparison.Ordinal);
        var asked = JsonNode.Parse(File.ReadAllText(At("manifest", "manifest.json")))!["authorization"]!["permissions"]!["resourceSpecific"]!.AsArray();
        Assert.Equal(
            asked.Select(p => (string?)p!["name"]),
            sent.Json["consentedPermissionSet"]!["resourceSpecificPermissions"]!.AsArray().Select(p => (string?)p!["permissionValue"]));
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task Whoever_has_the_app_already_counts_as_installed()
    {
        _graph.On("installedApps", GraphReply.Error(409, "Conflict"));
        Assert.Equal(new NoticeOutcome(NoticeResult.Sent, Code: "was-there"), await _notices.InstallAsync(Account, Never));
    }

    [Theory]
    [InlineData(403, "Forbidden", NoticeResult.Unreachable, "not-installed")]
    [InlineData(404, "NotFound", NoticeResult.Unreachable, "no-account")]
    [InlineData(400, "BadRequest", NoticeResult.Unreachable, "BadRequest")]
    [InlineData(500, "UnknownError", NoticeResult.Later, "UnknownError")]
    [InlineData(401, "InvalidAuthenticationToken", NoticeResult.Later, "InvalidAuthenticationToken")]
    public async Task What_the_feed_answers_says_whether_the_person_can_be_reached(int status, string code, NoticeResult result, string told)
    {
        _graph.On("sendActivity", GraphReply.Error(status, code));
        Assert.Equal(new NoticeOutcome(result, Code: told), await _notices.FeedAsync(Account, Alert, Never));
    }

    [Theory]
    [InlineData(403, "ErrorAccessDenied", NoticeResult.Later, "ErrorAccessDenied", false)]
    [InlineData(404, "MailboxNotEnabledForRESTAPI", NoticeResult.Later, "MailboxNotEnabledForRESTAPI", false)]
    [InlineData(400, "ErrorInvalidRecipients", NoticeResult.Unreachable, "no-mailbox", true)]
    public async Task Where_our_own_mailbox_is_at_fault_nobody_is_called_unreachable_and_mail_is_down(int status, string code, NoticeResult result, string told, bool up)
    {
        _graph.On("sendMail", GraphReply.Error(status, code));
        Assert.Equal(new NoticeOutcome(result, Code: told), await _notices.MailAsync("maya@district.example", Alert, Never));
        Assert.Equal(up, _connection[GraphChannel.Mail].State.IsUp);
    }

    [Fact]
    public async Task Throttled_mail_says_how_long_and_is_not_tried_before()
    {
        _graph.Next("sendMail", GraphReply.Error(429, "ApplicationThrottled", "40"));
        Assert.Equal(new NoticeOutcome(NoticeResult.Later, TimeSpan.FromSeconds(40), "ApplicationThrottled"), await _notices.MailAsync("maya@district.example", Alert, Never));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new NoticeOutcome(NoticeResult.NotTried, TimeSpan.FromSeconds(30), "asked-to-wait"), await _notices.MailAsync("maya@district.example", Alert, Never));
        Assert.Equal(NoticeResult.Sent, (await _notices.FeedAsync(Account, Alert, Never)).Result);
        Assert.Single(_graph.Of("sendMail"));
    }

    [Fact]
    public async Task What_is_not_configured_is_not_asked_for()
    {
        using var connection = Connect(new GraphOptions());
        var notices = new GraphNotices(connection);
        Assert.Equal(NoticeResult.NotConfigured, (await notices.MailAsync("a@b.example", Alert, Never)).Result);
        Assert.Equal(NoticeResult.NotConfigured, (await notices.FeedAsync(Account, Alert, Never)).Result);
        Assert.Equal(NoticeResult.NotConfigured, (await notices.InstallAsync(Account, Never)).Result);
        using var without = Connect(new GraphOptions { AppTeamsId = TeamsApp, Install = false });
        Assert.Equal(NoticeResult.NotConfigured, (await new GraphNotices(without).InstallAsync(Account, Never)).Result);
        Assert.Empty(_graph.Requests);
    }

    [Fact]
    public async Task A_notice_is_in_the_language_of_whoever_is_told_and_a_mail_says_that_nobody_has_checked_the_translation()
    {
        var notice = Alert with { KindTitle = "Reporte de acoso", When = "hace 4 minutos", SchoolName = "", Console = null, Say = ContentWords.Spanish.Say, Unchecked = ContentWords.Spanish.Unchecked };
        await _notices.FeedAsync(Account, notice, Never);
        await _notices.MailAsync("maya@district.example", notice, Never);

        var (feed, mail) = (_graph.Requests.First().Json, _graph.Of("sendMail")[0].Json["Message"]!);
        Assert.Equal("Urgente. Hace 4 minutos. Por favor confírmelo enseguida.", (string?)feed["previewText"]!["content"]);
        Assert.Contains("una escuela que todavía no se sabe", feed["templateParameters"]!.AsArray().Select(p => (string?)p!["value"]));
        Assert.Equal("Urgente: el caso K7-2M4 necesita su atención", (string?)mail["subject"]);
        var body = (string?)mail["body"]!["content"];
        Assert.Contains("Qué: Reporte de acoso\r\nDónde: una escuela", body, StringComparison.Ordinal);
        Assert.Contains("Abra la consola.", body, StringComparison.Ordinal);
        Assert.Contains("ninguna persona ha revisado", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_has_no_place_for_anything_else()
    {
        Assert.Equal(
            ["CaseNumber", "Console", "KindTitle", "Say", "School", "SchoolName", "Sort", "Tasks", "Unchecked", "Urgency", "When"],
            typeof(NoticeContent).GetProperties().Where(p => p.Name != "EqualityContract").Select(p => p.Name).Order());
    }

    private GraphConnection Connect(GraphOptions options) =>
        new(options with { Enabled = true, Endpoint = _graph.Endpoint }, new AppTokens(new FakeCredential(), _clock), _clock, NullLoggerFactory.Instance, onLoopback: true);

    internal static string At(params string[] parts)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "SupportBot.sln"))) return Path.Combine([at.FullName, .. parts]);
        throw new InvalidOperationException("No SupportBot.sln above the tests.");
    }
}
