using SupportBot.Cases;
using static SupportBot.Bot.Tests.Alerts.SharedCase;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>A task that opens finds its people: the role that does it, once, and nobody who knows already.</summary>
public sealed class OpenedTaskTests : IDisposable
{
    private readonly SharedCase _shared = new();

    public void Dispose() => _shared.Dispose();

    private static IReadOnlyList<(string Person, string Subject)> Told(RealBot bot) => [.. bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.TaskOpened).Select(s => (s.Person, s.Notice.Subject))];

    private Task<RealBot> BuildAsync() => RealBot.BuildAsync(settings: _shared.Setting);

    private static async Task<IReadOnlyList<string>> FoundNobodyAsync(RealBot bot) =>
        [.. (await bot.TimelineAsync(await bot.OnlyCaseAsync())).Where(a => a.Action == AuditAction.TaskFoundNobody).Select(a => a.Subject)];

    [Fact]
    public async Task Another_role_hears_at_once_of_all_its_tasks_in_one_notice_and_whom_the_alert_called_hears_nothing_beside_it()
    {
        await using var bot = await BuildAsync();
        await OpenAsync(bot);
        await bot.WorkAsync();
        Assert.Equal([(Nurse, "tasks:plan,diet")], Told(bot));
        Assert.Contains(bot.Told.Sent, s => s is { Person: Counselor, Notice.Kind: NoticeKind.Alert });
    }

    [Fact]
    public async Task Whoever_takes_the_case_needs_no_notice_and_a_taker_of_another_role_leaves_one_for_whom_the_alert_had_called()
    {
        await using var bot = await BuildAsync();
        await OpenAsync(bot);
        await bot.WorkAsync();
        await bot.AcknowledgeAsync(Counselor);
        await bot.WorkAsync();
        Assert.Equal([(Nurse, "tasks:plan,diet")], Told(bot));

        await using var other = await BuildAsync();
        await OpenAsync(other);
        await other.WorkAsync();
        await other.AcknowledgeAsync(Principal);
        await other.WorkAsync();
        Assert.Equal([(Nurse, "tasks:plan,diet"), (Counselor, "tasks:talk")], Told(other));
    }

    [Fact]
    public async Task What_opens_later_is_told_to_its_role_and_where_nobody_may_open_the_case_that_is_written_down()
    {
        await using var bot = await BuildAsync();
        await OpenAsync(bot);
        await bot.AcknowledgeAsync(Counselor);
        await bot.WorkAsync();
        await DoAsync(bot, Counselor, (@case, moment) => CaseEngine.Move(@case, "second", null, moment));
        await bot.WorkAsync();
        Assert.Equal([(Nurse, "tasks:plan,diet"), (SocialWorker, "tasks:home")], Told(bot));
        Assert.Equal(["logs:it-evidence"], await FoundNobodyAsync(bot));
    }

    [Fact]
    public async Task Somebody_who_is_kept_out_hears_nothing_and_the_timeline_says_that_nobody_was_there()
    {
        await using var bot = await BuildAsync();
        await OpenAsync(bot, excluded: Nurse);
        await bot.WorkAsync();
        Assert.Empty(Told(bot));
        Assert.Equal(["plan,diet:nurse"], await FoundNobodyAsync(bot));
    }

    [Fact]
    public async Task A_task_that_is_handed_to_a_person_is_told_to_that_person()
    {
        await using var bot = await BuildAsync();
        await OpenAsync(bot);
        await bot.AcknowledgeAsync(Counselor);
        await bot.WorkAsync();
        await DoAsync(bot, Counselor, (@case, moment) => CaseEngine.HandOver(@case, "talk", "priya-raman", moment));
        await bot.WorkAsync();
        Assert.Equal([(Nurse, "tasks:plan,diet"), ("priya-raman", "tasks:talk")], Told(bot));
    }

    [Fact]
    public async Task What_was_done_or_ended_before_the_notice_left_is_told_to_nobody()
    {
        await using var bot = await BuildAsync();
        await OpenAsync(bot, number: "K7M-2QD");
        await DoAsync(bot, Counselor, (@case, moment) => CaseEngine.FinishTask(@case, "plan", new Dictionary<string, string>(), [], moment));
        await DoAsync(bot, Counselor, (@case, moment) => CaseEngine.FinishTask(@case, "diet", new Dictionary<string, string>(), [], moment));
        await bot.WorkAsync();
        Assert.Empty(Told(bot));

        await using var other = await BuildAsync();
        await OpenAsync(other);
        await other.AcknowledgeAsync(Counselor);
        var closed = await DoAsync(other, Counselor, (@case, moment) => CaseEngine.Close(@case, "closed", "done", null, moment));
        await other.WorkAsync();
        Assert.Empty(Told(other));
        Assert.DoesNotContain(await other.TimelineAsync(closed), a => a.Action == AuditAction.TaskFoundNobody);
    }

    [Fact]
    public async Task It_waits_through_a_restart()
    {
        await using var bot = await BuildAsync();
        await OpenAsync(bot);
        await bot.RestartAsync();
        await bot.WorkAsync();
        Assert.Equal([(Nurse, "tasks:plan,diet")], Told(bot));
    }
}
