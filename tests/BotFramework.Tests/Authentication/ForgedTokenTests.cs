using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using SupportBot.Connector;
using static SupportBot.BotFramework.Tests.TokenBench;

namespace SupportBot.BotFramework.Tests;

public sealed class ForgedTokenTests : IAsyncLifetime
{
    private FakeOidc _service;
    private FakeOidc _trap;
    private ConnectorAuthentication _authentication;
    private BotHost _host;
    private int _turns;

    public static TheoryData<string> Names { get; } = new(TokenVariants.All("http://127.0.0.1:9").Keys);

    public async ValueTask InitializeAsync()
    {
        _service = await FakeOidc.StartAsync();
        _service.Published = TokenVariants.Keys;
        _trap = await FakeOidc.StartAsync();
        _authentication = Authentication(Trust(new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration")));
        _host = await BotHost.StartAsync(new CloudAdapter(_authentication), (_, _) => { Interlocked.Increment(ref _turns); return Task.CompletedTask; });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _authentication.Dispose();
        await _service.DisposeAsync();
        await _trap.DisposeAsync();
    }

    [Fact]
    public void There_are_65_variants() => Assert.Equal(65, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Only_what_is_legal_gets_a_turn(string name)
    {
        var (header, body) = TokenVariants.All(_trap.Address)[name];
        var benign = name.EndsWith("benign", StringComparison.Ordinal);
        // HTTP cannot carry a newline in a header; the same text goes to the door behind it.
        if (header?.Contains('\n') == true)
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _authentication.AuthenticateRequestAsync(Activity(body), header, default));
        else
            Assert.Equal((benign ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, ""), await PostAsync(header, body));
        Assert.Equal(benign ? 1 : 0, _turns);
        Assert.Equal((0, 0, 0), (_trap.MetadataReads, _trap.KeyReads, _trap.OtherReads));
        Assert.Empty(_host.Calls);
    }

    [Fact]
    public async Task A_genuine_token_gets_its_turn()
    {
        Assert.Equal((HttpStatusCode.OK, ""), await PostAsync("Bearer " + Token(), Body()));
        Assert.Equal(1, _turns);
    }

    [Theory]
    [InlineData("no-endorsement")]
    [InlineData("directline-only")]
    public async Task A_key_signs_for_the_channels_it_is_endorsed_for_only(string kid)
    {
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await PostAsync("Bearer " + Token(Header(kid)), Body()));
        Assert.Equal(0, _turns);
    }

    [Theory]
    [InlineData("{\"alg\":\"RS256\",\"kid\":\"genuine-1\",\"\\u0061lg\":\"RS256\"}")]
    [InlineData("{\"alg\":\"RS256\",\"kid\":\"genuine-1\",\"typ\":\"JWE\"}")]
    [InlineData("{\"alg\":\"RS256\",\"kid\":\"genuine-1\"} ,")]
    [InlineData("[\"RS256\"]")]
    [InlineData("{\"alg\":\"RS256\",\"kid\":7}")]
    [InlineData("{\"alg\":\"RS256\",\"kid\":\"genuine-1\",\"x\":\"\\ud800\"}")]
    public async Task A_header_is_read_in_one_way_or_not_at_all(string header) =>
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await PostAsync("Bearer " + Token(header, Claims().ToJsonString()), Body()));

    [Fact]
    public async Task A_signature_can_be_written_in_one_way_only()
    {
        var token = Token();
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // 256 bytes leave four bits of the last letter unused.
        var other = token[..^1] + Letters[Letters.IndexOf(token[^1], StringComparison.Ordinal) ^ 1];
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await PostAsync("Bearer " + other, Body()));
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await PostAsync("Bearer " + token + "==", Body()));
    }

    [Theory]
    [InlineData(Tenant, null, true)]
    [InlineData(null, Tenant, true)]
    [InlineData(Tenant, OtherTenant, false)]
    [InlineData(OtherTenant, Tenant, false)]
    [InlineData(OtherTenant, null, false)]
    [InlineData(null, null, false)]
    public async Task A_single_tenant_bot_serves_its_tenant_and_the_activity_must_not_contradict_itself(string conversation, string data, bool served)
    {
        var answer = await PostAsync("Bearer " + Token(), Tenanted(conversation, data));
        Assert.Equal(served ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.Status);
    }

    [Theory]
    [InlineData("", OtherTenant, true)]
    [InlineData("", null, true)]
    [InlineData(Tenant, Tenant, true)]
    [InlineData(Tenant, OtherTenant, false)]
    [InlineData(Tenant, null, false)]
    public async Task A_multi_tenant_bot_serves_the_tenants_it_names_or_any(string named, string sender, bool served)
    {
        using var authentication = Authentication(Trust(_service.Metadata) with { Registration = AppRegistration.MultiTenant, TenantId = null, AllowedTenants = named.Length == 0 ? [] : [named], Metadata = new Uri("https://login.botframework.com/x") });
        var call = () => authentication.AuthenticateRequestAsync(Activity(Tenanted(sender, sender)), "Bearer " + Token(), default);
        if (served)
            Assert.Equal("urn:botframework:azure", (await call()).CallerId);
        else
            await Assert.ThrowsAsync<UnauthorizedAccessException>(call);
    }

    [Fact]
    public async Task A_refused_request_is_refused_before_its_body_is_read()
    {
        // A body of a million bytes is announced and never sent: whoever waits for it never answers.
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _host.Client.BaseAddress.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\nAuthorization: Bearer {new string('a', 17_000)}\r\n\r\n"));
        using var reader = new StreamReader(socket.GetStream());
        Assert.Equal("HTTP/1.1 401 Unauthorized", await reader.ReadLineAsync());
    }

    private static JsonObject Tenanted(string conversation, string data) => Body()
        .With("conversation", new JsonObject { ["id"] = "c1", ["tenantId"] = conversation })
        .With("channelData", data is null ? new JsonObject() : new JsonObject { ["tenant"] = new JsonObject { ["id"] = data } });

    // The door is that of production; only the keys come from this computer.
    private ConnectorAuthentication Authentication(ChannelTrust trust) =>
        new(trust, Trust(_service.Metadata) with { AllowLoopback = true }, new RecordedTokens(), null, null);

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string header, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (header is not null)
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", header));
        using var response = await _host.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
