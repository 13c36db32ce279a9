using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SupportBot.Bot.Calendars;
using SupportBot.Graph.Tests;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>
/// Graph tells that the calendar has changed: sessions follow at once, and in a minute where it tells nothing. Whoever else speaks at that door moves nothing.
/// </summary>
public sealed class ChangeNotificationTests
{
    private const string Door = "/api/graph/notifications";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A running program whose session has its event, and which has looked at the calendar once.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private Running(CalendarWorld world, FakeSubscriptions told, HttpClient http) => (World, Told, Http) = (world, told, http);

        public CalendarWorld World { get; }

        public FakeSubscriptions Told { get; }

        public HttpClient Http { get; }

        public int Looks => World.Graph.Of("calendarView").Count;

        public static async Task<Running> StartAsync(params (string, string)[] settings)
        {
            var world = await CalendarWorld.BuildAsync(settings: [("Graph:NotifyAt", "https://help.district.example"), .. settings]);
            await world.WorkAsync();
            var told = FakeSubscriptions.On(world.Graph, world.Bot.Clock);
            var at = await world.Bot.StartAsync();
            told.OpenAt(at);
            var running = new Running(world, told, new HttpClient { BaseAddress = at });
            await running.UntilAsync(() => told.Living.Count == 1, "a subscription");
            // The look that a new subscription asks for is over, and the next that is asked for need not wait.
            await running.UntilAsync(() => running.Looks >= 2, "a look", TimeSpan.FromSeconds(1));
            world.Bot.Clock.Advance(TimeSpan.FromSeconds(6));
            return running;
        }

        public async Task<HttpStatusCode> PostAsync(string body)
        {
            using var answer = await Http.PostAsync(Door, new StringContent(body, Encoding.UTF8, "application/json"));
            return answer.StatusCode;
        }

        public static string Body(string? secret, string? lifecycle = null) =>
            new JsonObject { ["value"] = new JsonArray(new JsonObject { ["clientState"] = secret, ["lifecycleEvent"] = lifecycle, ["subscriptionId"] = Guid.NewGuid().ToString(), ["resource"] = "Users/u/Events/e" }) }.ToJsonString();

        public string Secret => World.Bot.Get<NotificationSecret>().Value;

        /// <summary>Workers go round by themselves; the clock stands still unless <paramref name="tick"/> moves it.</summary>
        public async Task UntilAsync(Func<Task<bool>> isSo, string what, TimeSpan tick = default)
        {
            for (var tries = 0; !await isSo(); tries++)
            {
                Assert.True(tries < 400, $"Not: {what}");
                await Task.Delay(25);
                if (tick > TimeSpan.Zero) World.Bot.Clock.Advance(tick);
            }
        }

        public Task UntilAsync(Func<bool> isSo, string what, TimeSpan tick = default) => UntilAsync(() => Task.FromResult(isSo()), what, tick);

        public Task FollowedAsync(TimeSpan by, TimeSpan tick = default) => UntilAsync(async () => (await World.NowAsync()).Starts == World.Session.Starts + by, $"the session follows by {by}", tick);

