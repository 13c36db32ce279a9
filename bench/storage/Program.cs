// Turns committed per second: each conversation loads its state and commits a turn, as a dialog turn does, again and again.
// storagebench [sqlite|postgres] [connection string] [conversations] [seconds]
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportBot.Dialogs;
using SupportBot.Storage;

var provider = args.ElementAtOrDefault(0) ?? "sqlite";
var folder = System.IO.Directory.CreateTempSubdirectory("storagebench").FullName;
var connection = args.ElementAtOrDefault(1) is { Length: > 0 } given ? given : $"Data Source={folder}/db/bench.db";
var conversations = int.Parse(args.ElementAtOrDefault(2) ?? "64");
var seconds = double.Parse(args.ElementAtOrDefault(3) ?? "5");

var services = new ServiceCollection();
services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
services.AddStorage(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Storage:Provider"] = provider,
    ["Storage:ConnectionString"] = connection,
    ["Storage:Keys"] = $"{folder}/keys",
}).Build());
await using (var built = services.BuildServiceProvider())
{
    await built.GetRequiredService<Store>().StartAsync(CancellationToken.None);
    var turns = built.GetRequiredService<ITurnStore>();
    await RunAsync(turns, conversations, Math.Min(seconds, 3));
    foreach (var at in (int[])[1, 8, conversations]) Console.WriteLine(await RunAsync(turns, at, seconds));
}

System.IO.Directory.Delete(folder, recursive: true);

static async Task<string> RunAsync(ITurnStore turns, int conversations, double seconds)
{
    var (count, waits) = (0L, new List<double>());
    var (cpu, allocated, watch) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
    await Task.WhenAll(Enumerable.Range(0, conversations).Select(i => Task.Run(async () =>
    {
        var key = new ConversationKey("bench", Guid.NewGuid().ToString("N"));
        var lockbox = Lockbox.OfTab(Enumerable.Repeat((byte)i, 32).ToArray());
        var mine = new List<double>();
        for (var turn = 0; watch.Elapsed.TotalSeconds < seconds; turn++)
        {
            var from = watch.Elapsed.TotalMilliseconds;
            var conversation = await turns.LoadAsync(key, lockbox, CancellationToken.None);
            var result = await turns.CommitAsync(
                new TurnCommit
                {
                    Key = key,
                    Lockbox = lockbox,
                    ExpectedRevision = conversation?.Revision ?? 0,
                    DedupeKeys = [$"activity|{turn}"],
                    State = Encoding.UTF8.GetBytes($"{{\"turn\":{turn},\"stack\":\"{new string('x', 700)}\"}}"),
                    Replies = [Encoding.UTF8.GetBytes($"{{\"type\":\"message\",\"text\":\"{new string('y', 300)}\"}}")],
                    ExpiresAt = DateTimeOffset.MaxValue.AddDays(-1),
                },
                CancellationToken.None);
            if (result.Outcome != CommitOutcome.Committed) throw new InvalidOperationException(result.Outcome.ToString());
            mine.Add(watch.Elapsed.TotalMilliseconds - from);
        }

        lock (waits)
        {
            waits.AddRange(mine);
            count += mine.Count;
        }
    })));
    var took = watch.Elapsed.TotalSeconds;
    waits.Sort();
    return $"{conversations,3} conversations: {count / took,8:F0} turns/s, p50 {waits[waits.Count / 2]:F2} ms, p99 {waits[waits.Count * 99 / 100]:F2} ms, " +
        $"{(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count:F0} µs CPU/turn, {(GC.GetTotalAllocatedBytes() - allocated) / count} B/turn";
}
