using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>The live chat in the console: who reads, who writes, and what is kept of it.</summary>
public sealed class TalkTests : IAsyncDisposable
{
    private const string Path = "/console/cases/TLK-222/talk";
    private const string Lines = "/console/inbox/alerts/talk/TLK-222";
    private readonly ConsoleHost host = new();
    private readonly Case @case;

    public TalkTests() => @case = host.Book.Put(host.Opened("TLK-222", protocol: "talk-to-a-person@1", severity: Severity.Urgent, text: "it is about home"));

    private int Reads => host.Book.Audit.Count(a => a.Action == AuditAction.NarrativeRead);

    [Fact]
    public async Task Whoever_may_not_see_the_case_gets_what_there_is_for_no_case()
    {
        host.Talks.Wait();
        var stranger = await host.SignInAsync("naomi-fisher");
        var none = await stranger.GetAsync("/console/cases/AAA-222/talk");
        foreach (var path in new[] { Path, Lines })
        {
            var hidden = await stranger.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, none.Body), (hidden.Status, hidden.Body));
        }

        foreach (var act in new[] { "join", "say", "leave" })
        {
            host.Talks.Next = TalkAnswer.Unseen;
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{Path}/{act}", [("text", "hello")])).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Visit().GetAsync(Lines)).Status);
    }

    [Fact]
    public async Task A_chat_that_waits_is_joined_from_the_case_and_read_once_in_the_timeline()
    {
        host.Talks.Wait();
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Contains("The reporter waits in the chat for a person", (await maya.GetAsync("/console/cases/TLK-222")).Text, StringComparison.Ordinal);
        var before = await maya.GetAsync(Path);
        Assert.DoesNotContain("it is about home", before.Body, StringComparison.Ordinal);
        Assert.Null(before.Page.QuerySelector("textarea"));

        var joined = await maya.PostAsync($"{Path}/join", []);
        Assert.Equal(Path, joined.GoesTo);
        var page = await maya.GetAsync(Path);
        Assert.Contains("it is about home", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, Reads);

        for (var look = 0; look < 3; look++)
        {
            Assert.Contains("it is about home", (await maya.GetAsync(Lines)).Text, StringComparison.Ordinal);
            await maya.GetAsync(Path);
        }

        Assert.Equal(1, Reads);
    }

    [Fact]
    public async Task Each_joining_is_one_more_reading()
    {
        var maya = await host.SignInAsync("maya-okafor");
        for (var time = 1; time <= 2; time++)
        {
            host.Talks.Wait();
            await maya.PostAsync($"{Path}/join", []);
            await maya.GetAsync(Path);
            Assert.Equal(time, Reads);
        }
    }

    [Fact]
    public async Task Both_sides_stand_in_the_thread_as_text_and_a_line_sent_twice_is_one()
    {
        host.Talks.Open("maya-okafor");
        var maya = await host.SignInAsync("maya-okafor");
        host.Talks.ReporterSays(@case, "<b onclick=x>hi</b>\u202E");
        var key = (await maya.GetAsync(Path)).Page.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        for (var twice = 0; twice < 2; twice++) Assert.Equal(Path, (await maya.PostAsync($"{Path}/say", [("text", "I am here"), ("key", key)])).GoesTo);

        Assert.Single(host.Talks.Said, w => w.Text.Reveal() == "I am here");
        var page = (await maya.GetAsync(Path)).Page;
        Assert.Equal(["it is about home", "<b onclick=x>hi</b>", "I am here"], page.QuerySelectorAll("ol.talk .words").Select(w => w.TextContent));
        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.DoesNotContain("I am here", host.Logged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_sees_who_is_in_the_chat_and_no_word_of_it()
    {
        host.Talks.Open("maya-okafor");
        host.Talks.ReporterSays(@case, "only for you");
        var daniel = await host.SignInAsync("daniel-reyes");
        var page = await daniel.GetAsync(Path);
        Assert.Contains("Maya Okafor is in this chat", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("only for you", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("only for you", (await daniel.GetAsync(Lines)).Body, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("textarea"));
        Assert.Equal(0, Reads);

        host.Talks.Next = TalkAnswer.Taken;
        var refused = await daniel.PostAsync($"{Path}/join", []);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Maya Okafor is in this chat already.", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TalkAnswer.NotSaved, 503, "Nothing was saved")]
    [InlineData(TalkAnswer.TooLong, 422, "too long for one line")]
    public async Task What_was_typed_stays_where_it_was_not_passed_on(TalkAnswer answer, int status, string said)
    {
        host.Talks.Open("maya-okafor");
        var maya = await host.SignInAsync("maya-okafor");
        host.Talks.Next = answer;
        var refused = await maya.PostAsync($"{Path}/say", [("text", "my long line"), ("key", new string('a', 32))]);
        Assert.Equal(status, (int)refused.Status);
        Assert.Contains(said, refused.Text, StringComparison.Ordinal);
        Assert.Equal("my long line", refused.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(new string('a', 32), refused.Page.QuerySelector("input[name=key]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Once_it_is_over_the_page_shows_no_word()
    {
        host.Talks.Open("maya-okafor");
        host.Talks.ReporterSays(@case, "goodbye");
        var maya = await host.SignInAsync("maya-okafor");
        await maya.PostAsync($"{Path}/leave", []);
        var page = await maya.GetAsync(Path);
        Assert.Contains("This chat is over.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("goodbye", page.Body, StringComparison.Ordinal);
        Assert.Contains("data-open=\"no\"", (await maya.GetAsync(Lines)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_for_news_is_no_sign_of_life_of_the_person()
    {
        host.Talks.Open("maya-okafor");
        var maya = await host.SignInAsync("maya-okafor");
        await maya.GetAsync(Path);
        host.Clock.Advance(TimeSpan.FromMinutes(9));
        var set = maya.CookiesSet.Count;
        await maya.GetAsync(Lines);
        Assert.Equal(set, maya.CookiesSet.Count);
        host.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(HttpStatusCode.Unauthorized, (await maya.GetAsync(Lines)).Status);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
