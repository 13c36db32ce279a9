using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Storage;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>Each member of staff reads the program in the language of their own chat: cards, what a press is answered with, lists, and what nobody's message started.</summary>
public sealed partial class StaffLanguageTests : IAsyncLifetime
{
    private const string StandIn = "grace-whitefeather";
    private const string Taken = "Alguien ya tiene este caso. Usted no necesita confirmarlo.", TakenInEnglish = "Taken: somebody has this case. You do not need to acknowledge it.";
    private RealBot _bot = null!;
    private FakeConnector _connector = null!;
    private Staff _maya = null!, _grace = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RealBot.BuildAsync();
        _connector = await FakeConnector.StartAsync();
        (_maya, _grace) = (new Staff(_bot, _connector, "maya-okafor") { Locale = "es-MX" }, new Staff(_bot, _connector, StandIn) { Locale = "en-US" });
        foreach (var person in new[] { _maya, _grace }) await person.OpenChatAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task One_alert_is_told_to_each_in_their_own_language_and_so_is_who_has_it()
    {
        await ReportAsync();
        Assert.Contains("Alerta normal", Strings(_connector.Alerts(_maya.Conversation)[0]));
        Assert.Contains("Standard alert", Strings(_connector.Alerts(_grace.Conversation)[0]));
        Assert.Contains(_connector.Calls, c => c.Path.Contains(_maya.Conversation, StringComparison.Ordinal) && ((string?)JsonNode.Parse(c.Body)!["summary"])?.EndsWith("necesita su atención", StringComparison.Ordinal) == true);

        var (_, body) = await _maya.PressAsync(_connector.Alerts(_maya.Conversation)[0], "Confirmar");
        await _bot.WorkAsync();
        Assert.Contains(Taken, Strings(body!));
        Assert.Contains(Taken, Strings(_connector.Alerts(_maya.Conversation, "PUT")[^1]));
        Assert.Contains(TakenInEnglish, Strings(_connector.Alerts(_grace.Conversation, "PUT")[^1]));
    }

