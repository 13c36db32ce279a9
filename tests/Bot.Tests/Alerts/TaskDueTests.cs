using SupportBot.Cases;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>A task that falls due tells its owner, and then those above.</summary>
public sealed class TaskDueTests
{
    [Fact]
    public async Task A_task_that_falls_due_tells_its_owner_and_escalates()
    {
        await using var bot = await AcknowledgedAsync();
        await bot.WorkUntilAsync(() => IsToldAsync(bot, "maya-okafor"), "the counselor hears of the late safety check");
        Assert.DoesNotContain("thomas-lindqvist", Overdue(bot));

        await bot.WorkUntilAsync(() => IsToldAsync(bot, "thomas-lindqvist"), "the principal hears of it");
        await bot.WorkUntilAsync(() => Task.FromResult(bot.Told.Sent.Any(s => s.Notice is { Subject: "safety-check", Role: "student-services-director" })), "the director hears of it");

        var timeline = await bot.TimelineAsync(await bot.OnlyCaseAsync());
        Assert.Equal(
            ["safety-check:counselor", "safety-check:principal", "safety-check:student-services-director"],
            timeline.Where(a => a.Action == AuditAction.TaskOverdue && a.Subject.StartsWith("safety-check", StringComparison.Ordinal)).Select(a => a.Subject));
    }

    [Fact]
    public async Task A_task_that_was_done_in_time_tells_nobody()
    {
        await using var bot = await AcknowledgedAsync();
        var @case = await bot.OnlyCaseAsync();
        await bot.CommitAsync(@case, CaseEngine.FinishTask(@case, "safety-check", new Dictionary<string, string> { ["safe"] = "safe" }, [], bot.Moment(@case, "maya-okafor")).Step!);
        for (var day = 0; day < 7; day++) await bot.WorkAfterAsync(TimeSpan.FromDays(1));

        Assert.Empty(Overdue(bot));
        Assert.NotEmpty(bot.Told.Of(NoticeKind.TaskOverdue, "triage"));
    }

    [Fact]
    public async Task A_task_that_was_handed_over_tells_the_person_who_has_it()
    {
        await using var bot = await AcknowledgedAsync();
        var @case = await bot.OnlyCaseAsync();
        await bot.CommitAsync(@case, CaseEngine.HandOver(@case, "safety-check", "priya-raman", bot.Moment(@case, "maya-okafor")).Step!);
        await bot.WorkUntilAsync(() => IsToldAsync(bot, "priya-raman"), "whoever has the task hears that it is late");

        Assert.Equal(["priya-raman"], Overdue(bot));
    }

    private static IReadOnlyList<string> Overdue(RealBot bot) => bot.Told.Of(NoticeKind.TaskOverdue, "safety-check");

    private static Task<bool> IsToldAsync(RealBot bot, string person) => Task.FromResult(Overdue(bot).Contains(person));

    private static async Task<RealBot> AcknowledgedAsync()
    {
        var bot = await RealBot.BuildAsync();
        await new Student(bot).ReportAsync();
        await bot.WorkAsync();
        await bot.AcknowledgeAsync("maya-okafor");
        return bot;
    }
}
