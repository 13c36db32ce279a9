using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Directory;

namespace SupportBot.Graph.Tests;

/// <summary>Hires from groups of Microsoft Entra, over HTTP; every request is held against Graph's published schema.</summary>
public sealed class GraphHiresTests : IAsyncLifetime
{
    private const string Nurses = "99999999-0000-4000-8000-000000000001", New = "99999999-0000-4000-8000-000000000002";
    private const string Ana = "11111111-0000-0000-0000-000000000001", Ben = "11111111-0000-0000-0000-000000000002";
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
    private readonly Dictionary<string, JsonObject> _accounts = [];
    private readonly Dictionary<string, List<string>> _members = new() { [Nurses] = [Ana], [New] = [Ana, Ben] };
    private FakeGraph _graph = null!;
    private GraphConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _connection = new GraphConnection(new GraphOptions { Enabled = true, Endpoint = _graph.Endpoint }, new AppTokens(new FakeCredential(), TimeProvider.System), _clock, NullLoggerFactory.Instance, onLoopback: true);
        Account(Ana, "Ana", "Lopez", "Ana.Lopez@example.org");
        Account(Ben, "Ben", "Ochoa", "ben.ochoa@example.org");
        _graph.On("groups/", r => _members.TryGetValue(r.Path.Split('/')[1], out var ids) ? Page(ids.Where(_accounts.ContainsKey).Select(id => _accounts[id])) : GraphReply.Error(404, "Request_ResourceNotFound"));
        _graph.On("users/", r => r.Path == $"users/{Ana}/manager" ? GraphReply.Ok("""{"@odata.type":"#microsoft.graph.user","id":"11111111-0000-0000-0000-000000000099","mail":"lead@example.org","userPrincipalName":"lead@example.org"}""") : GraphReply.Error(404, "Request_ResourceNotFound"));
    }

    public async ValueTask DisposeAsync()
    {
        GraphContract.Check(_graph);
        _connection.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task Members_are_hires_with_what_their_accounts_tell_each_once()
    {
        var read = await ReadAsync();
        Assert.Null(read.Refused);
        Assert.Equal(
            [new HireText("E-Ana", "Ana Lopez", "Ana.Lopez@example.org", "nurse", "heron-middle", "2026-11-02", "lead@example.org"), new HireText("E-Ben", "Ben Ochoa", "ben.ochoa@example.org", "Counselor", "North Office", "2026-11-02", null)],
            read.Hires);
        Assert.All(_graph.Of("transitiveMembers"), r => Assert.Equal("eventual", r.Headers["ConsistencyLevel"]));
        Assert.DoesNotContain(_graph.Requests, r => r.Path is "users" or "users/delta");
    }

    [Fact]
    public async Task What_an_account_does_not_tell_is_left_out_and_disabled_accounts_are_nobodys()
    {
        _accounts[Ana].Remove("employeeId");
        _accounts[Ana].Remove("employeeHireDate");
        _accounts[Ben]["accountEnabled"] = false;
        var hire = Assert.Single((await ReadAsync()).Hires);
        Assert.Equal((null, null, "Ana Lopez"), (hire.EmployeeId, hire.FirstDay, hire.Name));
    }

    [Fact]
    public async Task Pages_are_followed_to_their_end()
    {
        var rest = $"{_graph.Endpoint}/groups/{New}/transitiveMembers/microsoft.graph.user?$select=id&$skiptoken=2";
        _graph.On($"groups/{New}", r => r.Query.Contains("skiptoken", StringComparison.Ordinal) ? Page([_accounts[Ben]]) : Page([_accounts[Ana]], rest));
        Assert.Equal(["E-Ana", "E-Ben"], (await ReadAsync()).Hires.Select(h => h.EmployeeId));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Where_Graph_asks_to_wait_it_is_waited_and_read_whole(int status)
    {
        _graph.Next("groups/", GraphReply.Error(status, "TooManyRequests", "2"));
        Assert.Equal(2, (await ReadAsync(TimeSpan.FromSeconds(1))).Hires.Count);
    }

    [Fact]
    public async Task Nobody_waits_for_Graph_longer_than_a_page_can()
    {
        _graph.On("groups/", _ => GraphReply.Error(429, "TooManyRequests", "20"));
        Assert.Contains("does not answer in time", (await ReadAsync(TimeSpan.FromSeconds(1))).Refused);
    }

    [Theory]
    [InlineData(403, "Authorization_RequestDenied", "Grant the app the permissions User.Read.All and GroupMember.Read.All.")]
    [InlineData(404, "Request_ResourceNotFound", "Correct its object id in Hires:Groups")]
    public async Task A_group_that_cannot_be_read_refuses_the_reading_and_says_what_to_do(int status, string code, string cure)
    {
        _graph.On($"groups/{New}", _ => GraphReply.Error(status, code));
        var read = await ReadAsync();
        Assert.Contains(cure, read.Refused);
        Assert.Empty(read.Hires);
    }

    [Fact]
    public async Task Where_Graph_does_not_tell_who_is_disabled_nothing_is_taken()
    {
        _accounts[Ben].Remove("accountEnabled");
        Assert.Contains("User.Read.All", (await ReadAsync()).Refused);
    }

    private async Task<HireSourceReading> ReadAsync(TimeSpan? step = null)
    {
        var reading = new GraphHires(_connection, [new HireGroup { Id = Nurses, Role = "nurse", School = "heron-middle" }, new HireGroup { Id = New }], _clock).ReadAsync(Never);
        // Lets the clock of the house run for whoever waits by it.
        while (step is { } time && !reading.IsCompleted)
        {
            await Task.WhenAny(reading, Task.Delay(20, Never));
            _clock.Advance(time);
        }

        return await reading;
    }

    private void Account(string id, string given, string surname, string mail) => _accounts[id] = new JsonObject
    {
        ["id"] = id, ["givenName"] = given, ["surname"] = surname, ["displayName"] = $"{surname}, {given}", ["mail"] = mail, ["userPrincipalName"] = mail, ["accountEnabled"] = true,
        ["employeeId"] = $"E-{given}", ["employeeHireDate"] = "2026-11-02T00:00:00Z", ["jobTitle"] = "Counselor", ["officeLocation"] = "North Office",
    };

    private static GraphReply Page(IEnumerable<JsonObject> accounts, string? next = null)
    {
        var page = new JsonObject { ["value"] = new JsonArray([.. accounts.Select(a => JsonNode.Parse(a.ToJsonString()))]) };
        if (next is not null) page["@odata.nextLink"] = next;
        return GraphReply.Ok(page.ToJsonString());
    }
}
