using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>With a registration: who gets a turn, with what right the bot calls, and how somebody is reached who never wrote to it.</summary>
public sealed class RegisteredTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_caller_with_a_genuine_token_gets_a_turn_and_the_answer_carries_a_token_of_the_bots_own()
    {
        await using var world = await RegisteredWorld.BuildAsync();

        Assert.Equal(HttpStatusCode.OK, await world.PostAsync(world.Message(), world.Token()));

        await world.Bot.WorkAsync();
        Assert.Contains("988", world.Connector.Texts("chat-maya") + string.Concat(world.Connector.Cards("chat-maya").Select(c => c.ToJsonString())), StringComparison.Ordinal);
        Assert.NotEmpty(world.Connector.Authorizations);
        Assert.All(world.Connector.Authorizations, a => Assert.StartsWith("Bearer https://api.botframework.com/.default#", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_gets_one_and_nothing_of_it_is_stored_or_sent()
    {
        await using var world = await RegisteredWorld.BuildAsync();
        using var forger = RSA.Create(2048);
        (string What, JsonObject Body, string? Token)[] refused =
        [
            ("no token", world.Message(), null),
            ("a token of another key", world.Message(), world.Issuer.Token(RegisteredWorld.AppId, world.Connector.Address, world.Bot.Clock.GetUtcNow(), forger)),
            ("a token for another bot", world.Message(), world.Token(appId: "3f2a1b0c-0000-4000-8000-00000000ffff")),
            ("a token of yesterday", world.Message(), world.Issuer.Token(RegisteredWorld.AppId, world.Connector.Address, world.Bot.Clock.GetUtcNow().AddDays(-1))),
            ("another tenant", world.Message(tenant: "7e000000-0000-4000-8000-00000000ffff"), world.Token()),
            ("an address elsewhere", world.Message(serviceUrl: "https://evil.example/"), world.Token()),
            ("an address elsewhere that the token names too", world.Message(serviceUrl: "https://evil.example/"), world.Token(serviceUrl: "https://evil.example/")),
        ];
        foreach (var (what, body, token) in refused) Assert.True(await world.PostAsync(body, token) == HttpStatusCode.Unauthorized, what);

        await world.Bot.WorkAsync();
        Assert.DoesNotContain(world.Connector.Calls, c => c.Path.Contains("chat-maya", StringComparison.Ordinal));
        Assert.Null(await world.Bot.Get<ITurnStore>().LoadAsync(new ConversationKey("msteams", "chat-maya"), Lockbox.Server, Never));
    }

    [Fact]
    public async Task An_address_elsewhere_is_one_entry_in_the_journal_and_a_flood_of_them_one_in_ten_minutes()
    {
        await using var world = await RegisteredWorld.BuildAsync();
        await world.PostAsync(world.Message(), null);
        Assert.Empty(await RefusedAsync(world));
        for (var i = 0; i < 20; i++) await world.PostAsync(world.Message(serviceUrl: $"https://evil-{i}.example/zebra"), world.Token());
        Assert.Equal(["service-address:0"], await RefusedAsync(world));

        world.Bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await world.PostAsync(world.Message(serviceUrl: "https://evil.example/"), world.Token(serviceUrl: "https://evil.example/"));
        Assert.Equal(["service-address:0", "service-address:19"], await RefusedAsync(world));
        Assert.DoesNotContain(world.Connector.Calls, c => c.Path.Contains("chat-maya", StringComparison.Ordinal));
        Assert.All(world.Bot.Logged.Written, l => Assert.DoesNotContain("zebra", l, StringComparison.Ordinal));
    }

    private static async Task<List<string>> RefusedAsync(RegisteredWorld world) =>
        [.. (await world.Bot.Cases.TimelineAsync(Guid.Empty, Never)).Where(a => a.Action == AuditAction.CallerRefused && a.Actor == Actor.Program).Select(a => a.Subject)];

    [Fact]
    public async Task An_alert_opens_a_chat_with_somebody_who_never_wrote_to_the_bot()
    {
        await using var world = await RegisteredWorld.BuildAsync();
        await new Student(world.Bot).ReportAsync();
        await world.Bot.WorkAsync();

        var (_, _, opening) = world.Connector.Calls.First(c => c is { Method: "POST", Path: "/v3/conversations" } && c.Body.Contains(world.Maya.EntraId!, StringComparison.Ordinal));
        var asked = JsonNode.Parse(opening)!;
        Assert.Equal($"28:{RegisteredWorld.AppId}", (string?)asked["bot"]!["id"]);
        Assert.Equal(world.Maya.EntraId, (string?)Assert.Single(asked["members"]!.AsArray())!["id"]);
        Assert.Equal((RegisteredWorld.Tenant, RegisteredWorld.Tenant), ((string?)asked["tenantId"], (string?)asked["channelData"]!["tenant"]!["id"]));
        Assert.False((bool?)asked["isGroup"] ?? false);
        var number = (await world.Bot.OnlyCaseAsync()).Number;
        Assert.Contains(world.Connector.Calls, c => c.Path.StartsWith("/v3/conversations/opened-", StringComparison.Ordinal) && c.Body.Contains(number, StringComparison.Ordinal));
        Assert.Contains(await world.Bot.TimelineAsync(await world.Bot.OnlyCaseAsync()), a => a.Action == AuditAction.AlertSent && a.Subject == "a1:maya-okafor:teams");

        // The chat is known from then on.
        var opened = world.Connector.Calls.Count(c => c.Path == "/v3/conversations");
        await world.Bot.WorkAfterAsync(TimeSpan.FromHours(30));
        Assert.Equal(world.Connector.Calls.Where(c => c.Path == "/v3/conversations").Select(c => c.Body).Distinct().Count(), world.Connector.Calls.Count(c => c.Path == "/v3/conversations"));
        Assert.True(opened > 0);
    }

    [Fact]
    public async Task Without_a_tenant_nobody_is_written_to_first_and_the_audit_says_why()
    {
        await using var world = await RegisteredWorld.BuildAsync(("MicrosoftAppType", "MultiTenant"), ("MicrosoftAppTenantId", ""));
        await new Student(world.Bot).ReportAsync();
        await world.Bot.WorkAsync();

        Assert.DoesNotContain(world.Connector.Calls, c => c.Path == "/v3/conversations");
        Assert.Contains(await world.Bot.TimelineAsync(await world.Bot.OnlyCaseAsync()), a => a.Action == AuditAction.AlertFailed && a.Subject == "a1:maya-okafor:teams:not-installed");
    }

    [Fact]
    public async Task A_registration_that_lacks_its_tenant_closes_the_door_to_everybody()
    {
        await using var world = await RegisteredWorld.BuildAsync(("MicrosoftAppTenantId", ""));

        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(world.Message(), world.Token()));
        Assert.DoesNotContain(world.Connector.Calls, c => c.Path.Contains("chat-maya", StringComparison.Ordinal));
    }
}
