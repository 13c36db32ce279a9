using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SupportBot.Bot.Tests.Graph;
using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Graph.Tests;
using SupportBot.Protocols;
using SupportBot.Storage;

namespace SupportBot.Soak;

/// <summary>
/// Thousands of alerts while one call in five fails on every channel: cards, activity feed and mail. The clock is the test's own, so that hours of
/// waiting for limits and rests of circuits pass in minutes. <c>SOAK_ALERTS</c> says how many (10,000).
/// </summary>
public sealed partial class FaultSoak(ITestOutputHelper output)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Every_alert_reaches_the_person_on_duty_on_every_channel_and_only_a_person_ends_its_ladder()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("SOAK_ALERTS"), CultureInfo.InvariantCulture, out var asked) ? asked : 10_000;
        await using var world = await GraphWorld.BuildAsync(
            ("Teams:ChatLimits:0:Count", "1000000"), ("Teams:ChatLimits:0:Seconds", "1"), ("Teams:TenantLimits:0:Count", "1000000"), ("Teams:TenantLimits:0:Seconds", "1"));
        var (bot, faults, calls) = (world.Bot, 0, 0);
        bool Fails()
        {
            Interlocked.Increment(ref calls);
            if (Random.Shared.Next(5) > 0) return false;
            Interlocked.Increment(ref faults);
            return true;
        }

        // 502 was taken all the same; the others were not.
        (int, string)[] broken = [(502, ""), (503, ""), (429, "Throttled"), (500, "")];
        world.Connector.Judge = () => Fails() ? broken[Random.Shared.Next(broken.Length)] : null;
        GraphReply? Judged(GraphRequest request) => !Fails() ? null : Random.Shared.Next(3) switch
        {
            0 => GraphReply.Error(429, "ApplicationThrottled", "1"),
            1 => GraphReply.Error(503, "serviceNotAvailable"),
            _ => GraphReply.Error(500, "generalException"),
        };
        world.Graph.On("sendMail", Judged);
        world.Graph.On("sendActivityNotification", Judged);

        List<Case> cases = [];
        for (var i = 0; i < count; i++) cases.Add(await RaiseAsync(bot));
        output.WriteLine($"{count} alerts raised");
        // Until every alert was tried for the counselor in every way, and then long enough for the last ones that failed. What falls due meanwhile, hours later by this clock, is told as well and is no part of the promise.
        var (cards, notices, mails) = (new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>());
        var (rounds, more) = (0, 200);
        for (; more > 0 && rounds < 400_000; rounds++)
        {
            if (cards.Count == count && notices.Count == count && mails.Count == count) more--;
            await bot.WorkAsync();
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
            if (rounds % 200 > 0 && more > 0) continue;
            foreach (var heard in new[] { cards, notices, mails }) heard.Clear();
            foreach (var card in world.Connector.Alerts("chat-maya-okafor")) Count(cards, card.ToJsonString());
            foreach (var notice in world.Notices) Count(notices, notice.Body);
            foreach (var mail in world.Mails) Count(mails, mail.Body);
            if (rounds % 1000 == 0) System.Console.Error.WriteLine($"round {rounds}: {calls} calls, {faults} of them failed; tried by card {cards.Count}, feed {notices.Count}, mail {mails.Count}");
        }

        output.WriteLine($"{rounds} rounds, {calls} calls, {faults} failed; tried for the counselor: {cards.Values.Sum()} cards, {notices.Values.Sum()} notices, {mails.Values.Sum()} mails");

        var (reached, running, actionable) = (0, 0, 0);
        var copies = bot.Get<CardCopies>();
        foreach (var @case in cases)
        {
            var timeline = await bot.TimelineAsync(@case);
            var sent = timeline.Where(a => a.Action == AuditAction.AlertSent && a.Subject.Contains(":maya-okafor:", StringComparison.Ordinal)).Select(a => a.Subject.Split(':')[2]).ToHashSet();
            if (new[] { "teams", ServiceNames.Feed, ServiceNames.Mail }.All(sent.Contains) && cards.ContainsKey(@case.Number) && notices.ContainsKey(@case.Number) && mails.ContainsKey(@case.Number)) reached++;
            var now = (await bot.Cases.FindAsync(@case.Id, Never))!;
            if (now.OpenAlert is not null) running++;
            actionable = Math.Max(actionable, (await copies.OfAsync(@case.Id, Never)).GroupBy(c => (c.Subject, c.PersonId)).Select(g => g.Count()).DefaultIfEmpty().Max());
        }

        var due = await bot.Get<Deadlines>().ClaimDueAsync(bot.Clock.GetUtcNow().AddDays(4000), count * 10, TimeSpan.FromMinutes(1), Never);
        var alive = due.Where(d => d.Case?.Kind == DeadlineKind.Rung).Select(d => d.Case!.CaseId).Distinct().Count();
        output.WriteLine($"reached by card, feed and mail: {reached} of {count}; ladders that run: {running}, with a live deadline: {alive}; cards that do something, a person and case: {actionable}");
        Assert.Equal((count, count, count), (reached, running, alive));
        Assert.Equal(1, actionable);
    }

    private static void Count(Dictionary<string, int> by, string text)
    {
        var number = NumberForm().Match(text).Value;
        by[number] = by.GetValueOrDefault(number) + 1;
    }

    // Opens a case with an alert, in one commit as a turn does. Its rungs wait longer than the test lasts.
    private static async Task<Case> RaiseAsync(Bot.Tests.RealBot bot)
    {
        while (true)
        {
            var (id, now) = (Guid.NewGuid(), bot.Clock.GetUtcNow());
            Assert.True(ProtocolKey.TryParse("bullying-report@1", out var key));
            var plan = bot.Get<ProtocolShelf>().Get(key!)!.Case!;
            var moment = new CaseMoment(Actor.Reporter, now, plan, bot.Get<ICaseCalendars>().Of("riverbend-high"), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(8)));
            var opened = CaseEngine.Open(new CaseOpening(id, CaseNumber.From(RandomNumberGenerator.GetBytes(6)), "bullying-report@1", [], Severity.Urgent, "riverbend-high", "OR", false, "en", []), moment);
            var step = opened.Then(CaseEngine.Raise(opened.Case, Severity.Urgent, [new Rung("duty-counselor", Span.Minutes(1_000_000)), new Rung("principal", Span.Minutes(1_000_000))], now, moment));
            var result = await bot.Get<ITurnStore>().CommitAsync(
                new TurnCommit
                {
                    Key = new ConversationKey("soak", id.ToString("N")), Lockbox = Lockbox.Server, ExpectedRevision = 0, DedupeKeys = [id.ToString("N")], State = "{}"u8.ToArray(),
                    Cases = [new CaseCommit(step, 0, CaseKey.New())], ExpiresAt = now.AddYears(1),
                },
                Never);
            if (result.Outcome == CommitOutcome.Committed) return step.Case;
        }
    }

    [GeneratedRegex("[2-9A-Z]{3}-[2-9A-Z]{3}(?![0-9A-Z])")]
    private static partial Regex NumberForm();
}