    [Fact]
    public async Task In_a_whole_day_with_Spanish_not_one_of_the_programs_English_sentences_is_read()
    {
        List<JsonNode> read = [];
        async Task PressAsync(JsonNode card, string title) => read.Add((await _maya.PressAsync(card, title)).Body!);
        await _maya.SayAsync("ayuda");
        await _maya.SayAsync("mis casos");
        await _maya.SayAsync("mis pasos");
        await _maya.SayAsync("pasos");
        await ReportAsync();
        var alert = _connector.Alerts(_maya.Conversation)[0];
        await PressAsync(alert, "Abrir caso");
        await PressAsync(alert, "Confirmar");
        await _bot.WorkAsync();
        await _maya.SayAsync("mis casos");
        await _maya.SayAsync("abrir caso");
        await _maya.SayAsync($"abrir caso {(await _bot.OnlyCaseAsync()).Number}");
        await _maya.SayAsync("abrir caso AAA-AAA");
        // Everything that comes due is told, in cards and lines.
        for (var day = 0; day < 9; day++) await _bot.WorkAfterAsync(TimeSpan.FromDays(1));
        await PressAsync(alert, "Confirmar");
        var action = Staff.Action(alert, "Confirmar");
        action["data"]!["token"] = "x";
        read.Add((await _maya.InvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = action })).Body!);
        await _maya.SayAsync("ayuda", conversationType: "channel");
        await _maya.SendAsync(new JsonObject { ["type"] = "message", ["text"] = "", ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://files.example/a.png" }) });
        read.Add((await QueryAsync("searchHelp", "query", "algo que no existe")).Body!);
        read.Add((await QueryAsync("openCase", "number", (await _bot.OnlyCaseAsync()).Number)).Body!);
        read.Add((await QueryAsync("openCase", "number", "AAA-AAA")).Body!);
        read.AddRange(_connector.Calls.Where(c => c.Path.Contains($"/{_maya.Conversation}/", StringComparison.Ordinal)).Select(c => JsonNode.Parse(c.Body)!));

        var strings = read.SelectMany(Strings).ToList();
        Assert.Contains(strings, s => s.Contains("Tarea vencida", StringComparison.Ordinal));
        Assert.Empty(EnglishIn(strings));
        // The same look finds plenty in what a colleague reads.
        Assert.NotEmpty(EnglishIn([.. _connector.Calls.Where(c => c.Path.Contains($"/{_grace.Conversation}/", StringComparison.Ordinal)).SelectMany(c => Strings(JsonNode.Parse(c.Body)!))]));
    }

    [Fact]
    public async Task Whoever_changes_the_language_in_the_chat_reads_the_next_card_in_it_also_after_a_restart()
    {
        await _grace.SayAsync("Español");
        await _maya.SayAsync("English");
        await _bot.RestartAsync();
        await ReportAsync();
        Assert.Contains("Alerta normal", Strings(_connector.Alerts(_grace.Conversation)[0]));
        Assert.Contains("Standard alert", Strings(_connector.Alerts(_maya.Conversation)[0]));

        await _grace.SayAsync("English");
        await _bot.AcknowledgeAsync("maya-okafor");
        await _bot.WorkAsync();
        Assert.Contains(TakenInEnglish, Strings(_connector.Alerts(_grace.Conversation, "PUT")[^1]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("fr-FR")]
    [InlineData("vi-VN")]
    public async Task Where_the_language_is_not_known_or_not_one_of_staff_a_card_is_in_English_throughout(string? locale)
    {
        var thomas = new Staff(_bot, _connector, "thomas-lindqvist") { Locale = locale };
        await thomas.OpenChatAsync();
        await ReportAsync();
        await _bot.WorkUntilAsync(() => Task.FromResult(_connector.Alerts(thomas.Conversation).Count > 0), "the principal is told");
        var card = _connector.Alerts(thomas.Conversation)[0];
        Assert.Equal("en", (string?)card["lang"]);
        Assert.Contains("Task overdue", Strings(card));
        Assert.Contains("Check that the student is safe today", Strings(card));
    }

    [Fact]
    public void What_a_task_that_falls_short_still_lacks_is_said_in_the_language_too()
    {
        var (shelf, words) = (_bot.Get<ProtocolShelf>(), _bot.Get<Phrasebook>().In("es"));
        foreach (var protocol in shelf.All.Where(p => p.Case is not null && shelf.Translation(p.Key, "es") is not null))
        {
            var (plan, spanish) = (protocol.Case!, shelf.Translation(protocol.Key, "es")!.Over(protocol.Case!));
            var @case = new Case { Id = Guid.Empty, Number = "K7M-2QD", Kind = plan.Kind, Protocol = protocol.Key.ToString(), Severity = Severity.Standard, SchoolId = "", Jurisdiction = "OR", State = plan.First.Id, Anonymous = false, OpenedAt = default };
            foreach (var task in plan.Tasks.Where(t => t.Form.Any(f => f.Must is not null)))
            {
                var filledIn = new CaseTask(task.Id, "", default, null) { Answers = new Dictionary<string, string> { ["nothing"] = "that counts" } };
                var said = task.Form.Where(f => f.Must is not null).SelectMany(f => f.Choices.Where(c => f.Must!.Contains(c.Id)).Select(c => c.Label).Append(f.Label)).ToList();
                Assert.All(Console.TaskWords.Lacking(filledIn, spanish.Task(task.Id)!, @case, spanish, words), sentence => Assert.DoesNotContain(said, s => s.Length > 4 && sentence.Contains(s, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task The_language_is_kept_sealed_with_the_address_and_is_part_of_no_other_row()
    {
        await _grace.SayAsync("Español");
        Assert.Equal("es", (await _bot.Get<Contacts>().FindAsync(StandIn, CancellationToken.None))!.Language);
        await _bot.Get<Contacts>().ForgetAsync(StandIn, "not-installed", _bot.Clock.GetUtcNow());
        Assert.DoesNotContain("es", (await _bot.Get<Contacts>().FindAsync(StandIn, CancellationToken.None))?.Language ?? "", StringComparison.Ordinal);
    }

    private async Task ReportAsync()
    {
        await new Student(_bot).ReportAsync();
        await _bot.WorkAsync();
    }

    private Task<(int Status, JsonNode? Body)> QueryAsync(string command, string parameter, string value) => _maya.InvokeAsync("composeExtension/query", new JsonObject
    {
        ["commandId"] = command,
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = parameter, ["value"] = value }),
    });

    /// <summary>Sentences and words of the program's English and of the cases' plans, and parts of them between holes, that are not Spanish as well.</summary>
    private List<string> EnglishIn(IReadOnlyList<string> strings)
    {
        var (english, spanish, shelf) = (_bot.Get<Phrasebook>().In("en"), _bot.Get<Phrasebook>().In("es"), _bot.Get<ProtocolShelf>());
        var translated = shelf.All.Where(p => shelf.Translation(p.Key, "es") is not null).ToList();
        var both = string.Join('\n', spanish.Keys.Select(k => spanish[k]).Concat(translated.SelectMany(p => shelf.Translation(p.Key, "es")!.Texts.Values)));
        var parts = english.Keys.SelectMany(k => Holes().Split(english[k])).Concat(translated.SelectMany(TextKeys.OfCase).Select(t => t.Value))
            .Select(p => p.Trim(' ', '.', ':', ',')).Where(p => p.Length > 7 && !both.Contains(p, StringComparison.Ordinal)).Distinct().ToList();
        // Numbers and places are called what they call themselves.
        var names = _bot.Get<District>().Resources.All.Select(r => r.Name).ToHashSet();
        return [.. strings.Where(s => !names.Contains(s)).SelectMany(s => parts.Where(p => s.Contains(p, StringComparison.Ordinal)).Select(p => $"{p} in: {s}"))];
    }

    private static IEnumerable<string> Strings(JsonNode node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonObject members => members.Where(m => m.Value is not null).SelectMany(m => Strings(m.Value!)),
        JsonArray all => all.Where(n => n is not null).SelectMany(n => Strings(n!)),
        _ => [],
    };

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Holes();
}
