using SupportBot.Cases;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>An alert is a promise: it reaches people, climbs, and ends only when a person acknowledges.</summary>
public sealed class LadderTests
{
    private const string Counselor = "maya-okafor", StandIn = "grace-whitefeather", Principal = "thomas-lindqvist", Director = "rosa-jimenez";

    [Fact]
    public async Task A_routine_report_is_in_the_counselors_inbox_at_once_in_Development()
    {
        await using var bot = await RealBot.BuildAsync();
        await new Student(bot).ReportAsync();
        await bot.WorkAsync();

        var item = Assert.Single(await bot.InboxAsync(Counselor));
        Assert.Equal((0, "counselor", bot.Clock.GetUtcNow()), (item.Rung, item.Role, item.SentAt));
        Assert.Equal("riverbend-high", item.Case.SchoolId);
        Assert.Empty(await bot.InboxAsync(Principal));
        Assert.Contains(await bot.TimelineAsync(item.Case), a => a.Action == AuditAction.AlertSent && a.Subject == $"a1:{Counselor}:console");
    }

    [Fact]
    public async Task When_nobody_acknowledges_it_climbs_to_the_principal_then_the_director_and_repeats()
    {
        await using var bot = await RealBot.BuildAsync();
        await new Student(bot).ReportAsync();
        await bot.WorkAsync();

        await bot.WorkUntilAsync(async () => (await bot.InboxAsync(Principal)).Count > 0, "the principal is told");
        Assert.Equal(1, (await AlertAsync(bot)).At);
        // The director stands behind every principal and is told with that role; as director only on the next rung.
        Assert.DoesNotContain(await bot.InboxAsync(Director), i => i.Role == "student-services-director");

        await bot.WorkUntilAsync(async () => (await bot.InboxAsync(Director)).Any(i => i.Role == "student-services-director"), "the director is told");
        Assert.False((await AlertAsync(bot)).IsUnanswered);

        await bot.WorkUntilAsync(async () => (await AlertAsync(bot)).Repeats >= 2, "the last rung is told again and again");
        Assert.True((await AlertAsync(bot)).IsUnanswered);
        Assert.True(bot.Told.Sent.Count(s => s.Person == Director && s.Notice is { Kind: NoticeKind.Alert, Rung: 2 }) >= 3);
    }

    [Fact]
    public async Task An_acknowledgement_stops_it()
    {
        await using var bot = await RealBot.BuildAsync();
        await new Student(bot).ReportAsync();
        await bot.WorkAsync();
        await bot.AcknowledgeAsync(Counselor);
        for (var day = 0; day < 7; day++) await bot.WorkAfterAsync(TimeSpan.FromDays(1));

        Assert.Empty(await bot.InboxAsync(Principal));
        Assert.Equal((0, 0, Counselor), await AlertAsync(bot) is var alert ? (alert.At, alert.Repeats, alert.Acknowledged?.PersonId) : default);
        Assert.Equal(Counselor, (await bot.OnlyCaseAsync()).Owner);
    }

    [Fact]
    public async Task A_person_named_in_the_report_never_gets_it_and_the_next_holder_does()
    {
        await using var bot = await RealBot.BuildAsync();
        await new Student(bot).ReportAsync(("Who did it?", "Maya Okafor"));
        await bot.WorkAsync();
        Assert.Single(await bot.InboxAsync(StandIn));

        for (var day = 0; day < 10; day++) await bot.WorkAfterAsync(TimeSpan.FromDays(1));
        Assert.Empty(await bot.InboxAsync(Counselor));
        Assert.DoesNotContain(bot.Told.Sent, s => s.Person == Counselor);
        var @case = await bot.OnlyCaseAsync();
        Assert.Equal([Counselor], @case.Excluded);
        Assert.DoesNotContain(await bot.TimelineAsync(@case), a => a.Subject.Contains(Counselor, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_who_may_get_it_is_written_down_and_the_ladder_still_climbs()
    {
        await using var bot = await RealBot.BuildAsync();
        await new Student(bot).ReportAsync(("Who did it?", "Maya Okafor, Grace Whitefeather and Rosa Jimenez"));
        await bot.WorkAsync();
        var @case = await bot.OnlyCaseAsync();
        Assert.Equal(3, @case.Excluded.Count);
        Assert.Contains(await bot.TimelineAsync(@case), a => a.Action == AuditAction.AlertFoundNobody && a.Subject == "a1:counselor");

        await bot.WorkUntilAsync(async () => (await bot.InboxAsync(Principal)).Count > 0, "the principal is told");
    }

    [Fact]
    public async Task Outside_Development_a_routine_alert_of_an_anonymous_report_leaves_after_5_to_45_minutes()
    {
        await using var bot = await RealBot.BuildAsync("Production");
        await new Student(bot).ReportAsync();
        await bot.WorkAsync();
        await bot.WorkAfterAsync(new TimeSpan(0, 4, 59));
        Assert.Empty(await bot.InboxAsync(Counselor));

        await bot.WorkAfterAsync(TimeSpan.FromMinutes(41));
        Assert.Single(await bot.InboxAsync(Counselor));
    }

    [Fact]
    public async Task Outside_Development_a_critical_one_leaves_at_once_before_the_report_is_done()
    {
        await using var bot = await RealBot.BuildAsync("Production");
        var student = new Student(bot);
        await student.SayAsync("someone keeps pushing me in the hallway");
        await student.GoToAsync("talk about a weapon", ("danger right now", "Yes, right now"));
        await bot.WorkAsync();

        var item = Assert.Single(await bot.InboxAsync(Counselor));
        Assert.Equal(("duty-counselor", Severity.Critical), (item.Role, item.Case.Severity));
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(6));
        Assert.NotEmpty(await bot.InboxAsync(Director));
    }

    private static async Task<Alert> AlertAsync(RealBot bot) => Assert.Single((await bot.OnlyCaseAsync()).Alerts);
}
