using SupportBot.Bot.Tests.Alerts;
using SupportBot.Bot.Tests.StaffConsole;
using SupportBot.Cases;

namespace SupportBot.Bot.Tests;

/// <summary>
/// A version is found to harm while somebody is in the middle of it and a case of it is worked: the process ends, another begins with the recall. The person is told and gets a person and
/// a number; the case stays with whoever has it, its times go on, and its page says what happened.
/// </summary>
public sealed class RecallTests : IDisposable
{
    private const string Counselor = "maya-okafor", Principal = "thomas-lindqvist";

    private const string Harmful = """
        format: 1
        id: small
        version: 1
        title: "Small"
        status: active
        effective: { from: "2026-09-01" }
        approved: { on: "2026-08-20", by: principal }
        review: { last: "2026-08-20", due: "2027-08-20" }
        owner: principal
        starts-on: ["menu:more"]
        severity: standard
        language: en
        fallback: ask-for-a-person
        steps:
          - id: where
            form: where
            fields: { school: { type: school, label: "Which school?", required: true } }
            timeout: { after: 300 minutes, go: ended, source: "ours", status: district default }
          - id: tell
            alert: counselor
            source: "ours"
            status: district default
            severity: urgent
            card: urgent-case
            acknowledge: 1 hour
            escalate: [{ to: principal }]
          - id: harmful
            ask: "A question that harms?"
            answer: one
            choices: { left: "Left", right: "Right" }
            timeout: { after: 5 hours, go: worse, source: "ours", status: district default }
          - id: worse
            say: "Words that harm."
            next: ended
          - id: ended
            end: done
          - id: ask-for-a-person
            alert: counselor
            source: "ours"
            status: district default
            severity: urgent
            card: urgent-case
            acknowledge: 1 hour
            escalate: [{ to: principal }]
          - id: asked
            say: "A counselor reads this."
            next: ended
        case:
          kind: small
          title: "Small"
          sees: [counselor, principal]
          states:
            - { id: open, title: "Open", next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [open] }
          tasks:
            - { id: call, title: "Call home", owner: counselor, opens: open, due: { within: 20 hours }, source: "ours", status: district default, escalate: [{ to: principal, after: 2 hours }] }
          clocks:
            - { id: answer, title: "Answer", starts: open, within: 10 days, source: "ours", status: district default }
          outcomes: { done: "Done" }
          keep: { after: closed, for: 5 years, then: shred, source: "ours", status: district default }

        """;

    private readonly DirectoryInfo _content = System.IO.Directory.CreateTempSubdirectory("supportbot-content-");

    private static async Task<(RealBot Bot, Student Student)> InTheMiddleAsync(DirectoryInfo content, string severity = "standard")
    {
        File.WriteAllText(Path.Combine(content.CreateSubdirectory("protocols").CreateSubdirectory("small").FullName, "1.yaml"), Harmful.Replace("severity: standard\n", $"severity: {severity}\n", StringComparison.Ordinal));
        var bot = await RealBot.BuildAsync(settings: ("Content:Path", content.FullName));
        var student = new Student(bot);
        await student.BeginAsync("small");
        await student.GoToAsync("A question that harms?");
        await bot.WorkAsync();
        await bot.AcknowledgeAsync(Counselor);
        await bot.WorkAsync();
        await student.LookAsync();
        return (bot, student);
    }

    private async Task RecallAsync(RealBot bot)
    {
        File.WriteAllText(Path.Combine(_content.FullName, "protocols", "recalls.yaml"), """
            recalls:
              - { version: small@1, "on": "2026-11-16", by: principal, why: "The second question frightened people." }

            """);
        await bot.RestartAsync();
    }

    [Fact]
    public async Task Whoever_answers_is_told_and_gets_a_person_and_a_number()
    {
        var (bot, student) = await InTheMiddleAsync(_content);
        await using var _ = bot;
        await RecallAsync(bot);
        await student.LookAsync();
        await student.PressAsync("Left");
        await ToldAsync(bot, student);
    }

    [Fact]
    public async Task So_is_whoever_falls_silent_and_no_step_of_the_recalled_version_follows()
    {
        // Only an urgent protocol notices silence in the anonymous chat.
        var (bot, student) = await InTheMiddleAsync(_content, "urgent");
        await using var _ = bot;
        await RecallAsync(bot);
        await bot.WorkAfterAsync(TimeSpan.FromHours(6));
        await ToldAsync(bot, student);
    }

    private static async Task ToldAsync(RealBot bot, Student student)
    {
        var said = await student.TranscriptAsync();
        Assert.Contains("I stop these steps here, because the school does not use them any more. I am calling a person who goes on from here.", said, StringComparison.Ordinal);
        Assert.Contains("988", said, StringComparison.Ordinal);
        Assert.Contains("A counselor reads this.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Words that harm.", said, StringComparison.Ordinal);
        // The call is in the case that was open: a second alert, to the same people, and the case stays with whoever has it.
        await bot.WorkAsync();
        var @case = await bot.OnlyCaseAsync();
        Assert.Equal((Counselor, "open", 2), (@case.Owner, @case.State, @case.Alerts.Count));
        Assert.Null(@case.Alerts[1].Acknowledged);
        Assert.Contains(await bot.InboxAsync(Counselor), i => i.AlertId == @case.Alerts[1].Id);
    }

    [Fact]
    public async Task The_case_stays_with_its_owner_and_its_times_go_on()
    {
        var (bot, _) = await InTheMiddleAsync(_content);
        await using var __ = bot;
        var before = await bot.OnlyCaseAsync();
        await RecallAsync(bot);
        var after = await bot.OnlyCaseAsync();
        Assert.Equal((before.Owner, before.State, before.Revision), (after.Owner, after.State, after.Revision));
        Assert.Equal(before.Tasks.Single().Due, after.Tasks.Single().Due);
        Assert.Null(Assert.Single(after.Clocks).StoppedAt);

        await bot.WorkAfterAsync(TimeSpan.FromHours(21));
        Assert.Equal(1, (await bot.OnlyCaseAsync()).Tasks.Single().Escalated);
        await bot.WorkAfterAsync(TimeSpan.FromHours(2));
        Assert.Contains(Principal, bot.Told.Of(NoticeKind.TaskOverdue, "call"));
        Assert.Equal(Counselor, (await bot.OnlyCaseAsync()).Owner);

        // Whoever works it finishes and closes it by the plan it began with.
        var now = await bot.OnlyCaseAsync();
        await bot.CommitAsync(now, CaseEngine.FinishTask(now, "call", new Dictionary<string, string>(), [], bot.Moment(now, Counselor)).Step!);
        Assert.True((await bot.OnlyCaseAsync()).Tasks.Single().IsDone);
    }

    [Fact]
    public async Task The_page_of_the_case_says_that_its_version_was_recalled()
    {
        var (bot, _) = await InTheMiddleAsync(_content);
        await using var __ = bot;
        await RecallAsync(bot);
        using var maya = await Desk.SitDownAsync(await bot.StartAsync(), Counselor);
        var @case = await bot.OnlyCaseAsync();
        await maya.GoAsync($"/console/cases/{@case.Number}");
        Assert.Contains("The version this case is worked by was recalled", maya.Text, StringComparison.Ordinal);
        Assert.Contains("by the principal: The second question frightened people.", maya.Text, StringComparison.Ordinal);
        Assert.Contains("it stays with whoever has it, and its tasks and times go on", maya.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _content.Delete(recursive: true);
}