        public async ValueTask DisposeAsync()
        {
            Http.Dispose();
            Told.Dispose();
            await World.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_somebody_moves_in_Outlook_moves_the_session_at_once_and_not_when_the_minute_is_over()
    {
        await using var running = await Running.StartAsync();
        var (world, clock) = (running.World, running.World.Bot.Clock);
        var before = clock.GetUtcNow();
        world.Outlook.Drag(world.Outlook.Only, TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.Accepted, await running.Told.TellAsync());
        await running.FollowedAsync(TimeSpan.FromHours(3));
        Assert.Equal(before, clock.GetUtcNow());
        Assert.Single(running.Told.Living);
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task Where_Graph_drops_a_third_of_what_it_should_tell_everything_arrives_all_the_same()
    {
        await using var running = await Running.StartAsync();
        var (world, clock) = (running.World, running.World.Bot.Clock);
        for (var change = 1; change <= 9; change++)
        {
            world.Outlook.Drag(world.Outlook.Only, TimeSpan.FromMinutes(15));
            if (change % 3 != 0)
            {
                await running.Told.TellAsync();
                clock.Advance(TimeSpan.FromSeconds(6));
            }
        }

        await running.FollowedAsync(9 * TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(3));
        // Of the deletion nobody tells at all.
        var at = clock.GetUtcNow();
        world.Outlook.Delete(world.Outlook.Only);
        await running.UntilAsync(async () => (await world.StandingAsync()).State == SupportBot.Console.EventState.Deleted, "the deletion is seen", TimeSpan.FromSeconds(3));
        Assert.InRange(clock.GetUtcNow() - at, TimeSpan.FromSeconds(3), 3 * Minute);
        Assert.Equal(SupportBot.Training.SessionState.Scheduled, (await world.NowAsync()).State);
    }

    [Fact]
    public async Task The_subscription_is_renewed_at_half_of_its_time_and_made_anew_when_Graph_has_lost_it()
    {
        await using var running = await Running.StartAsync();
        var (world, clock) = (running.World, running.World.Bot.Clock);
        var first = (string)running.Told.Living.Single()["id"]!;
        clock.Advance(TimeSpan.FromHours(34));
        await Task.Delay(200);
        Assert.DoesNotContain(world.Graph.Requests, r => r.Method == "PATCH" && r.Path == $"subscriptions/{first}");
        await running.UntilAsync(() => world.Graph.Requests.Any(r => r.Method == "PATCH" && r.Path == $"subscriptions/{first}"), "a renewal", TimeSpan.FromMinutes(10));
        Assert.Equal(first, (string)running.Told.Living.Single()["id"]!);

        // Lost without a word: found out at the next renewal.
        running.Told.Lose();
        await running.UntilAsync(() => running.Told.Living.Count == 1, "another subscription", TimeSpan.FromHours(1));
        Assert.NotEqual(first, (string)running.Told.Living.Single()["id"]!);
        Assert.Contains(world.Bot.Logged.Written, l => l.Contains($"Graph has lost the subscription {first}", StringComparison.Ordinal));
        Assert.All(world.Graph.Requests.Where(r => r.Method is "POST" or "PATCH" && r.Path.StartsWith("subscriptions", StringComparison.Ordinal)), r => Assert.DoesNotContain(r.Headers.Keys, k => k == "Cookie"));
        GraphContract.Check(world.Graph);
    }

    [Theory]
    [InlineData("subscriptionRemoved", true)]
    [InlineData("reauthorizationRequired", false)]
    public async Task What_Graph_says_of_the_subscription_itself_is_looked_after_before_its_time(string said, bool isLost)
    {
        await using var running = await Running.StartAsync();
        var first = running.Told.Living.Single();
        if (isLost) running.Told.Lose();
        running.World.Bot.Clock.Advance(Minute);
        Assert.Equal(HttpStatusCode.Accepted, await running.Told.TellOfItselfAsync(first, said));
        await running.UntilAsync(() => running.World.Graph.Requests.Any(r => r.Method == "PATCH" && r.Path == $"subscriptions/{first["id"]}"), "the subscription is looked after");
        await running.UntilAsync(() => running.Told.Living.Count == 1, "a subscription");
        Assert.Equal(isLost, (string)running.Told.Living.Single()["id"]! != (string)first["id"]!);

        // However often it is said, by Graph or by somebody who repeats it: once a minute.
        var asked = running.World.Graph.Of("subscriptions").Count;
        for (var times = 0; times < 10; times++) await running.Told.TellOfItselfAsync(first, said);
        await Task.Delay(200);
        Assert.Equal(asked, running.World.Graph.Of("subscriptions").Count);
    }

    [Fact]
    public async Task What_was_missed_is_looked_for_and_the_subscription_is_left_alone()
    {
        await using var running = await Running.StartAsync();
        var asked = running.World.Graph.Of("subscriptions").Count;
        running.World.Outlook.Drag(running.World.Outlook.Only, TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Accepted, await running.Told.TellOfItselfAsync(running.Told.Living.Single(), "missed"));
        await running.FollowedAsync(TimeSpan.FromHours(1));
        Assert.Equal(asked, running.World.Graph.Of("subscriptions").Count);
    }

    [Fact]
    public async Task Whoever_does_not_know_the_secret_is_ignored_and_learns_nothing_from_the_answer()
    {
        await using var running = await Running.StartAsync();
        var looks = running.Looks;
        running.World.Outlook.Drag(running.World.Outlook.Only, TimeSpan.FromHours(1));
        foreach (var forged in new[] { null, "", "x", running.Secret.ToUpperInvariant() + "0", running.Secret[..^1], running.Secret + " ", new string('a', 64) })
            foreach (var lifecycle in new[] { null, "subscriptionRemoved" })
                Assert.Equal(HttpStatusCode.Accepted, await running.PostAsync(Running.Body(forged, lifecycle)));
        await Task.Delay(200);
        Assert.Equal(looks, running.Looks);
        Assert.Equal(running.World.Session.Starts, (await running.World.NowAsync()).Starts);
        Assert.Single(running.World.Bot.Logged.Written, l => l.Contains("did not show our secret", StringComparison.Ordinal));
        Assert.DoesNotContain(running.World.Bot.Logged.Written, l => l.Contains(running.Secret, StringComparison.Ordinal));
        // The same with the secret is taken, so the test would see it.
        Assert.Equal(HttpStatusCode.Accepted, await running.PostAsync(Running.Body(running.Secret)));
        await running.FollowedAsync(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_notification_that_is_sent_again_and_again_is_a_look_every_few_seconds_and_moves_nothing()
    {
        await using var running = await Running.StartAsync();
        var looks = running.Looks;
        for (var times = 0; times < 40; times++) Assert.Equal(HttpStatusCode.Accepted, await running.PostAsync(Running.Body(running.Secret)));
        await running.UntilAsync(() => running.Looks > looks, "a look");
        await Task.Delay(200);
        Assert.Equal(looks + 1, running.Looks);
        Assert.Equal(running.World.Session.Starts, (await running.World.NowAsync()).Starts);
        Assert.Single(running.World.Outlook.Events);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"value":null}""", 400)]
    [InlineData("""{"value":{}}""", 400)]
    [InlineData("""{"value":[null]}""", 400)]
    [InlineData("""{"value":["x"]}""", 400)]
    [InlineData("""{"value":[{"clientState":7}]}""", 400)]
    [InlineData("""{"value":[{"clientState":"\ud800"}]}""", 400)]
    [InlineData("""{"value":[{"clientState":"x"}""", 400)]
    [InlineData("<value/>", 400)]
    [InlineData("""{"value":[]}""", 202)]
    public async Task A_body_that_is_none_is_refused_and_nothing_breaks(string body, int status)
    {
        await using var running = await Running.StartAsync();
        var looks = running.Looks;
        Assert.Equal((HttpStatusCode)status, await running.PostAsync(body));
        Assert.Equal(HttpStatusCode.BadRequest, await running.PostAsync("""{"value":""" + new string('[', 200) + new string(']', 200) + "}"));
        await Task.Delay(100);
        Assert.Equal(looks, running.Looks);
        Assert.DoesNotContain(running.World.Bot.Logged.Written, l => l.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_much_and_too_often_are_refused_before_they_are_read()
    {
        await using var running = await Running.StartAsync();
        var large = Running.Body(running.Secret)[..^2] + "," + new string(' ', 200 * 1024) + "]}";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await running.PostAsync(large));
        using var chunked = new HttpRequestMessage(HttpMethod.Post, Door) { Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(large))) };
        chunked.Headers.TransferEncodingChunked = true;
        chunked.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using (var answer = await running.Http.SendAsync(chunked)) Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);

        List<HttpStatusCode> answers = [];
        for (var times = 0; times < 80; times++) answers.Add(await running.PostAsync(Running.Body("x")));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        running.World.Bot.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.Accepted, await running.PostAsync(Running.Body(running.Secret)));
    }

    [Fact]
    public async Task The_token_comes_back_as_plain_text_without_markup_and_alone()
    {
        await using var running = await Running.StartAsync();
        async Task<(HttpStatusCode Status, string? Type, string Said, string? Sniff)> AskAsync(string token)
        {
            using var answer = await running.Http.PostAsync($"{Door}?validationToken={Uri.EscapeDataString(token)}", new StringContent(""));
            return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(), answer.Headers.TryGetValues("X-Content-Type-Options", out var sniff) ? sniff.Single() : null);
        }

        Assert.Equal((HttpStatusCode.OK, "text/plain", "Validation: Testing, Request-Id: 7", "nosniff"), await AskAsync("Validation: Testing, Request-Id: 7"));
        Assert.Equal("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;", (await AskAsync("<script>alert(\"1\")</script>")).Said);
        Assert.Equal((HttpStatusCode.BadRequest, ""), await AskAsync(new string('a', 1025)) is var (status, _, said, _) ? (status, said) : default);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("")).Status);
        using var twice = await running.Http.PostAsync($"{Door}?validationToken=a&validationToken=b", new StringContent(""));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        using var get = await running.Http.GetAsync($"{Door}?validationToken=a");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }

    [Fact]
    public async Task Where_the_district_names_no_address_there_is_no_door_and_no_subscription()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.WorkAsync();
        using var http = new HttpClient { BaseAddress = await world.Bot.StartAsync() };
        using var answer = await http.PostAsync($"{Door}?validationToken=a", new StringContent(""));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(world.Graph.Of("subscriptions"));
    }

    [Fact]
    public async Task A_process_that_ends_takes_its_subscription_with_it_and_a_configured_secret_is_the_one_that_counts()
    {
        const string secret = "0123456789abcdefABCDEF0123456789";
        FakeSubscriptions told;
        await using (var running = await Running.StartAsync(("Graph:NotificationSecret", secret)))
        {
            told = running.Told;
            Assert.Equal(secret, (string?)told.Living.Single()["clientState"]);
            await running.World.Bot.App.StopAsync();
            Assert.Empty(told.Living);
        }
    }
}
