using System.Diagnostics;
using System.Net.Http.Json;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;

namespace AlertBench;

/// <summary>
/// From the submission of an urgent report to its card at the connector, beside one durable commit and one POST by themselves. The commit of a new report
/// seals its case under the receipt's code too, a derivation that is slow on purpose (docs/decisions/0005): the baseline has it, and is told without it as well.
/// </summary>
internal static class LatencyRun
{
    public static async Task RunAsync(int reports)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await RunningBot.StartAsync(connector, limits: false);
        using var http = new HttpClient();
        var holders = bot.Get<District>().Roster.HoldersOf("duty-counselor", null, DateTimeOffset.UtcNow, []).Count;
        var (first, last, baseline, bare) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (watch, left, came, all) = (new Stopwatch(), 0, new List<double>(), new TaskCompletionSource());
        connector.Posted += standing =>
        {
            if (!standing.Chat.StartsWith("chat-", StringComparison.Ordinal)) return;
            lock (came)
            {
                came.Add(watch.Elapsed.TotalMilliseconds);
                if (--left == 0) all.TrySetResult();
            }
        };

        for (var report = -50; report < reports; report++)
        {
            var chat = $"reporter-{report}";
            await bot.SayAsync(connector, chat, "hello");
            await bot.SayAsync(connector, chat, "Report bullying");
            await bot.SayAsync(connector, chat, "I understand, start");
            lock (came) (left, all) = (holders, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            came.Clear();
            watch.Restart();
            await bot.SayAsync(connector, chat, "Yes, right now");
            await all.Task.WaitAsync(TimeSpan.FromSeconds(30));
            var alone = Stopwatch.StartNew();
            await bot.Get<ICaseBook>().NoteAsync(new AuditEntry(Guid.Empty, Actor.Program, AuditAction.ActionRefused, "bench", DateTimeOffset.UtcNow), CancellationToken.None);
            using (await http.PostAsJsonAsync($"{connector.Address}v3/conversations/alone/activities", new { type = "message", text = new string('x', 4_000) })) alone.Stop();
            var slow = Stopwatch.StartNew();
            await bot.Get<ITurnStore>().OpenByReceiptAsync(ReceiptCode.New(), CancellationToken.None);
            slow.Stop();
            if (report < 0) continue;
            (double Value, List<double> To)[] kept = [(came.Min(), first), (came.Max(), last), (alone.Elapsed.TotalMilliseconds, bare), (alone.Elapsed.TotalMilliseconds + slow.Elapsed.TotalMilliseconds, baseline)];
            foreach (var (value, to) in kept) to.Add(value);
        }

        Console.WriteLine($"latency: one commit, its receipt and one POST alone: {baseline.Told()}");
        Console.WriteLine($"latency: the same without the receipt's derivation: {bare.Told()}");
        Console.WriteLine($"latency: report submitted to first card: {first.Told()}");
        Console.WriteLine($"latency: to the last of {holders} cards: {last.Told()}");
        Console.WriteLine($"latency: p99 above the baseline's: {last.At(0.99) - baseline.At(0.99):F1} ms (aim: under 250)");
    }
}
