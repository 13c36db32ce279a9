using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Directory;

namespace SupportBot.Graph.Tests;

/// <summary>People from groups of Microsoft Entra, over HTTP; every request is held against Graph's published schema.</summary>
public sealed class GraphPeopleTests : IAsyncLifetime
{
    private const string Counselors = "99999999-0000-4000-8000-000000000001", Staff = "99999999-0000-4000-8000-000000000002";
    private const string Maya = "11111111-0000-0000-0000-000000000001", Ben = "11111111-0000-0000-0000-000000000002", Student = "11111111-0000-0000-0000-000000000009";
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
    private readonly Dictionary<string, JsonObject> _accounts = [];
    private readonly Dictionary<string, List<string>> _members = new() { [Counselors] = [Maya], [Staff] = [Maya, Ben] };
    private readonly List<JsonObject> _changes = [];
    private FakeGraph _graph = null!;
    private GraphConnection _connection = null!;
    private GraphPeople _people = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _connection = new GraphConnection(new GraphOptions { Enabled = true, Endpoint = _graph.Endpoint }, new AppTokens(new FakeCredential(), TimeProvider.System), _clock, NullLoggerFactory.Instance, onLoopback: true);
        _people = People(new() { Id = Counselors, Post = "counselor@a" }, new() { Id = Counselors.ToUpperInvariant(), Post = "duty-counselor@district" }, new() { Id = Staff });
        Account(Maya, "Maya", "Okafor", "Maya.Okafor@example.org");
        Account(Ben, "Ben", "Park", "ben@example.org");
        Account(Student, "Sam", "Pupil", "sam@example.org");
        _graph.On("groups/", r => _members.TryGetValue(r.Path.Split('/')[1], out var ids) ? Page(ids.Where(_accounts.ContainsKey).Select(id => Selected(r, _accounts[id]))) : GraphReply.Error(404, "Request_ResourceNotFound"));
        _graph.On("users/", r => _accounts.TryGetValue(r.Path.Split('/')[1], out var account) ? GraphReply.Ok(account.ToJsonString()) : GraphReply.Error(404, "Request_ResourceNotFound"));
        _graph.On("users/delta", r => Changes(r.Query.Contains("latest", StringComparison.Ordinal) ? [] : _changes));
    }

    public async ValueTask DisposeAsync()
    {
        GraphContract.Check(_graph);
        _connection.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task Members_of_the_groups_are_people_with_the_roles_of_all_their_groups()
    {
        var rows = (await ReadAsync()).Rows;
        Assert.Equal([(Maya, "Maya Okafor", "Maya.Okafor@example.org", "+1 503 555 0131"), (Ben, "Ben Park", "ben@example.org", "+1 503 555 0131")], rows.Select(r => (r.EntraId!, r.Name, r.Mail, r.Phone!)));
        Assert.Equal(["counselor@a", "duty-counselor@district"], rows[0].Posts!);
        Assert.Empty(rows[1].Posts!);
        // Everybody else's account, students' among them, was never asked for.
        Assert.DoesNotContain(_graph.Requests, r => r.Path == "users" || (r.Path == "users/delta" && !r.Query.Contains("latest", StringComparison.Ordinal)));
        Assert.All(_graph.Of("transitiveMembers"), r => Assert.Equal("eventual", r.Headers["ConsistencyLevel"]));
    }

    [Fact]
    public async Task Afterwards_only_who_has_changed_or_come_is_read_again()
    {
        await ReadAsync();
        _graph.Requests.Clear();
        Account(Maya, "Maya", "Reyes", "maya.reyes@example.org");
        Account(Student, "Sam", "Other", "sam@example.org");
        _changes.AddRange([new() { ["id"] = Maya, ["surname"] = "Reyes" }, new() { ["id"] = Student }]);
        const string Eva = "11111111-0000-0000-0000-000000000003";
        Account(Eva, "Eva", "New", "eva@example.org");
        _members[Staff].Add(Eva);

        var rows = (await ReadAsync()).Rows;
        Assert.Equal(["Maya Reyes", "Ben Park", "Eva New"], rows.Select(r => r.Name));
        Assert.Equal([Eva, Maya], _graph.Requests.Where(r => r.Path.StartsWith("users/1", StringComparison.Ordinal)).Select(r => r.Path[6..]).Order().Reverse());
        Assert.All(_graph.Of("transitiveMembers"), r => Assert.Contains("select=id&", r.Query + "&"));
    }

    [Fact]
    public async Task Disabled_and_deleted_accounts_leave_and_so_does_who_left_the_groups()
    {
        await ReadAsync();
        _accounts[Maya]["accountEnabled"] = false;
        _accounts.Remove(Ben);
        _changes.AddRange([new() { ["id"] = Maya, ["accountEnabled"] = false }, new() { ["id"] = Ben, ["@removed"] = new JsonObject { ["reason"] = "deleted" } }]);
        Assert.Empty((await ReadAsync()).Rows);

        _accounts[Maya]["accountEnabled"] = true;
        Assert.Equal("Maya Okafor", Assert.Single((await ReadAsync()).Rows).Name);
        _members[Counselors].Clear();
        Assert.Empty(Assert.Single((await ReadAsync()).Rows).Posts!);
        _members[Staff].Clear();
        Assert.Empty((await ReadAsync()).Rows);
    }

    [Fact]
    public async Task A_link_that_Graph_has_forgotten_and_a_new_day_begin_anew()
    {
        await ReadAsync();
        _graph.Next("users/delta", GraphReply.Error(410, "syncStateNotFound"));
        Account(Maya, "Maya", "Reyes", "m@example.org");
        Assert.Equal("Maya Reyes", (await ReadAsync()).Rows[0].Name);

        Account(Maya, "Maya", "Untold", "m@example.org");
        Assert.Equal("Maya Reyes", (await ReadAsync()).Rows[0].Name);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Maya Untold", (await ReadAsync()).Rows[0].Name);
    }

    [Fact]
    public async Task Pages_are_followed_to_their_end()
    {
        var rest = $"{_graph.Endpoint}/groups/{Staff}/transitiveMembers/microsoft.graph.user?$select=id&$skiptoken=2";
        _graph.On($"groups/{Staff}", r => r.Query.Contains("skiptoken", StringComparison.Ordinal) ? Page([_accounts[Ben]]) : Page([_accounts[Maya]], rest));
        Assert.Equal(["Maya Okafor", "Ben Park"], (await ReadAsync()).Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task A_next_page_elsewhere_is_not_asked_for_and_refuses_the_reading()
    {
        await using var elsewhere = await FakeGraph.StartAsync();
        _graph.On($"groups/{Staff}", Page([_accounts[Maya]], $"{elsewhere.Endpoint}/groups/{Staff}/transitiveMembers/microsoft.graph.user"));
        Assert.Equal("foreign-address", (await ReadAsync()).Code);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData(403, "User.Read.All and GroupMember.Read.All"), InlineData(404, "Graph:Groups"), InlineData(500, "tried again")]
    public async Task A_group_that_cannot_be_read_refuses_everything_and_says_what_to_do(int status, string cure)
    {
        Assert.Equal(2, (await ReadAsync()).Rows.Count);
        _graph.Next($"groups/{Counselors}", GraphReply.Error(status, "x"));
        var reading = await ReadAsync();
        Assert.Equal(($"{status}", 0), (reading.Code, reading.Rows.Count));
        Assert.Contains(cure, reading.Sentence);
        Assert.DoesNotContain("words of the service", reading.Sentence);
        Assert.Equal(2, (await ReadAsync()).Rows.Count);
    }

    [Fact]
    public async Task Changes_that_were_told_to_a_reading_that_failed_are_not_lost()
    {
        await ReadAsync();
        Account(Maya, "Maya", "Reyes", "m@example.org");
        _changes.Add(new() { ["id"] = Maya });
        _graph.Next($"groups/{Counselors}", GraphReply.Error(500, "x"));
        Assert.NotNull((await ReadAsync()).Code);
        Assert.Equal("Maya Reyes", (await ReadAsync()).Rows[0].Name);
    }

    [Fact]
    public async Task It_waits_as_Graph_asks_and_asks_again_only_for_what_was_not_taken()
    {
        _graph.Next($"groups/{Counselors}", GraphReply.Error(429, "TooManyRequests", "7"));
        var before = _clock.GetUtcNow();
        Assert.Equal(2, (await ReadAsync(TimeSpan.FromSeconds(1))).Rows.Count);
        Assert.True(_clock.GetUtcNow() - before >= TimeSpan.FromSeconds(7));
        Assert.Equal((2, 1), (_graph.Of(Counselors).Count, _graph.Of(Staff).Count));
    }

    [Fact]
    public async Task A_wait_that_is_long_is_told_to_whoever_reads()
    {
        _graph.Next("users/delta", GraphReply.Error(429, "TooManyRequests", "300"));
        var reading = await ReadAsync();
        Assert.Equal(("TooManyRequests", TimeSpan.FromMinutes(5)), (reading.Code, reading.After));
    }

    [Fact]
    public async Task More_than_twenty_groups_go_in_several_batches()
    {
        var ids = Enumerable.Range(10, 45).Select(i => $"99999999-0000-4000-8000-0000000000{i}").ToList();
        foreach (var id in ids) _members[id] = [Maya];
        _people = People([.. ids.Select((id, i) => new GroupPost { Id = id, Post = $"role{i}@a" })]);
        Assert.Equal(45, Assert.Single((await ReadAsync()).Rows).Posts!.Count);
        Assert.Equal(45, _graph.Of("transitiveMembers").Count);
    }

    [Fact]
    public async Task Where_Graph_does_not_tell_who_is_disabled_nothing_is_taken()
    {
        _accounts[Ben].Remove("accountEnabled");
        var reading = await ReadAsync();
        Assert.Equal("no-account-state", reading.Code);
        Assert.Contains("User.Read.All", reading.Sentence);
    }

    private GraphPeople People(params GroupPost[] groups) => new(_connection, groups, _clock);

    private void Account(string id, string given, string surname, string mail) => _accounts[id] = new JsonObject
    {
        ["id"] = id, ["givenName"] = given, ["surname"] = surname, ["displayName"] = $"{surname}, {given}", ["mail"] = mail,
        ["userPrincipalName"] = mail, ["businessPhones"] = new JsonArray("+1 503 555 0131"), ["accountEnabled"] = true,
    };

    // As Graph: only what was asked for.
    private static JsonObject Selected(GraphRequest request, JsonObject account)
    {
        var query = Uri.UnescapeDataString(request.Query);
        return query.Contains("$select=id&", StringComparison.Ordinal) || query.EndsWith("$select=id", StringComparison.Ordinal) ? new JsonObject { ["id"] = (string)account["id"]! } : account;
    }

    private static GraphReply Page(IEnumerable<JsonObject> accounts, string? next = null)
    {
        var page = new JsonObject { ["value"] = new JsonArray([.. accounts.Select(a => JsonNode.Parse(a.ToJsonString()))]) };
        if (next is not null) page["@odata.nextLink"] = next;
        return GraphReply.Ok(page.ToJsonString());
    }

    private GraphReply Changes(IReadOnlyList<JsonObject> changed)
    {
        var page = JsonNode.Parse(Page(changed).Body!)!;
        page["@odata.deltaLink"] = $"{_graph.Endpoint}/users/delta?$deltatoken=abc";
        return GraphReply.Ok(page.ToJsonString());
    }

    private async Task<PeopleReading> ReadAsync(TimeSpan? step = null)
    {
        var reading = _people.ReadAsync(Never);
        // Lets the clock of the house run for whoever waits by it.
        while (step is { } time && !reading.IsCompleted)
        {
            await Task.WhenAny(reading, Task.Delay(20, Never));
            _clock.Advance(time);
        }

        return await reading;
    }
}
