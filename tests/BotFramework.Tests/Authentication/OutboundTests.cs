using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SupportBot.Connector;
using static SupportBot.BotFramework.Tests.TokenBench;

namespace SupportBot.BotFramework.Tests;

/// <summary>With what right the bot calls, whom it calls, and what became of it.</summary>
public sealed class OutboundTests : IAsyncLifetime
{
    private readonly RecordedTokens _tokens = new();
    private BotHost _host;
    private ConnectorAuthentication _authentication;

    public async ValueTask InitializeAsync()
    {
        _host = await BotHost.StartAsync(new CloudAdapter(), (_, _) => Task.CompletedTask);
        _authentication = new ConnectorAuthentication(Trust(new Uri("https://login.example.test/x")) with { AllowLoopback = true }, _tokens);
    }

    public async ValueTask DisposeAsync()
    {
        _authentication.Dispose();
        await _host.DisposeAsync();
    }

    public static TheoryData<string> Elsewhere { get; } = new(
        "https://evil.example/", "http://smba.trafficmanager.net/", "https://smba.trafficmanager.net:8443/", "https://smba.trafficmanager.net:80/",
        "https://smba.trafficmanager.net./", "https://smba.trafficmanager.net.evil.example/", "https://evilsmba.trafficmanager.net/", "https://evil.trafficmanager.net/",
        "https://smba.trafficmanager.net@evil.example/", "https://user:pw@smba.trafficmanager.net/", "https://smba.trafficmanager.net%2eevil.example/",
        "https://smba.trafficmanager.net\\@evil.example/", "https://smba.trafficmanager.net/?q=1", "https://smba.trafficmanager.net/#f", "https://smba.trafficmanager.net/../x",
        "https://smba.trafficmanager.net//x", "https://smba.trafficmanager.net/%2e%2e", " https://smba.trafficmanager.net/", "https://smba.trafficmanager.net/ ",
        "https://smba.trafficmanager.net\t/", "https://smba.trafficm\u0430nager.net/", "https://smba。trafficmanager。net/", "https://ｓmba.trafficmanager.net/",
        "https:smba.trafficmanager.net", "//smba.trafficmanager.net/", "smba.trafficmanager.net", "file:///etc/passwd", "ftp://smba.trafficmanager.net/", "gopher://127.0.0.1/", "",
        "http://{0}.evil.example/", "http://2130706433:{1}/", "http://0x7f000001:{1}/", "http://0177.0.0.1:{1}/", "http://127.1:{1}/", "http://127.0.0.2:{1}/", "http://0.0.0.0:{1}/",
        "http://[::ffff:127.0.0.1]:{1}/", "http://[0:0:0:0:0:0:0:1]:{1}/", "http://[::]:{1}/", "http://localhost.:{1}/", "http://127.0.0.1.:{1}/", "http://evil@127.0.0.1:{1}/",
        "http://localtest.evil.example:{1}/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.0.1:{1}/", "http://127.0.0.1:{1}/?x", "http://127.0.0.1:99999/");

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Nothing_is_connected_to_and_no_token_is_asked_for_where_an_address_is_not_a_trusted_one(string shape)
    {
        var address = shape.Replace("{0}", "127.0.0.1", StringComparison.Ordinal).Replace("{1}", $"{new Uri(_host.ServiceUrl).Port}", StringComparison.Ordinal);
        var factory = _authentication.CreateConnectorFactory(null);
        await Assert.ThrowsAsync<RefusedAddressException>(() => factory.CreateAsync(address, null, default));
        Assert.Throws<RefusedAddressException>(() => _authentication.CreateUnretriedConnector(address));
        Assert.Throws<RefusedAddressException>(() => Development().CreateUnretriedConnector(address));
        Assert.Empty(_host.Calls);
        Assert.Empty(_tokens.Asked);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net/")]
    [InlineData("http://localhost@evil.example/")]
    public async Task Without_an_app_id_no_other_computer_is_called(string address)
    {
        using var connector = await Development().CreateConnectorFactory(null).CreateAsync(address, null, default);
        await Assert.ThrowsAsync<RefusedAddressException>(() => SayAsync(connector));
    }

    [Fact]
    public async Task An_address_that_is_changed_behind_the_connectors_back_is_looked_at_again()
    {
        using var connector = _authentication.CreateUnretriedConnector(_host.ServiceUrl);
        connector.BaseUri = new Uri("https://evil.example/");
        var thrown = await Assert.ThrowsAsync<RefusedAddressException>(() => SayAsync(connector));
        Assert.Equal(ConnectorFailureKind.Refused, ConnectorFailure.Of(thrown).Kind);
        Assert.Empty(_tokens.Asked);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("52.112.0.1", true)]
    [InlineData("2603:1063::1", true)]
    public void Only_the_open_internet_is_connected_to(string address, bool open) => Assert.Equal(open, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_to_this_computer_is_not_connected_to()
    {
        using var http = new HttpClient(GuardedSockets.MakeHandler(allowLoopback: false));
        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://localhost:{new Uri(_host.ServiceUrl).Port}/")));
        Assert.IsType<RefusedAddressException>(thrown.InnerException);
        Assert.Equal(ConnectorFailureKind.Refused, ConnectorFailure.Of(thrown).Kind);
        Assert.Empty(_host.Calls);
    }

    [Fact]
    public async Task A_call_shows_the_token_of_its_channel_and_hands_it_to_nobody()
    {
        using var connector = _authentication.CreateUnretriedConnector(_host.ServiceUrl);
        using var answer = await connector.Conversations.SendToConversationWithHttpMessagesAsync("c1", MessageFactory.Text("hi"));
        Assert.Equal("Bearer token-1", Assert.Single(_host.Authorizations));
        Assert.Equal(["https://api.botframework.com/.default"], _tokens.Asked);
        Assert.Null(answer.Request.Headers.Authorization);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_replaced_once()
    {
        _host.Answer = n => n == 0 ? (401, "", null) : (200, """{"id":"x"}""", null);
        using var connector = _authentication.CreateUnretriedConnector(_host.ServiceUrl);
        await SayAsync(connector);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], _host.Authorizations);

        _host.Answer = _ => (401, "", null);
        Assert.Equal(ConnectorFailureKind.OurCredentials, (await FailAsync(connector)).Kind);
        Assert.Equal(4, _host.Calls.Count);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        _tokens.Instead = () => throw new InvalidOperationException("no identity");
        using var connector = _authentication.CreateUnretriedConnector(_host.ServiceUrl);
        Assert.Equal(ConnectorFailureKind.OurCredentials, (await FailAsync(connector)).Kind);
        Assert.Empty(_host.Calls);
    }

    [Theory]
    [InlineData(429, ConnectorFailureKind.Throttled)]
    [InlineData(408, ConnectorFailureKind.Ambiguous)]
    [InlineData(412, ConnectorFailureKind.Ambiguous)]
    [InlineData(500, ConnectorFailureKind.Ambiguous)]
    [InlineData(502, ConnectorFailureKind.Ambiguous)]
    [InlineData(503, ConnectorFailureKind.Ambiguous)]
    [InlineData(504, ConnectorFailureKind.Ambiguous)]
    [InlineData(403, ConnectorFailureKind.Unreachable)]
    [InlineData(404, ConnectorFailureKind.Unreachable)]
    [InlineData(413, ConnectorFailureKind.TooLarge)]
    [InlineData(400, ConnectorFailureKind.Refused)]
    [InlineData(307, ConnectorFailureKind.Refused)]
    public async Task What_the_channel_answers_is_not_tried_again_and_says_what_to_do(int status, ConnectorFailureKind kind)
    {
        _host.Answer = _ => (status, """{"error":{"code":"MessageWritesBlocked","message":"words"}}""", status == 429 ? "7" : null);
        using var connector = _authentication.CreateUnretriedConnector(_host.ServiceUrl);
        var failure = await FailAsync(connector);
        Assert.Equal((kind, status, "MessageWritesBlocked", status == 429 ? TimeSpan.FromSeconds(7) : null), (failure.Kind, failure.Status, failure.Code, failure.RetryAfter));

        using var development = Development().CreateUnretriedConnector(_host.ServiceUrl);
        Assert.Equal(kind, (await FailAsync(development)).Kind);
        Assert.Equal(["Bearer token-1", ""], _host.Authorizations);
    }

    [Fact]
    public async Task A_channel_that_cannot_be_connected_to_is_ambiguous_and_what_is_no_call_is_nothing()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var connector = _authentication.CreateUnretriedConnector($"http://127.0.0.1:{port}/");
        Assert.Equal(ConnectorFailureKind.Ambiguous, (await FailAsync(connector)).Kind);
        Assert.Null(ConnectorFailure.Of(new InvalidOperationException()));
    }

    private static DevelopmentAuthentication Development() => new(ConnectorHttp.Shared);

    private static Task<ResourceResponse> SayAsync(IConnectorClient connector) => connector.Conversations.SendToConversationAsync("c1", MessageFactory.Text("hi"));

    private static async Task<ConnectorFailure> FailAsync(IConnectorClient connector) => ConnectorFailure.Of(await Assert.ThrowsAnyAsync<Exception>(() => SayAsync(connector)));
}
