using System.Text;
using System.Text.Json.Nodes;
using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>A bot, a place where files lie, and human resources who write to the bot in Teams.</summary>
internal sealed class HireWorld(RealBot bot, FakeConnector connector, FileHost files) : IAsyncDisposable
{
    public const string Header = "employee id,name,mail,role,school,first day,supervisor mail\n";

    // Maya is in the directory, Ana and Ben are not; Cy's school is nearly one.
    public const string List = Header
        + "E-100,Maya Okafor,maya.okafor@example.org,counselor,Riverbend High School,2026-11-02,ruth.abrams@example.org\n"
        + "E-101,Ana Lopez,ana.lopez@example.org,nurse,Heron Middle School,11/16/2026,\n"
        + "E-102,Ben Ochoa,ben.ochoa@example.org,nurse,district,17-Aug-2026,\n"
        + "E-103,Cy Ito,cy.ito@example.org,counselor,Heron Midle School,2026-11-02,\n";

    public static readonly CancellationToken Never = CancellationToken.None;

    public RealBot Bot => bot;

    public FakeConnector Connector => connector;

    public FileHost Files => files;

    public Staff Naomi { get; } = new(bot, connector, "naomi-fisher");

    public static async Task<HireWorld> OpenAsync(params (string Key, string Value)[] settings) =>
        new(await RealBot.BuildAsync("Development", [("Teams:PublicAddress", "https://support.example.org"), .. settings]), await FakeConnector.StartAsync(), await FileHost.StartAsync());

    public Staff Staff(string person) => new(bot, connector, person);

    /// <summary>Drops a file as Teams does, and says what the bot answers.</summary>
    public async Task<string> DropAsync(Staff staff, string list, string ending = "csv")
    {
        files.Give(Encoding.UTF8.GetBytes(list));
        return await DropLinkAsync(staff, ending: ending);
    }

    /// <summary>The same with whatever the place gives.</summary>
    public async Task<string> DropLinkAsync(Staff staff, string? link = null, string ending = "csv")
    {
        var before = connector.Calls.Count;
        await staff.SendAsync(Dropped(link ?? $"{files.Address}/personal/hires.csv?tempauth=secret-of-the-link", ending));
        return Said(staff, before);
    }

    public static JsonObject Dropped(string link, string ending) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["contentUrl"] = "https://district-my.sharepoint.com/personal/hires.csv", ["name"] = $"hires.{ending}",
            ["content"] = new JsonObject { ["downloadUrl"] = link, ["uniqueId"] = "1150D938-8870-4044-9F2C-5BBDEBA70C9D", ["fileType"] = ending },
        }),
    };

    public async Task<string> SayAsync(Staff staff, string text)
    {
        var before = connector.Calls.Count;
        await staff.SayAsync(text);
        return Said(staff, before);
    }

    public async Task<string> PressAsync(Staff staff, JsonNode card, string title, params (string Field, string Value)[] entries)
    {
        var before = connector.Calls.Count;
        var (status, body) = await staff.FillAsync(card, title, entries);
        Assert.Equal(200, status);
        return Said(staff, before) + System.Text.RegularExpressions.Regex.Unescape(body!.ToJsonString());
    }

    public string Said(Staff staff, int since) => string.Join("\n", connector.Calls.Skip(since).Where(c => c.Path.Contains($"/conversations/{staff.Conversation}/", StringComparison.Ordinal)).Select(c => System.Text.RegularExpressions.Regex.Unescape(c.Body)));

    public async Task<IReadOnlyList<string>> KeptAsync() => [.. (await bot.Get<IHireBook>().AllAsync(Never)).Select(h => h.EmployeeId).Order(StringComparer.Ordinal)];

    /// <summary>What the audit says of imports: how many new, how many put right.</summary>
    public async Task<IReadOnlyList<string>> ImportsAsync() => [.. (await bot.Cases.TimelineAsync(Guid.Empty, Never)).Where(a => a.Action == AuditAction.HiresBrought).Select(a => a.Subject)];

    public async ValueTask DisposeAsync()
    {
        await connector.DisposeAsync();
        await bot.DisposeAsync();
        await files.DisposeAsync();
    }
}
