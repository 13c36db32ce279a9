using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Protocols;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>What is confirmed again and again reminds one person, and the others only where nobody answers.</summary>
public sealed class RepeatedTaskTests : IDisposable
{
    private const string First = "elena-petrova", Second = "samuel-adeyemi";

    private const string Protocol = """
        format: 1
        id: stay
        version: 1
        title: "Stay"
        status: active
        effective: { from: "2026-09-01" }
        approved: none
        review: { due: "2027-08-20" }
        owner: principal
        starts-on: ["route:stay"]
        severity: standard
        language: en
        fallback: tell
        anonymous: never
        may-start: [safeguarding-lead]
        steps:
          - id: tell
            alert: safeguarding-lead
            severity: standard
            card: new-case
            acknowledge: 1 school-day
            escalate: [{ to: safeguarding-lead }]
          - id: ended
            end: done
        case:
          kind: stay
          title: "Stay"
          sees: [safeguarding-lead, principal]
          states:
            - { id: open, title: "Open", next: [released] }
            - { id: released, title: "Released", next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [open] }
          tasks:
            - { id: stay, title: "Who stays?", owner: safeguarding-lead, opens: open, due: { within: 10 minutes }, repeats: { every: 30 minutes, until: released }, escalate: [{ to: principal, after: 5 minutes }] }
          outcomes: { done: "Done" }

        """;

    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("supportbot-district-");

    public RepeatedTaskTests() => File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("protocols").CreateSubdirectory("stay").FullName, "1.yaml"), Protocol);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_first_late_one_calls_the_role_and_a_later_one_whoever_works_the_case()
    {
        await using var bot = await OpenedAsync();
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(11));
        Assert.Equal([First, Second], Reminded(bot, "stay").Order());

        await DoAsync(bot, (@case, moment) => CaseEngine.Assign(@case, First, moment));
        await DoAsync(bot, (@case, moment) => CaseEngine.FinishTask(@case, "stay", new Dictionary<string, string>(), [], moment));
        await bot.WorkAsync();
        Assert.DoesNotContain(bot.Told.Sent, s => s.Notice.Kind == NoticeKind.TaskOpened && s.Notice.Subject.Contains("stay.2", StringComparison.Ordinal));
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(31));
        Assert.Equal([First], Reminded(bot, "stay.2"));
    }

    [Fact]
    public async Task Whoever_it_was_handed_to_is_reminded_each_time_and_nobody_is_once_the_state_is_there()
    {
        await using var bot = await OpenedAsync();
        await DoAsync(bot, (@case, moment) => CaseEngine.Assign(@case, First, moment));
        await DoAsync(bot, (@case, moment) => CaseEngine.HandOver(@case, "stay", Second, moment));
        await DoAsync(bot, (@case, moment) => CaseEngine.FinishTask(@case, "stay", new Dictionary<string, string>(), [], moment));
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(31));
        Assert.Equal([Second], Reminded(bot, "stay.2"));

        await DoAsync(bot, (@case, moment) => CaseEngine.FinishTask(@case, "stay.2", new Dictionary<string, string>(), [], moment));
        await DoAsync(bot, (@case, moment) => CaseEngine.Move(@case, "released", null, moment));
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(90));
        Assert.Empty(Reminded(bot, "stay.3"));
    }

    private static IReadOnlyList<string> Reminded(RealBot bot, string task) => [.. bot.Told.Of(NoticeKind.TaskOverdue, task).Where(p => p is First or Second)];

    private async Task<RealBot> OpenedAsync()
    {
        var bot = await RealBot.BuildAsync(settings: ("Content:Path", _folder.FullName));
        var protocol = bot.Get<ProtocolShelf>().Get(new ProtocolKey("stay", 1))!;
        var moment = new CaseMoment(Actor.Staff("thomas-lindqvist"), bot.Clock.GetUtcNow(), protocol.Case!, bot.Get<ICaseCalendars>().Of("riverbend-high"), () => Guid.NewGuid().ToString("N"));
        var step = CaseEngine.Open(new CaseOpening(Guid.NewGuid(), "K7M-2QD", "stay@1", [], Severity.Standard, "riverbend-high", "OR", false, "en", []), moment);
        Assert.True(await bot.Cases.CommitAsync([new CaseChange(step, 0, new ProtocolPin(protocol.Key.ToString(), protocol.Hash, protocol.CanonicalJson))], CancellationToken.None));
        return bot;
    }

    private static async Task DoAsync(RealBot bot, Func<Case, CaseMoment, CaseResult> act)
    {
        var @case = await bot.OnlyCaseAsync();
        await bot.CommitAsync(@case, act(@case, bot.Moment(@case, First)).Step!);
    }
}
