using System.Text.Json.Nodes;
using SupportBot.Cases;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>A protocol in Teams: each question is a card, a form is one card, and only the newest card of a question does anything.</summary>
public sealed class CardFormTests : IAsyncLifetime
{
    private RealBot _bot = null!;
    private FakeConnector _connector = null!;
    private Staff _maya = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RealBot.BuildAsync();
        _connector = await FakeConnector.StartAsync();
        _maya = new Staff(_bot, _connector, "maya-okafor");
        await _maya.OpenChatAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task A_report_is_made_by_pressing_and_filling_in_cards_alone()
    {
        await ToTheFormAsync();
        var form = _maya.Card;
        Assert.True(Inputs(form).Count >= 8);
        var (status, body) = await _maya.FillAsync(form, "Send", Entries);

        Assert.Equal(200, status);
        Assert.True(body!["value"]!.ToJsonString().Contains("Answered", StringComparison.Ordinal), body.ToJsonString());
        Assert.Contains("Pushed every day", _maya.Card.ToJsonString(), StringComparison.Ordinal);
        await SendTheReportAsync();
        var @case = await _bot.OnlyCaseAsync();
        Assert.Equal("riverbend-high", @case.SchoolId);
        Assert.Contains(await _bot.TimelineAsync(@case), a => a.Action == AuditAction.Opened && a.Actor == Actor.Staff("maya-okafor"));
    }

