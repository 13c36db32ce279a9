using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Graph.Tests;
using static SupportBot.Bot.Tests.Alerts.SharedCase;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>Tasks that opened, by activity feed and by mail.</summary>
public sealed class GraphTaskTests : IAsyncLifetime
{
    private readonly SharedCase _shared = new();
    private GraphWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await GraphWorld.BuildAsync(_shared.Setting);

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _shared.Dispose();
    }

    private Person Kim => _world.Bot.Get<District>().Person(Nurse)!;

    private IReadOnlyList<GraphRequest> Mails => [.. _world.Graph.Of("sendMail").Where(m => (string?)m.Json["Message"]!["toRecipients"]![0]!["emailAddress"]!["address"] == Kim.Mail)];

    private IReadOnlyList<GraphRequest> Feed => [.. _world.Graph.Of($"users/{Kim.EntraId}/teamwork/sendActivityNotification")];

    [Fact]
    public async Task Whoever_is_to_do_them_gets_one_line_in_the_feed_and_one_mail_with_every_task_and_no_word_of_the_report()
    {
        await OpenAsync(_world.Bot);
        await _world.Bot.WorkAsync();
        var (mail, line) = (Assert.Single(Mails), Assert.Single(Feed));
        Assert.Equal("2 tasks of case K7M-2QD are for you", (string?)mail.Json["Message"]!["subject"]);
        var text = (string)mail.Json["Message"]!["body"]!["content"]!;
        foreach (var part in new[] { "Many hands", "Riverbend High School", "- Look at the health plan: due in ", "- Tell the kitchen: no time is set", "https://help.district.example/console/cases/K7M-2QD" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Equal("taskOpened", (string?)line.Json["activityType"]);
        Assert.All(_world.Graph.Requests, r => Assert.DoesNotContain(Canary, $"{r} {r.Body}", StringComparison.Ordinal));
        GraphContract.Check(_world.Graph);
    }

    [Fact]
    public async Task A_mail_of_tasks_that_were_done_while_the_service_was_down_is_not_sent()
    {
        var up = false;
        _world.Graph.On("sendMail", _ => up ? GraphReply.Accepted : GraphReply.Error(500, "ErrorInternalServerError"));
        await OpenAsync(_world.Bot);
        await _world.Bot.WorkAsync();
        Assert.NotEmpty(Mails);
        foreach (var task in new[] { "plan", "diet" }) await DoAsync(_world.Bot, Nurse, (@case, moment) => CaseEngine.FinishTask(@case, task, new Dictionary<string, string>(), [], moment));
        up = true;
        var tried = Mails.Count;
        for (var i = 0; i < 10; i++) await _world.Bot.WorkAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(tried, Mails.Count);
    }
}
