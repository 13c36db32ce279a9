using System.Globalization;
using System.Text.Json;

namespace SupportBot.Bench;

/// <summary>
/// Medians of the runs as a Markdown table, beside the bare endpoint's echo of the same file: by turns per second, and by the CPU a turn
/// takes, which says the same on a quiet machine and is the better witness on a busy one.
/// </summary>
internal static class Summary
{
    public static int Print(string[] files)
    {
        var runs = files.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize(line, ResultJson.Default.Result)!).ToList();
        var floor = runs.Where(run => run is { Name: "bare", Scenario: "echo" }).ToList();
        Console.WriteLine("| scenario | bot | runs | turns/s (min-max) | x bare echo | by CPU | p50 ms | p99 ms | CPU us/turn | alloc KB/turn | peak MB | listen ms | first reply ms | alone p50 ms | alone p99 ms | bot CPU % | load |");
        Console.WriteLine(string.Concat(Enumerable.Repeat("|---", 17)) + "|");
        foreach (var group in runs.GroupBy(run => (run.Scenario, run.Name)).OrderByDescending(group => group.Key.Scenario).ThenByDescending(group => Median(group, run => run.TurnsPerSecond)))
            Console.WriteLine(Row(group.Key, [.. group], floor));
        return 0;
    }

    private static string Row((string Scenario, string Name) key, List<Result> runs, List<Result> floor)
    {
        var speed = Median(runs, run => run.TurnsPerSecond);
        string[] cells =
        [
            key.Scenario,
            key.Name,
            runs.Count.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{speed:F0} ({runs.Min(run => run.TurnsPerSecond):F0}-{runs.Max(run => run.TurnsPerSecond):F0})"),
            Text(speed / Median(floor, run => run.TurnsPerSecond), 2),
            Text(Median(floor, run => run.CpuUsPerTurn) / Median(runs, run => run.CpuUsPerTurn), 2),
            Text(Median(runs, run => run.P50Ms), 1),
            Text(Median(runs, run => run.P99Ms), 1),
            Text(Median(runs, run => run.CpuUsPerTurn), 0),
            Text(Median(runs, run => run.AllocatedKbPerTurn), 1),
            Text(Median(runs, run => run.PeakMemoryMb), 0),
            Text(Median(runs, run => run.ListenMs), 0),
            Text(Median(runs, run => run.FirstReplyMs), 0),
            Text(Median(runs, run => run.AloneP50Ms), 2),
            Text(Median(runs, run => run.AloneP99Ms), 2),
            Text(Median(runs, run => run.BotCpuPercent), 0),
            Text(Median(runs, run => run.MachineLoad), 1),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static double? Median(IEnumerable<Result> runs, Func<Result, double?> figure)
    {
        var sorted = runs.Select(figure).OfType<double>().Order().ToList();
        if (sorted.Count == 0)
            return null;
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string Text(double? figure, int decimals) => figure?.ToString("F" + decimals, CultureInfo.InvariantCulture) ?? "-";
}
