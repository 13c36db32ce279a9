using System.Diagnostics;
using System.Text.Json;

namespace SupportBot.Bench;

/// <summary>Many conversations at once, as fast as the bot answers, and what that cost.</summary>
internal static class Load
{
    public static async Task RunAsync(Options options, Connector connector, BotProcess? bot, (double ListenMs, double FirstReplyMs) cold)
    {
        await WarmAsync(options, connector);
        if (options.Trend > 0)
        {
            await TrendAsync(options, connector, bot);
            return;
        }

        var allocated = await AllocatedAsync(options);
        double cpu = bot?.CpuSeconds() ?? 0, own = OwnCpu();
        var clock = Stopwatch.StartNew();
        var turns = await PhaseAsync(options, connector, options.Concurrency, TimeSpan.FromSeconds(options.Duration));
        var seconds = clock.Elapsed.TotalSeconds;
        cpu = (bot?.CpuSeconds() ?? 0) - cpu;
        own = OwnCpu() - own;
        allocated = await AllocatedAsync(options) - allocated;
        var memory = bot?.Memory() ?? default;
        var alone = options.Solo > 0 ? await PhaseAsync(options, connector, 1, TimeSpan.FromSeconds(options.Solo)) : [];
        var line = JsonSerializer.Serialize(new Result
        {
            Name = options.Name,
            Scenario = options.Scenario,
            Concurrency = options.Concurrency,
            Turns = turns.Count,
            TurnsPerSecond = Math.Round(turns.Count / seconds, 1),
            P50Ms = Percentile(turns, .5),
            P99Ms = Percentile(turns, .99),
            CpuUsPerTurn = Math.Round(cpu * 1e6 / turns.Count, 1),
            BotCpuPercent = Math.Round(cpu / seconds * 100, 1),
            DriverCpuPercent = Math.Round(own / seconds * 100, 1),
            AllocatedKbPerTurn = allocated is { } bytes ? Math.Round(bytes / 1024.0 / turns.Count, 2) : null,
            MemoryMb = Math.Round(memory.Now, 1),
            PeakMemoryMb = Math.Round(memory.Peak, 1),
            ListenMs = Math.Round(cold.ListenMs),
            FirstReplyMs = Math.Round(cold.FirstReplyMs),
            AloneP50Ms = Percentile(alone, .5),
            AloneP99Ms = Percentile(alone, .99),
            ExtraReplies = connector.Slots.Sum(slot => slot.Extra),
            MachineLoad = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0]),
        }, ResultJson.Default.Result);
        Console.WriteLine(line);
        if (options.Out is not null)
            await File.AppendAllTextAsync(options.Out, line + "\n");
    }

    // Bursts with pauses: on a saturated core the tiered JIT's own thread starves for minutes, and a warm-up without a
    // pause measures a bot that is still getting faster.
    private static async Task WarmAsync(Options options, Connector connector)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < options.Warmup)
        {
            await PhaseAsync(options, connector, options.Concurrency, TimeSpan.FromSeconds(0.5));
            await Task.Delay(500);
        }
    }

    private static async Task TrendAsync(Options options, Connector connector, BotProcess? bot)
    {
        for (var at = 5; at <= options.Trend; at += 5)
        {
            var (cpu, clock) = (bot?.CpuSeconds() ?? 0, Stopwatch.StartNew());
            var turns = await PhaseAsync(options, connector, options.Concurrency, TimeSpan.FromSeconds(5));
            Console.WriteLine($"{options.Name} {options.Scenario} t={at}s turns/s={turns.Count / clock.Elapsed.TotalSeconds:F0} cpu_us={((bot?.CpuSeconds() ?? 0) - cpu) * 1e6 / turns.Count:F0}");
        }
    }

    /// <summary>The time of every turn, in stopwatch ticks, shortest first.</summary>
    private static async Task<List<long>> PhaseAsync(Options options, Connector connector, int workers, TimeSpan duration)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => WorkAsync(options, connector, worker, end))));
        List<long> turns = [.. all.SelectMany(times => times)];
        turns.Sort();
        return turns;
    }

    private static async Task<List<long>> WorkAsync(Options options, Connector connector, int worker, long end)
    {
        using var client = await Client.ConnectAsync(options, worker);
        var (slot, steps, times) = (connector.Slots[worker], options.Script.Length, new List<long>(1 << 14));
        for (var conversation = 0; Stopwatch.GetTimestamp() <= end; conversation = (conversation + 1) % options.Conversations)
        {
            for (var step = 0; step < steps; step++)
            {
                slot.Arm(1);
                var start = Stopwatch.GetTimestamp();
                var status = await client.PostAsync(step, conversation);
                if (status is < 200 or > 299)
                    throw new InvalidOperationException("A turn was answered with " + status);
                await slot.Done.WaitAsync(TimeSpan.FromSeconds(30));
                times.Add(Stopwatch.GetTimestamp() - start);
            }
        }

        return times;
    }

    private static double Percentile(List<long> sorted, double part)
        => sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))] * 1000.0 / Stopwatch.Frequency, 3);

    private static double OwnCpu() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static async Task<long?> AllocatedAsync(Options options)
    {
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
            return long.Parse(await http.GetStringAsync(new Uri($"http://{Options.Host}:{options.Port}/stats")));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