    [Fact]
    public async Task A_student_who_reports_in_Teams_is_known_to_the_people_who_help_and_to_nobody_else()
    {
        var words = await ReportOfAStudentAsync();
        Assert.Contains(words, w => w is { About: "account" } && w.Text.Reveal() == "Sam Student-Zebra");
        Assert.DoesNotContain(_bot.Logged.Written, l => l.Contains("Zebra", StringComparison.Ordinal));
        foreach (var file in _bot.Files()) Assert.DoesNotContain("Zebra", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Words>> ReportOfAStudentAsync()
    {
        var sam = new Staff(_bot, _connector, "sam", "Sam Student-Zebra");
        await sam.OpenChatAsync();
        foreach (var text in new[] { "report bullying", "1", "Yes, right now" }) await sam.SayAsync(text);
        var @case = await _bot.OnlyCaseAsync();
        var (_, words) = await _bot.Get<Console.CaseWork>().ReadAsync(_bot.Get<Directory.District>().Person("maya-okafor")!, @case.Number, CancellationToken.None);
        return words!;
    }

    [Fact]
    public async Task The_card_that_was_answered_says_so_where_it_stands_and_does_not_show_the_answer()
    {
        await _maya.PressAsync("Report bullying");
        var (_, body) = await _maya.PressAsync("I understand, start");

        var closed = body!["value"]!.ToJsonString();
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body["type"]);
        Assert.Contains("Answered", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("I understand, start", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_on_an_answered_card_changes_nothing_says_that_it_is_closed_and_is_one_audit_entry()
    {
        await _maya.PressAsync("Report bullying");
        var first = _maya.Card;
        await _maya.PressAsync(first, "I understand, start");
        Assert.Equal(0, await ClosedAsync());
        var (status, body) = await _maya.PressAsync(first, "Not now");
        Assert.Equal(1, await ClosedAsync());

        Assert.Equal(200, status);
        Assert.Contains("does nothing any more", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("hurt or in danger", _maya.Card.ToJsonString(), StringComparison.Ordinal);

        // Of a conversation that is over as well; and what is merely typed is no press.
        await _maya.SayAsync("stop");
        await _maya.SayAsync("1");
        for (var i = 0; i < 2; i++) await _maya.SayAsync("stop");
        await _maya.PressAsync(first, "Not now");
        Assert.Equal(2, await ClosedAsync());
    }

    private async Task<int> ClosedAsync() =>
        (await _bot.Cases.TimelineAsync(Guid.Empty, CancellationToken.None)).Count(a => a is { Action: AuditAction.ActionRefused, Subject: "closed" } && a.Actor == Actor.Staff("maya-okafor"));

    [Fact]
    public async Task What_is_good_on_a_form_is_kept_and_only_the_rest_is_asked_again_on_the_same_card()
    {
        await ToTheFormAsync();
        var cards = _connector.Cards(_maya.Conversation).Count;
        var entries = Entries.Where(e => e.Field != "f.school").Append(("f.school", "no-such-school")).ToArray();
        var (_, body) = await _maya.FillAsync(_maya.Card, "Send", entries);

        var again = body!["value"]!;
        Assert.Equal(["f.school"], Inputs(again).Select(i => (string?)i["id"]));
        Assert.Contains("I do not know a school by that name", again.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(cards, _connector.Cards(_maya.Conversation).Count);
        await _maya.FillAsync(again, "Send", ("f.school", "riverbend-high"));
        Assert.Contains("Pushed every day", _maya.Card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_danger_on_a_form_bring_help_before_anything_else_and_the_form_is_not_lost()
    {
        await ToTheFormAsync();
        var entries = Entries.Select(e => e.Field == "f.what" ? (e.Field, "I want to kill myself") : e).ToArray();
        await _maya.FillAsync(_maya.Card, "Send", entries);

        Assert.Contains("988", _connector.Calls.Last(c => c.Body.Contains("988", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(_connector.Cards(_maya.Conversation)[^1].ToJsonString(), "f.school", StringComparison.Ordinal);
        await _maya.SayAsync("stop");
        for (var i = 0; i < 3 && !_maya.Card.ToJsonString().Contains("I want to kill myself", StringComparison.Ordinal); i++) await _maya.SayAsync("stop");
        Assert.Contains("I want to kill myself", _maya.Card.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edited")]
    [InlineData("forged")]
    [InlineData("missing")]
    public async Task A_press_whose_seal_is_not_ours_is_refused_and_changes_nothing(string how)
    {
        await _maya.PressAsync("Report bullying");
        var card = _maya.Card;
        var action = Staff.Action(card, "I understand, start");
        var seal = (string)action["data"]!["s"]!;
        if (how == "missing") ((JsonObject)action["data"]!).Remove("s");
        else action["data"]!["s"] = how == "forged" ? "CfDJ8abc" : (seal[^1] == 'A' ? seal[..^1] + "B" : seal[..^1] + "A");
        var before = _connector.Calls.Count;
        var (status, body) = await _maya.InvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = action });

        Assert.Equal(200, status);
        Assert.Contains("Nothing was done", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(before, _connector.Calls.Count);
        Assert.Single(await _bot.Cases.TimelineAsync(Guid.Empty, CancellationToken.None), a => a is { Action: AuditAction.ActionRefused, Subject: "forged" });
        await _maya.PressAsync(card, "I understand, start");
        Assert.Contains("hurt or in danger", _maya.Card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_forwarded_does_nothing_for_somebody_else()
    {
        await _maya.PressAsync("Report bullying");
        var kim = new Staff(_bot, _connector, "kim-soto");
        await kim.OpenChatAsync();
        var (status, body) = await kim.PressAsync(_maya.Card, "I understand, start");

        Assert.Equal(200, status);
        Assert.Contains("made for somebody else", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(await _bot.Cases.TimelineAsync(Guid.Empty, CancellationToken.None), a => a is { Subject: "not-theirs" } && a.Actor == Actor.Staff("kim-soto"));
    }

    [Fact]
    public async Task A_card_that_the_program_put_by_itself_after_a_silence_can_be_answered()
    {
        await _maya.SayAsync("I want to kill myself");
        for (var i = 0; i < 8; i++)
        {
            var (before, asked) = (_connector.Cards(_maya.Conversation).Count, _maya.Card.ToJsonString());
            await _bot.WorkAfterAsync(TimeSpan.FromMinutes(5));
            if (_connector.Cards(_maya.Conversation).Count > before && _maya.Card.ToJsonString() != asked && _maya.Card.ToJsonString().Contains("protocol.answer", StringComparison.Ordinal)) break;
        }

        var card = _maya.Card;
        var action = Actions(card).First(a => (string?)a["verb"] == "protocol.answer");
        Assert.NotNull(action["data"]!["s"]);
        var (_, body) = await _maya.InvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = action.DeepClone() });
        Assert.DoesNotContain("not made by me", body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_on_a_help_card_stay_when_its_menu_is_pressed_in_the_middle_of_something()
    {
        await _maya.PressAsync("Report bullying");
        await _maya.SayAsync("help");
        var help = _connector.Cards(_maya.Conversation).Last(c => c.ToJsonString().Contains("You can talk to someone now", StringComparison.Ordinal));
        var (_, body) = await _maya.PressAsync(help, "I have a code");

        Assert.NotEqual("application/vnd.microsoft.card.adaptive", (string?)body!["type"]);
    }

    [Fact]
    public async Task A_card_is_too_old_after_a_week()
    {
        await _maya.PressAsync("Report bullying");
        var card = _maya.Card;
        _bot.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        var (_, body) = await _maya.PressAsync(card, "I understand, start");

        Assert.Contains("too old", body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_universal_actions_sends_the_same_as_a_message_and_the_card_is_exchanged()
    {
        await _maya.PressAsync("Report bullying");
        var fallback = Staff.Action(_maya.Card, "I understand, start")["fallback"]!;
        Assert.Equal("Action.Submit", (string?)fallback["type"]);
        await _maya.SendAsync(new JsonObject { ["type"] = "message", ["replyToId"] = "77", ["value"] = fallback["data"]!.DeepClone() });

        var update = Assert.Single(_connector.Calls, c => c.Method == "PUT");
        Assert.EndsWith("/activities/77", update.Path, StringComparison.Ordinal);
        Assert.Contains("Answered", update.Body, StringComparison.Ordinal);
        Assert.Contains("hurt or in danger", _maya.Card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_form_opens_in_a_window_stays_open_until_all_of_it_is_good_and_then_the_chat_goes_on()
    {
        await ToTheFormAsync();
        var button = Staff.Action(_maya.Card, "Open in a window");
        Assert.Equal("task/fetch", (string?)button["data"]!["msteams"]!["type"]);
        var (_, opened) = await _maya.InvokeAsync("task/fetch", new JsonObject { ["data"] = button["data"]!.DeepClone() });
        var form = opened!["task"]!["value"]!["card"]!["content"]!;
        Assert.Equal("continue", (string?)opened["task"]!["type"]);
        Assert.DoesNotContain("Action.Execute", form.ToJsonString(), StringComparison.Ordinal);

        var data = Staff.Action(form, "Send")["data"]!.DeepClone();
        foreach (var (field, value) in Entries) data[field] = field == "f.school" ? "no-such-school" : value;
        var (_, again) = await _maya.InvokeAsync("task/submit", new JsonObject { ["data"] = data });
        var rest = again!["task"]!["value"]!["card"]!["content"]!;
        Assert.Equal(["f.school"], Inputs(rest).Select(i => (string?)i["id"]));
        Assert.DoesNotContain("Action.Execute", rest.ToJsonString(), StringComparison.Ordinal);

        var more = Staff.Action(rest, "Send")["data"]!.DeepClone();
        more["f.school"] = "riverbend-high";
        var (_, done) = await _maya.InvokeAsync("task/submit", new JsonObject { ["data"] = more });
        Assert.Equal("message", (string?)done!["task"]!["type"]);
        Assert.Contains("Pushed every day", _maya.Card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suggestion_that_types_its_title_means_what_its_button_means()
    {
        await _maya.SayAsync("stop");
        var call = _connector.Calls.Last(c => c.Body.Contains("suggestedActions", StringComparison.Ordinal));
        var actions = JsonNode.Parse(call.Body)!["suggestedActions"]!["actions"]!.AsArray();
        Assert.All(actions, a => Assert.Equal("imBack", (string?)a!["type"]));
        await _maya.SayAsync((string)actions[0]!["value"]!);

        Assert.Contains("Shall we start?", _maya.Card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_typed_stands_on_a_card_in_plain_runs_only()
    {
        await ToTheFormAsync();
        const string planted = "**bold** [link](https://evil.example) {{DATE(2026-01-01)}}";
        var entries = Entries.Select(e => e.Field == "f.what" ? (e.Field, planted) : e).ToArray();
        await _maya.FillAsync(_maya.Card, "Send", entries);

        Assert.Contains("[link]", _maya.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.All(Holding(_maya.Card, "[link]"), path => Assert.EndsWith("TextRun", path, StringComparison.Ordinal));
    }

    private static (string Field, string Value)[] Entries =>
    [
        ("f.school", "riverbend-high"), ("f.what", "Pushed every day"), ("f.when", "2026-11-12"), ("f.safe-now", "worried"),
    ];

    private async Task ToTheFormAsync()
    {
        await _maya.PressAsync("Report bullying");
        foreach (var title in new[] { "I understand, start", "No", "No", "No", "No", "No" })
        {
            if (Inputs(_maya.Card).Count > 3) break;
            await _maya.PressAsync(title);
        }

        await _maya.FillAsync(_maya.Card, "Send", ("f.answer", "body"));
        Assert.True(Inputs(_maya.Card).Count > 3, _maya.Card.ToJsonString());
    }

    private async Task SendTheReportAsync()
    {
        for (var i = 0; i < 6 && (await _bot.Cases.QueueAsync(new Console.QueueFilter(null), CancellationToken.None)).Count == 0; i++)
            await _maya.PressAsync("Send it");
    }

    private static IEnumerable<JsonNode> Actions(JsonNode node) => node switch
    {
        JsonObject o => (((string?)o["type"]) == "Action.Execute" ? [o] : Enumerable.Empty<JsonNode>()).Concat(o.Where(m => m.Value is not null).SelectMany(m => Actions(m.Value!))),
        JsonArray a => a.Where(n => n is not null).SelectMany(n => Actions(n!)),
        _ => [],
    };

    private static List<JsonNode> Inputs(JsonNode card) =>
        [.. card["body"]!.AsArray().Where(e => ((string?)e!["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true).Select(e => e!)];

    private static IEnumerable<string> Holding(JsonNode node, string text, string type = "") => node switch
    {
        JsonObject o => o.Where(m => m.Value is not null).SelectMany(m => Holding(m.Value!, text, (string?)o["type"] ?? type)),
        JsonArray a => a.Where(n => n is not null).SelectMany(n => Holding(n!, text, type)),
        JsonValue v when v.ToString().Contains(text, StringComparison.Ordinal) => [type],
        _ => [],
    };
}
