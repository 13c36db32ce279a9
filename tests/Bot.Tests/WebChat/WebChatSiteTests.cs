using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SupportBot.Bot.Tests.WebChat;

public sealed partial class WebChatSiteTests
{
    [Fact]
    public async Task Every_route_keeps_nothing_frames_nothing_and_sets_no_cookie()
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.RoutePattern.RawText!.StartsWith("/console", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(m => m != "CONNECT").Select(m => (Method: m, Path: e.RoutePattern.RawText!.Replace("{id}", "AAAAAAAAAAAAAAAAAAAAAA").Replace("{file}", "chat.js"))))
            .Append((Method: "GET", Path: "/chat/chat.css")).Append((Method: "GET", Path: "/lib/webchat.js")).Append((Method: "GET", Path: "/no-such-page")).Append((Method: "DELETE", Path: "/")).ToList();
        Assert.True(routes.Count > 14);

        foreach (var (method, path) in routes)
        {
            using var answer = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : throw new Xunit.Sdk.XunitException($"{method} {path} has no {name}");
            Assert.Equal("no-store", Header("Cache-Control"));
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("DENY", Header("X-Frame-Options"));
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
            Assert.Contains("geolocation=()", Header("Permissions-Policy"));
            Assert.StartsWith("default-src 'none';", Header("Content-Security-Policy"));
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"));
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
            Assert.False(answer.Headers.Contains("Server"), path);
        }
    }

    [Fact]
    public async Task Another_room_brings_its_own_headers()
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        using var answer = await http.GetAsync("console/inbox");

        Assert.Equal("console", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task The_page_shows_help_before_anything_else_and_without_a_script()
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        var page = new HtmlParser().ParseDocument(await http.GetStringAsync(""));

        var links = page.QuerySelectorAll("section.help .lines a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(["tel:911", "tel:988", "sms:988", "sms:741741?&body=HOME"], links);
        Assert.Equal("/help", page.QuerySelector("#not-safe")!.Closest("form")!.GetAttribute("action"));
        Assert.Contains("not a person", page.Body!.TextContent);
        Assert.Equal("Harbor <Valley> Schools", page.QuerySelector(".district")!.TextContent);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.True(page.QuerySelector("section.help")!.CompareDocumentPosition(page.QuerySelector("#chat")!).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
    }

    [Theory]
    [InlineData("", "es-MX,es;q=0.9,en;q=0.5", "es")]
    [InlineData("", "fr,zh-CN;q=0.8", "zh")]
    [InlineData("?lang=es", "en", "es")]
    [InlineData("?lang=xx", "en", "en")]
    [InlineData("", "canary", "en")]
    public async Task The_page_is_in_the_language_that_is_asked_for_or_the_browsers(string query, string accepted, string language)
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        var phrases = WebChatHost.Content.Phrasebook.In(language);

        foreach (var path in new[] { "", "help", "no-such-page", "breaks" })
        {
            using var answer = await http.GetAsync(path + query);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(!phrases.IsReviewed, page.Body!.TextContent.Contains(phrases["lookup.not-reviewed"], StringComparison.Ordinal));
            Assert.DoesNotContain("{{", page.DocumentElement.OuterHtml);
            Assert.DoesNotMatch(@"\[page\.", page.DocumentElement.OuterHtml);
        }
    }

    [Fact]
    public async Task Every_language_is_one_link_away_by_its_own_name()
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        var page = new HtmlParser().ParseDocument(await http.GetStringAsync("?lang=es"));

        Assert.Equal(WebChatHost.Content.Phrasebook.All.Select(p => p.Name), page.QuerySelectorAll(".languages a").Select(a => a.TextContent));
        Assert.Equal("Español", page.QuerySelector(".languages [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task The_page_fetches_nothing_from_another_host_and_runs_no_script_of_its_own_text()
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        var page = new HtmlParser().ParseDocument(await http.GetStringAsync(""));

        foreach (var element in page.QuerySelectorAll("[src], link[href]"))
        {
            var address = element.GetAttribute("src") ?? element.GetAttribute("href")!;
            Assert.True(address == "data:," || address.StartsWith('/'), address);
            if (address.StartsWith('/'))
                using (var answer = await http.GetAsync(address)) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.All(page.QuerySelectorAll("script"), s => Assert.Equal("", s.TextContent));
    }

    [Fact]
    public async Task A_nonce_is_used_once()
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        var nonces = new HashSet<string>();
        for (var i = 0; i < 10; i++)
        {
            using var answer = await http.GetAsync("");
            var nonce = Nonce().Match(answer.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;
            Assert.Contains($"data-nonce=\"{nonce}\"", await answer.Content.ReadAsStringAsync());
            Assert.True(nonces.Add(nonce));
        }
    }

    [Theory]
    [InlineData("help", 200)]
    [InlineData("no-such-page", 404)]
    [InlineData("breaks", 500)]
    public async Task Whatever_goes_wrong_shows_help_numbers(string path, int status)
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        using var answer = await http.GetAsync(path);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.All(new[] { "tel:911", "tel:988", "sms:988", "741741" }, number => Assert.Contains(number, text));
        Assert.DoesNotContain("<script", text);
        Assert.DoesNotContain("never shown", text);
    }

    [Fact]
    public async Task No_file_outside_the_two_folders_can_be_had()
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        foreach (var path in new[] { "lib/.assets", "lib/..%2f..%2fSupportBot.Bot.dll", "chat/%2e%2e%2flib%2fwebchat.js", "SupportBot.Bot.dll", "lib/webchat.js.br" })
            using (var answer = await http.GetAsync(path)) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_that_tells_who_was_here_is_logged()
    {
        await using var host = await WebChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "canary-agent");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "canary-language");
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "198.51.100.77");
        using (await http.GetAsync("?canary-query=1")) { }
        using var tab = await Tab.OpenAsync(host);
        using var socket = await tab.ListenAsync();
        var address = await tab.StreamUrlAsync("");
        await tab.SayAsync("canary-words");
        using (await tab.PostAsync("{\"type\":\"message\",\"text\":\"canary-bad")) { }

        Assert.NotEmpty(host.Logged);
        var secret = tab.Token.Split('.')[1];
        var ticket = address[(address.IndexOf("t=", StringComparison.Ordinal) + 2)..];
        foreach (var forbidden in new[] { "canary", "198.51.100.77", "127.0.0.1:", secret, ticket, "watermark=", "Set-Cookie" })
            Assert.DoesNotContain(host.Logged, line => line.Contains(forbidden) && !line.Contains("Now listening on"));
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
