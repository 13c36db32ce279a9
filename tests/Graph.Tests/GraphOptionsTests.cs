using Microsoft.Extensions.Logging.Abstractions;

namespace SupportBot.Graph.Tests;

/// <summary>What is configured wrongly is said in a sentence, and nothing is connected.</summary>
public sealed class GraphOptionsTests
{
    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0")]
    [InlineData("https://graph.microsoft.com/v1.0/")]
    [InlineData("https://graph.microsoft.us/v1.0")]
    [InlineData("https://microsoftgraph.chinacloudapi.cn/v1.0")]
    public void Microsofts_clouds_are_taken(string endpoint) =>
        Assert.Null(new GraphOptions { Enabled = true, Endpoint = new Uri(endpoint) }.Fault(onLoopback: false));

    [Theory]
    [InlineData("http://graph.microsoft.com/v1.0")]
    [InlineData("https://graph.microsoft.com/beta")]
    [InlineData("https://graph.microsoft.com")]
    [InlineData("https://graph.microsoft.com:8443/v1.0")]
    [InlineData("https://graph.microsoft.com.evil.example/v1.0")]
    [InlineData("https://graph.microsoft.com@evil.example/v1.0")]
    [InlineData("https://me@graph.microsoft.com/v1.0")]
    [InlineData("http://127.0.0.1:8080/v1.0")]
    public void Any_other_address_gets_no_token(string endpoint)
    {
        var options = new GraphOptions { Enabled = true, Endpoint = new Uri(endpoint) };
        Assert.Contains("Graph:Endpoint", options.Fault(onLoopback: false), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GraphConnection(options, new AppTokens(new FakeCredential(), TimeProvider.System), TimeProvider.System, NullLoggerFactory.Instance));
    }

    [Fact]
    public void A_calendar_that_is_no_mail_address_is_named() =>
        Assert.Contains("Graph:Calendar", new GraphOptions { Enabled = true, Calendar = "trainings" }.Fault(onLoopback: false), StringComparison.Ordinal);

    [Theory]
    [InlineData("support", null, null, "Graph:MailFrom")]
    [InlineData("Support <support@district.example>", null, null, "Graph:MailFrom")]
    [InlineData("a/b@district.example", null, null, "Graph:MailFrom")]
    [InlineData(null, "supportbot", null, "Graph:AppTeamsId")]
    [InlineData(null, null, "mine", "Graph:AppId")]
    public void What_is_wrong_is_named(string? mail, string? teams, string? app, string named)
    {
        var options = new GraphOptions { Enabled = true, MailFrom = mail, AppTeamsId = teams, AppId = app };
        Assert.Contains(named, options.Fault(onLoopback: false), StringComparison.Ordinal);
        Assert.Null((options with { Enabled = false }).Fault(onLoopback: false));
    }
}
