using System.Text.Json.Nodes;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using static SupportBot.Bot.Tests.Alerts.SharedCase;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>Tasks that opened as a card in the chat of whoever does them, and the list of tasks that staff ask for there.</summary>
public sealed class OpenedTaskCardTests : IAsyncLifetime
{
    private readonly SharedCase _shared = new();
    private RealBot _bot = null!;
    private FakeConnector _connector = null!;
    private Staff _kim = null!, _maya = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RealBot.BuildAsync(settings: [_shared.Setting, ("Teams:PublicAddress", "https://help.district.example")]);
        _connector = await FakeConnector.StartAsync();
        (_kim, _maya) = (new Staff(_bot, _connector, Nurse), new Staff(_bot, _connector, Counselor));
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _bot.DisposeAsync();
        _shared.Dispose();
    }

    private IReadOnlyList<JsonNode> CardsOf(Staff staff) => [.. _connector.Alerts(staff.Conversation).Where(c => c.ToJsonString().Contains("K7M-2QD", StringComparison.Ordinal))];

    [Fact]
    public async Task The_card_says_number_kind_school_tasks_and_due_time_and_not_a_word_of_the_report()
    {
        await _kim.OpenChatAsync();
        await OpenAsync(_bot);
        await _bot.WorkAsync();
        var card = Assert.Single(CardsOf(_kim)).ToJsonString();
        foreach (var part in new[] { "2 tasks for you", "Many hands", "Riverbend High School", "Look at the health plan", "Tell the kitchen", "https://help.district.example/console/cases/K7M-2QD" })
            Assert.Contains(part, card, StringComparison.Ordinal);
        Assert.Contains("2026-11-1", card, StringComparison.Ordinal);
        Assert.All(_connector.Calls, c => Assert.DoesNotContain(Canary, c.Body, StringComparison.Ordinal));
        Assert.Contains("2 tasks of case K7M-2QD are for you", _connector.Calls.Single(c => c.Body.Contains("2 tasks for you", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_in_the_language_of_the_persons_chat()
    {
        _kim.Locale = "es-MX";
        await _kim.OpenChatAsync();
        await OpenAsync(_bot);
        await _bot.WorkAsync();
        Assert.Contains("2 tareas para usted", Assert.Single(CardsOf(_kim)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brought_up_to_date_it_shows_what_is_left_and_once_all_is_done_that_nothing_is()
    {
        await _kim.OpenChatAsync();
        await OpenAsync(_bot);
        await _bot.WorkAsync();
        await DoAsync(_bot, Nurse, (@case, moment) => CaseEngine.FinishTask(@case, "plan", new Dictionary<string, string>(), [], moment));
        // Taking the case brings everybody's cards up to date.
        await _bot.AcknowledgeAsync(Counselor);
        await _bot.WorkAsync();
        var left = _connector.Alerts(_kim.Conversation, "PUT")[^1].ToJsonString();
        Assert.Contains("A task for you", left, StringComparison.Ordinal);
        Assert.DoesNotContain("health plan", left, StringComparison.Ordinal);
        await DoAsync(_bot, Nurse, (@case, moment) => CaseEngine.FinishTask(@case, "diet", new Dictionary<string, string>(), [], moment));
        await DoAsync(_bot, Counselor, (@case, moment) => CaseEngine.Assign(@case, "priya-raman", moment));
        await _bot.WorkAsync();
        Assert.Contains("Nothing left to do", _connector.Alerts(_kim.Conversation, "PUT")[^1].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_again_of_the_same_no_second_card_comes_and_a_task_that_comes_back_is_told_again()
    {
        await _kim.OpenChatAsync();
        await OpenAsync(_bot);
        await _bot.WorkAsync();
        await DoAsync(_bot, Counselor, (@case, moment) => new CaseStep(@case) { Notices = [new Notice(@case.Id, NoticeKind.TaskOpened, "tasks:plan,diet", "nurse", 0, false, moment.Now)] });
        await _bot.WorkAsync();
        Assert.Single(CardsOf(_kim));
    }

    [Fact]
    public async Task My_tasks_lists_what_is_mine_to_do_with_the_case_behind_it()
    {
        await _kim.OpenChatAsync();
        await _kim.SayAsync("my tasks");
        Assert.Contains("No task is yours to do right now.", _connector.Texts(_kim.Conversation), StringComparison.Ordinal);
        await OpenAsync(_bot);
        await _kim.SayAsync("Show my tasks!");
        var said = _connector.Texts(_kim.Conversation);
        Assert.Contains("- [K7M-2QD](https://help.district.example/console/cases/K7M-2QD): Look at the health plan, due in ", said, StringComparison.Ordinal);
        Assert.Contains(": Tell the kitchen, no time is set", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Talk with the student", said, StringComparison.Ordinal);
        Assert.Contains("All of your tasks: https://help.district.example/console/tasks", said, StringComparison.Ordinal);

        await _maya.OpenChatAsync();
        await _maya.SayAsync("idioma español");
        await _maya.SayAsync("mis tareas");
        Assert.Contains("Talk with the student", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        Assert.Contains("console/tasks", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_who_asks_for_tasks_is_told_of_none()
    {
        await OpenAsync(_bot);
        var stranger = new Staff(_bot, _connector, "somebody", "Somebody Else");
        await stranger.SayAsync("my tasks");
        Assert.DoesNotContain("K7M-2QD", _connector.Texts(stranger.Conversation), StringComparison.Ordinal);
    }
}
