using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>What becomes of closed cases when their time is over.</summary>
public class KeepingTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    // Opens and closes a case of a protocol of the built-in content, as people would have.
    private static async Task<Case> ClosedAsync(RealBot bot, string protocol)
    {
        Assert.True(Protocols.ProtocolKey.TryParse(protocol, out var key));
        var plan = bot.Get<Protocols.ProtocolShelf>().Get(key!)!.Case!;
        var now = bot.Clock.GetUtcNow();
        var id = Guid.NewGuid();
        var moment = new CaseMoment(Actor.Reporter, now, plan, bot.Get<ICaseCalendars>().Of("riverbend-high"), () => Guid.NewGuid().ToString("N"));
        var opened = CaseEngine.Open(new CaseOpening(id, CaseNumber.From(id.ToByteArray()), protocol, [], Severity.Standard, "riverbend-high", "OR", false, "en", []), moment);
        var words = new Words(Guid.NewGuid(), id, WordsKind.Report, "what", "What happened?", Actor.Reporter, now, new PersonText("he takes my lunch"));
        var commit = new TurnCommit
        {
            Key = new ConversationKey("keeping", id.ToString("N")), Lockbox = Lockbox.Server, ExpectedRevision = 0, DedupeKeys = [id.ToString("N")], State = "{}"u8.ToArray(),
            Cases = [new CaseCommit(opened with { Words = [words] }, 0, CaseKey.New())], ExpiresAt = now.AddDays(1),
        };
        Assert.Equal(CommitOutcome.Committed, (await bot.Get<ITurnStore>().CommitAsync(commit, Never)).Outcome);
        var end = plan.States.First(s => s.IsEnd);
        var closed = (await bot.Cases.FindAsync(id, Never))! with { State = end.Id, Outcome = plan.Outcomes[0].Id, ClosedAt = now };
        await bot.CommitAsync(closed, new CaseStep(closed));
        return (await bot.Cases.FindAsync(id, Never))!;
    }

    private static async Task<Case> NowAsync(RealBot bot, Case @case) => (await bot.Cases.FindAsync(@case.Id, Never))!;

    [Fact]
    public async Task A_bullying_case_is_shredded_five_years_after_it_was_closed_unless_it_is_held()
    {
        await using var bot = await RealBot.BuildAsync();
        var (@case, held) = (await ClosedAsync(bot, "bullying-report@1"), await ClosedAsync(bot, "bullying-report@1"));
        var reason = new Words(Guid.NewGuid(), held.Id, WordsKind.Reason, "hold", "", Actor.Staff("thomas-lindqvist"), bot.Clock.GetUtcNow(), new PersonText("a court asks"));
        await bot.CommitAsync(held, CaseEngine.Hold(held, reason, bot.Moment(held, "thomas-lindqvist")).Step!);

        bot.Clock.Advance(TimeSpan.FromDays(5 * 365));
        await bot.Get<KeepingWorker>().RoundAsync(Never);
        Assert.False((await NowAsync(bot, @case)).Shredded);

        bot.Clock.Advance(TimeSpan.FromDays(3));
        await bot.Get<KeepingWorker>().RoundAsync(Never);
        Assert.True((await NowAsync(bot, @case)).Shredded);
        Assert.False((await NowAsync(bot, held)).Shredded);
        Assert.Contains(await bot.TimelineAsync(@case), a => a.Action == AuditAction.Shredded);
    }

    [Fact]
    public async Task Where_the_plan_asks_its_owner_is_told_once_and_only_a_person_decides()
    {
        await using var bot = await RealBot.BuildAsync();
        var @case = await ClosedAsync(bot, "suicide-risk@1");
        bot.Clock.Advance(TimeSpan.FromDays(5 * 366));
        await bot.Get<KeepingWorker>().RoundAsync(Never);
        await bot.Get<KeepingWorker>().RoundAsync(Never);
        await bot.WorkAsync();
        Assert.Single(await bot.TimelineAsync(@case), a => a.Action == AuditAction.KeepAsked);
        Assert.NotEmpty(bot.Told.Of(NoticeKind.KeepingOver, ""));

        bot.Clock.Advance(TimeSpan.FromDays(400));
        await bot.Get<KeepingWorker>().RoundAsync(Never);
        var waiting = await NowAsync(bot, @case);
        Assert.False(waiting.Shredded);

        await bot.CommitAsync(waiting, CaseEngine.DecideToKeep(waiting, shred: true, bot.Moment(waiting, "maya-okafor")).Step!);
        await bot.Get<KeepingWorker>().RoundAsync(Never);
        Assert.True((await NowAsync(bot, @case)).Shredded);
    }
}
