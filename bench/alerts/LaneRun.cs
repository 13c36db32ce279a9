using System.Collections.Concurrent;
using System.Diagnostics;
using SupportBot.Cases;

namespace AlertBench;

/// <summary>Thousands of routine notices wait for the same few people, within the connector's documented limits; then urgent ones come.</summary>
internal static class LaneRun
{
    public static async Task RunAsync(int routine)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await RunningBot.StartAsync(connector, limits: true);
        var posted = new ConcurrentQueue<(DateTimeOffset At, string Chat, string Card)>();
        connector.Posted += standing => posted.Enqueue((DateTimeOffset.UtcNow, standing.Chat, standing.Card.ToJsonString()));
        await Parallel.ForAsync(0, routine, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) => await bot.RaiseAsync(Severity.Standard));
        Console.WriteLine($"lane: {routine} routine alerts queued, {posted.Count} cards left so far");

        // Spread over more than half a minute, so that every window of the limits is full at some of them.
        var waits = new List<double>();
        for (var urgent = 0; urgent < 12; urgent++)
        {
            await Task.Delay(TimeSpan.FromSeconds(4));
            var (before, from) = (posted.Count, Stopwatch.StartNew());
            var number = (await bot.RaiseAsync(Severity.Urgent)).Number;
            while (!posted.Skip(before).Any(p => p.Chat == RunningBot.ChatOf("maya-okafor") && p.Card.Contains(number, StringComparison.Ordinal)) && from.Elapsed < TimeSpan.FromMinutes(2)) await Task.Delay(5);
            waits.Add(from.Elapsed.TotalMilliseconds);
        }

        var perChat = posted.GroupBy(p => p.Chat).Select(g => Busiest([.. g.Select(p => p.At).Order()], TimeSpan.FromSeconds(1))).Max();
        var perHalfMinute = posted.GroupBy(p => p.Chat).Select(g => Busiest([.. g.Select(p => p.At).Order()], TimeSpan.FromSeconds(30))).Max();
        Console.WriteLine($"lane: urgent alert committed to card at the counselor: {waits.Told()} (aim: under 5000)");
        Console.WriteLine($"lane: {posted.Count} cards left; busiest chat {perChat} in a second, {perHalfMinute} in 30 s; tenant {Busiest([.. posted.Select(p => p.At).Order()], TimeSpan.FromSeconds(1))} in a second");
    }

    private static int Busiest(List<DateTimeOffset> sorted, TimeSpan within)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < sorted.Count; last++)
        {
            while (sorted[last] - sorted[first] > within) first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
