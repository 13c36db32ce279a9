using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>What every page owes, whatever it shows.</summary>
public class EdgeTests
{
    private static readonly string[] Pages = ["/console", "/console/inbox/alerts", "/console/cases", "/console/cases/K7M-2QD", "/console/protocols", "/console/protocols/bullying-report/1", "/console/protocols/bullying-report/versions", "/console/protocols/bullying-report/1/try", "/console/training/overdue", "/console/sign-in", "/console/cases/ZZZ-ZZZ", "/console/nowhere"];

    public static TheoryData<string> Injections() =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "'><b>x</b>", "</textarea><script>1</script>", "</dd></dl><form action=//evil.example>",
        "<!-- x -->", "&lt;b&gt;", "{{DATE(2026-01-01T00:00:00Z, SHORT)}}", "${7*7}", "@(7*7)", "@Model.Me", "[link](https://evil.example)", "**bold** _it_ `code`",
        "javascript:alert(1)", "<a href=\"javascript:alert(1)\">x</a>", "<meta http-equiv=refresh content=0>", "<base href=//evil.example>", "<style>*{display:none}</style>", "\u0007bell",
    ];

    [Fact]
    public async Task Every_page_carries_the_protection()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD"));
        var maya = await host.SignInAsync("maya-okafor");
        foreach (var path in Pages)
        {
            var headers = (await maya.GetAsync(path)).Headers;
            Assert.Equal("no-store", headers["Cache-Control"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            var policy = headers["Content-Security-Policy"];
            foreach (var rule in new[] { "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'", "form-action 'self'", "frame-src 'self'", "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft", "base-uri 'none'" })
                Assert.Contains(rule, policy.Split(';', StringSplitOptions.TrimEntries));
        }

        Assert.Equal("no-store", (await host.Visit().GetAsync("/console")).Headers["Cache-Control"]);
        var drawing = (await maya.GetAsync("/console/protocols/bullying-report/1/drawing")).Headers["Content-Security-Policy"];
        Assert.Contains("sandbox allow-scripts", drawing);
        Assert.Contains("style-src 'self' 'unsafe-inline'", drawing);
        Assert.DoesNotContain("connect-src", drawing);
    }

    [Fact]
    public async Task No_page_has_an_inline_style_or_an_inline_script()
    {
        await using var host = new ConsoleHost();
        var @case = host.Alerted(host.Opened("K7M-2QD", severity: Severity.Critical), ["counselor"], climbs: 2);
        host.Book.Put(@case);
        host.Book.Deliver("maya-okafor", @case.Case, "a1", host.Clock.GetUtcNow());
        var maya = await host.SignInAsync("maya-okafor");
        foreach (var path in Pages)
        {
            var page = (await maya.GetAsync(path)).Page;
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
            Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_form_is_taken_without_its_antiforgery_token()
    {
        await using var host = new ConsoleHost();
        var @case = host.Book.Put(host.Alerted(host.Opened("K7M-2QD"), ["counselor"]));
        var maya = await host.SignInAsync("maya-okafor");
        var routes = host.Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!.Replace("{number}", "K7M-2QD", StringComparison.Ordinal).Replace("{id}", "bullying-report", StringComparison.Ordinal).Replace("{id:guid}", $"{Guid.NewGuid():D}", StringComparison.Ordinal).Replace("{version:int}", "1", StringComparison.Ordinal).Replace("{place:int}", "1", StringComparison.Ordinal)).Distinct();
        string[] verbs = ["open", "ask", "note", "task", "handover", "acknowledge", "assign", "transfer", "keepout", "move", "close", "reopen", "agree", "child", "relate", "merge", "hold", "lift", "keep", "stepaside", "begin", "take", "fetch"];
        var paths = routes.SelectMany(r => r.Contains("{handler?}", StringComparison.Ordinal) ? verbs.Select(v => r.Replace("{handler?}", v, StringComparison.Ordinal)) : [r]).ToList();
        Assert.True(paths.Count > verbs.Length + 5);
        string[] hidden = ["console/reach", "console/people", "console/training/hires", "console/training/compliance", "console/training/earlier", "console/public-log"];
        foreach (var path in paths)
            // A counselor is not even told that the pages of reach, of people, of the public log, of human resources and of earlier trainings exist.
            Assert.Equal((path, hidden.Any(path.Contains) ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest), (path, (await maya.PostBareAsync($"/{path.TrimStart('/')}", [("alert", "a1"), ("text", "x"), ("person", "marcus-bell")])).Status));
        Assert.Equal(1, host.Book.Get(@case.Id).Revision);
    }

    [Fact]
    public async Task A_form_that_could_lie_in_a_temporary_file_or_is_too_large_is_refused()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD"));
        var maya = await host.SignInAsync("maya-okafor");
        using var parts = new MultipartFormDataContent { { new StringContent("x"), "text" } };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await maya.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/console/cases/K7M-2QD/note") { Content = parts })).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await maya.PostAsync("/console/cases/K7M-2QD/note", [("text", new string('x', 300_000))])).Status);
    }

    [Theory, MemberData(nameof(Injections))]
    public async Task What_a_person_wrote_is_shown_as_text_and_nothing_else(string text)
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD", text: text));
        var maya = await host.SignInAsync("maya-okafor");
        await maya.PostAsync("/console/cases/K7M-2QD/note", [("text", text)]);
        var page = (await maya.PostAsync("/console/cases/K7M-2QD/open", [])).Page;

        var plain = text.Replace("\u0007", "", StringComparison.Ordinal);
        var shown = page.QuerySelectorAll(".words").ToList();
        Assert.Equal(2, shown.Count);
        Assert.All(shown, words =>
        {
            Assert.Equal(plain, words.TextContent);
            Assert.Empty(words.Children);
        });
        Assert.Empty(page.QuerySelectorAll("base, meta[http-equiv], svg, style"));

        var refused = await maya.PostAsync("/console/cases/K7M-2QD/note", [("text", text + new string('x', 5000))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Empty(refused.Page.QuerySelector("#note-text")!.Children);
        Assert.StartsWith(plain, refused.Page.QuerySelector("#note-text")!.TextContent.Replace("\u0007", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Marks_that_turn_or_hide_the_words_around_them_are_left_out()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD", text: "a\u202Eb\u2066c\u200Bd\uFEFFe 👩\u200D👧 ok"));
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal("abcde 👩\u200D👧 ok", (await maya.PostAsync("/console/cases/K7M-2QD/open", [])).Page.QuerySelector(".words")!.TextContent);
    }

    [Fact]
    public async Task No_word_of_a_report_is_in_the_inbox_the_list_an_address_a_cookie_or_the_log()
    {
        await using var host = new ConsoleHost();
        var step = host.Alerted(host.Opened("K7M-2QD", severity: Severity.Urgent, text: "zebra-canary"), ["counselor", "principal"]);
        host.Book.Put(step);
        host.Book.Deliver("maya-okafor", step.Case, "a1", host.Clock.GetUtcNow());
        var maya = await host.SignInAsync("maya-okafor");
        var gone = new StringBuilder();
        foreach (var path in new[] { "/console", "/console/inbox/alerts", "/console/cases", "/console/cases/K7M-2QD", "/console/protocols/bullying-report/1?case=K7M-2QD" })
        {
            var page = await maya.GetAsync(path);
            Assert.Contains("K7M-2QD", page.Body);
            Assert.DoesNotContain("zebra-canary", page.Body);
        }

        foreach (var verb in new[] { "note", "ask" })
            gone.Append((await maya.PostAsync($"/console/cases/K7M-2QD/{verb}", [("text", "zebra-canary")])).GoesTo);
        gone.Append((await maya.PostAsync("/console/cases/K7M-2QD/move", [("to", "emergency"), ("reason", "zebra-canary")])).GoesTo);
        Assert.Contains("zebra-canary", (await maya.PostAsync("/console/cases/K7M-2QD/open", [])).Body);
        Assert.DoesNotContain("zebra-canary", gone.ToString());
        Assert.DoesNotContain("zebra-canary", string.Join(';', maya.CookiesSet));
        Assert.DoesNotContain("zebra-canary", host.Logged.Text);
        Assert.Contains("note", host.Logged.Text);
    }
}
