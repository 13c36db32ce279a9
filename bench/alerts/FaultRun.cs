using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace AlertBench;

/// <summary>Thousands of alerts while one call in five fails: throttled, broken, cut off before or after it was taken, or the person is gone.</summary>
internal static class FaultRun
{
    private const string Gone = "grace-whitefeather";

    public static async Task RunAsync(int alerts)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await RunningBot.StartAsync(connector, limits: false);
        var district = bot.Get<District>();
        var people = district.Roster.HoldersOf("counselor", "riverbend-high", DateTimeOffset.UtcNow, []).ToList();
        var reachable = people.Where(p => p.Id != Gone).ToList();
        connector.Judge = (method, chat) => chat == RunningBot.ChatOf(Gone) && method == "POST" ? Fate.Gone : Random.Shared.Next(100) switch
        {
            < 5 => Fate.Throttled, < 10 => Fate.Broken, < 15 => Fate.TakenAndCut, < 20 => Fate.Cut, _ => Fate.Taken,
        };
        var reached = new ConcurrentDictionary<(string, string), int>();
        connector.Posted += standing => reached.AddOrUpdate((standing.Chat, NumberIn(standing.Card)), 1, (_, n) => n + 1);

        var (watch, cases) = (Stopwatch.StartNew(), new ConcurrentBag<Case>());
        await Parallel.ForAsync(0, alerts, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) => cases.Add(await bot.RaiseAsync(Severity.Urgent)));
        Console.WriteLine($"faults: {alerts} alerts raised in {watch.Elapsed.TotalSeconds:F0} s, for {people.Count} people, one of them gone");
        var wanted = alerts * reachable.Count;
        for (var (quiet, before) = (0, -1); quiet < 30; before = connector.Fates.Values.Sum())
        {
            await Task.Delay(500);
            quiet = connector.Fates.Values.Sum() == before ? quiet + 1 : 0;
        }

        connector.Judge = (_, _) => Fate.Taken;
        Console.WriteLine($"faults: quiet after {watch.Elapsed.TotalSeconds:F0} s; calls: {string.Join(", ", connector.Fates.OrderBy(f => f.Key).Select(f => $"{f.Key} {f.Value}"))}");
        var twice = reached.Count(r => r.Value > 1);
        Console.WriteLine($"faults: delivered at least once: {reached.Count} of {wanted}; more than once: {twice}");
        Console.WriteLine($"faults: most cards that still do something, for one person and case: {await MostActionableAsync(bot, connector, district, reached)}");
        await LaddersAsync(bot, cases);
    }

    // Presses every card of those who have more than one, as their person.
    private static async Task<int> MostActionableAsync(RunningBot bot, Connector connector, District district, ConcurrentDictionary<(string Chat, string Number), int> reached)
    {
        var most = 0;
        foreach (var cards in connector.Cards.GroupBy(c => (c.Chat, NumberIn(c.Card))).Where(g => reached.GetValueOrDefault(g.Key) > 1))
        {
            var person = district.People.First(p => RunningBot.ChatOf(p.Id) == cards.Key.Chat);
            var works = 0;
            foreach (var card in cards)
                if (ActionIn(card.Card) is { } action && (string?)(await bot.PressAsync(connector, person, action, CardVerbs.Open))?["type"] == "application/vnd.microsoft.card.adaptive") works++;
            most = Math.Max(most, works);
        }

        return most;
    }

    private static async Task LaddersAsync(RunningBot bot, IReadOnlyCollection<Case> cases)
    {
        var (open, climbed) = (0, 0);
        foreach (var @case in cases)
        {
            var now = (await bot.Get<ICaseBook>().FindAsync(@case.Id, CancellationToken.None))!;
            if (now.OpenAlert is { } alert) (open, climbed) = (open + 1, climbed + (alert.At > 0 ? 1 : 0));
        }

        // Beyond every deadline: whatever still has one is found due.
        var due = await bot.Get<Deadlines>().ClaimDueAsync(DateTimeOffset.UtcNow.AddDays(400), cases.Count * 10, TimeSpan.FromMinutes(1), CancellationToken.None);
        var alive = due.Where(d => d.Case?.Kind == DeadlineKind.Rung).Select(d => d.Case!.CaseId).Distinct().Count();
        Console.WriteLine($"faults: ladders that still run: {open} of {cases.Count} alerts unacknowledged, {alive} with a live deadline ({climbed} climbed)");
    }

    private static string NumberIn(JsonNode card) => System.Text.RegularExpressions.Regex.Match(card.ToJsonString(), "[2-9A-Z]{3}-[2-9A-Z]{3}(?![0-9A-Z])").Value;

    private static JsonNode? ActionIn(JsonNode node) => node switch
    {
        JsonObject o when (string?)o["type"] == "Action.Execute" => o,
        JsonObject o => o.Where(m => m.Key != "fallback" && m.Value is not null).Select(m => ActionIn(m.Value!)).FirstOrDefault(a => a is not null),
        JsonArray a => a.Where(n => n is not null).Select(n => ActionIn(n!)).FirstOrDefault(x => x is not null),
        _ => null,
    };
}
