using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph.Tests;
using SupportBot.Storage;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>An alert by card, activity feed and mail: whichever of them fails, the others go on, and nobody learns a word of the report.</summary>
public sealed class GraphAlertTests
{
    private const string Maya = "a1:maya-okafor:";
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task An_urgent_alert_goes_by_card_feed_and_mail_and_no_word_of_the_report_goes_with_it()
    {
        await using var world = await GraphWorld.BuildAsync();
        foreach (var person in world.Bot.Get<District>().People.Where(p => p.EntraId is not null)) await new Teams.Staff(world.Bot, world.Connector, person.Id).OpenChatAsync();
        await new Student(world.Bot).ReportAsync(("feel safe at school", "No, I do not feel safe"), ("Who did it?", "Zebulon Quartzmarker"));
        await world.Bot.WorkAsync();

        var sent = await world.AttemptsAsync(AuditAction.AlertSent, "a1:");
        var people = sent.Select(s => s.Split(':')[1]).Distinct().ToList();
        Assert.NotEmpty(people);
        foreach (var person in people)
            Assert.Equal(["graph-feed", "graph-mail", "teams"], sent.Where(s => s.Split(':')[1] == person).Select(s => s.Split(':')[2]).Order());
        Assert.All(people, p => Assert.NotEmpty(world.Connector.Alerts($"chat-{p}")));
        // Mails about its tasks may leave in the same moment; which comes first is up to the network.
        var subjects = world.Graph.Of("sendMail").Select(m => (string)m.Json["Message"]!["subject"]!).ToList();
        Assert.Equal(people.Count, subjects.Count(s => s.StartsWith("Urgent: case ", StringComparison.Ordinal)));

        var requests = world.Graph.Requests.Select(r => $"{r} {r.Body}").Concat(world.Connector.Calls.Select(c => $"{c.Path} {c.Body}"));
        Assert.All(requests, r => Assert.DoesNotMatch("(?i)hallway|quartzmarker|zebulon|pushing", r));
        Assert.All(world.Bot.Logged.Written, l => Assert.DoesNotMatch("(?i)quartzmarker|words of the service", l));
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task Feed_and_mail_are_in_the_language_of_the_persons_chat_and_say_that_nobody_has_checked_it()
    {
        await using var world = await GraphWorld.BuildAsync();
        await new Teams.Staff(world.Bot, world.Connector, GraphWorld.Counselor).SayAsync("Español", "spoken");
        await ReportAsync(world);
        await world.Bot.WorkAsync();

        var (number, mail, feed) = ((await world.Bot.OnlyCaseAsync()).Number, world.Mails[0].Json["Message"]!, world.Notices[0].Json);
        Assert.EndsWith($": el caso {number} necesita su atención", (string?)mail["subject"], StringComparison.Ordinal);
        var body = (string?)mail["body"]!["content"];
        Assert.Contains("Qué: Reporte de acoso\r\nDónde: Riverbend High School\r\nQué tan urgente: ", body, StringComparison.Ordinal);
        Assert.Contains("traducción que ninguna persona ha revisado", body, StringComparison.Ordinal);
        Assert.Equal($"Caso {number}", (string?)feed["topic"]!["value"]);
        Assert.Contains("Por favor confírmelo", (string?)feed["previewText"]!["content"], StringComparison.Ordinal);
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task Mail_down_holds_up_nothing_else_and_the_page_of_reach_says_so_until_it_is_back()
    {
        await using var world = await GraphWorld.BuildAsync();
        var up = false;
        world.Graph.On("sendMail", _ => up ? GraphReply.Accepted : GraphReply.Error(500, "ErrorInternalServerError"));
        await ReportAsync(world);
        await world.Bot.WorkAsync();

        Assert.Single(world.Connector.Alerts("chat-maya-okafor"));
        Assert.Single(world.Notices);
        Assert.Contains($"{Maya}graph-mail:ErrorInternalServerError", await world.AttemptsAsync(AuditAction.AlertFailed));
        Assert.Contains(world.Bot.Get<ReachBoard>().ServiceNews, n => n.StartsWith("Mail from this program is late", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Bot.Get<ReachBoard>().ServiceNews, n => n.Contains("feed", StringComparison.Ordinal));

        up = true;
        await world.Bot.WorkAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Contains($"{Maya}graph-mail", await world.AttemptsAsync(AuditAction.AlertSent));
        Assert.Empty(world.Bot.Get<ReachBoard>().ServiceNews);
    }

    [Fact]
    public async Task Throttled_mail_waits_as_long_as_Graph_asks_and_holds_up_no_feed()
    {
        await using var world = await GraphWorld.BuildAsync();
        world.ThrottleOnce("90");
        await ReportAsync(world);
        await world.Bot.WorkAsync();
        Assert.Single(world.Notices);
        Assert.Single(world.Connector.Alerts("chat-maya-okafor"));

        Assert.Equal(["Mail"], world.Bot.Get<ReachBoard>().Resting);
        await world.Bot.WorkAfterAsync(TimeSpan.FromSeconds(89));
        Assert.Single(world.Mails);
        await world.Bot.WorkAfterAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(2, world.Mails.Count);
        Assert.Empty(world.Bot.Get<ReachBoard>().Resting);
        Assert.Equal([$"{Maya}graph-mail:ApplicationThrottled"], await world.AttemptsAsync(AuditAction.AlertFailed));
        Assert.Single(world.Notices);
    }

    [Fact]
    public async Task While_mail_rests_what_waits_for_it_keeps_its_turn()
    {
        await using var world = await GraphWorld.BuildAsync();
        world.ThrottleOnce("90");
        await ReportAsync(world);
        await world.Bot.WorkAsync();
        await ReportAsync(world);
        await world.Bot.WorkAsync();
        await world.Bot.WorkAfterAsync(TimeSpan.FromSeconds(30));

        // Untouched: still due since it was written, and tried by nobody but this claim.
        var waiting = await world.Bot.Get<Sends>().ClaimAsync(ServiceNames.Mail, world.Bot.Clock.GetUtcNow(), 100, 100, TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);
        Assert.NotEmpty(waiting);
        Assert.All(waiting, w => Assert.Equal(1, w.Attempts));
        Assert.Single(world.Mails);
        await world.Bot.WorkAfterAsync(TimeSpan.FromSeconds(61));
        Assert.Equal(3, world.Mails.Count);
    }

    [Fact]
    public async Task What_was_acknowledged_meanwhile_is_not_mailed_any_more()
    {
        await using var world = await GraphWorld.BuildAsync();
        world.ThrottleOnce("90");
        await ReportAsync(world);
        await world.Bot.WorkAsync();
        await world.Bot.AcknowledgeAsync(GraphWorld.Counselor);
        await world.Bot.WorkAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Single(world.Mails);
    }

    [Fact]
    public async Task Whoever_is_reached_by_mail_is_not_skipped_and_stands_as_unreachable_in_Teams()
    {
        await using var world = await GraphWorld.BuildAsync();
        world.Connector.Faults.Enqueue((403, "MessageWritesBlocked"));
        world.Graph.On("sendActivity", GraphReply.Error(403, "Forbidden"));
        await ReportAsync(world);
        await world.Bot.WorkAsync();

        Assert.Empty(await world.Bot.InboxAsync(GraphWorld.Principal));
        Assert.Contains($"{Maya}graph-mail", await world.AttemptsAsync(AuditAction.AlertSent));
        Assert.Equal(
            [$"{Maya}graph-feed:not-installed", $"{Maya}teams:MessageWritesBlocked"],
            (await world.AttemptsAsync(AuditAction.AlertFailed, Maya)).Order());
        Assert.Equal(["graph-feed", "teams"], (await world.Bot.Get<Contacts>().UnreachedAsync(Never)).Where(u => u.PersonId == GraphWorld.Counselor).Select(u => u.Channel).Order());
    }

    [Fact]
    public async Task Whoever_is_reached_by_nothing_is_skipped_at_once()
    {
        await using var world = await GraphWorld.BuildAsync();
        world.Connector.Faults.Enqueue((403, "MessageWritesBlocked"));
        world.Graph.On("sendActivity", GraphReply.Error(403, "Forbidden"));
        world.Graph.On("sendMail", GraphReply.Error(400, "ErrorInvalidRecipients"));
        await ReportAsync(world);
        await world.Bot.WorkAsync();
        // The feed takes so many a second, and tasks of the case were told too.
        await world.Bot.WorkAfterAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(3, (await world.AttemptsAsync(AuditAction.AlertFailed, Maya)).Count);
        Assert.NotEmpty(await world.Bot.InboxAsync(GraphWorld.Principal));
        Assert.Contains("caseLadder", world.Graph.Of("sendActivity").Select(r => (string?)r.Json["activityType"]));
    }

    [Fact]
    public async Task A_task_that_is_overdue_is_mailed_and_a_task_that_merely_waits_is_not()
    {
        await using var world = await GraphWorld.BuildAsync();
        await ReportAsync(world);
        await world.Bot.WorkAsync();
        await world.Bot.AcknowledgeAsync(GraphWorld.Counselor);
        await world.Bot.WorkAsync();
        Assert.Single(world.Mails);

        await world.Bot.WorkUntilAsync(() => Task.FromResult(world.Mails.Count > 1), "the late task is mailed");
        Assert.StartsWith("Task of case ", (string?)world.Mails[1].Json["Message"]!["subject"], StringComparison.Ordinal);
        Assert.Contains("taskDue", world.Graph.Of("sendActivity").Select(r => (string?)r.Json["activityType"]));
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task A_mail_service_that_hangs_holds_up_nobodys_next_card_or_notice()
    {
        await using var world = await GraphWorld.BuildAsync(("Graph:Timeout", "00:01:00"));
        // The role of the first rung is held by three people.
        const int three = 3;
        var (hangs, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        world.Graph.On("sendMail", _ =>
        {
            hangs.TrySetResult();
            return GraphReply.Never;
        });
        world.Graph.On("sendActivity", _ =>
        {
            if (world.Graph.Of("sendActivity").Count > three) second.TrySetResult();
            return null;
        });
        await world.Bot.StartAsync();
        await ReportAsync(world);
        await hangs.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await ReportAsync(world);
        await second.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static Task ReportAsync(GraphWorld world) => new Student(world.Bot).ReportAsync();
}
