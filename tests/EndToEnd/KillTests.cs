using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SupportBot.EndToEnd;

/// <summary>The process ends in the middle of everything, as when a power cord is pulled.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 4, Tabs = 6, ReportsBetween = 7;

    private static readonly Dictionary<string, string> Words = new() { ["What happened?"] = "they took my lunch again" };

    private readonly ConcurrentBag<string> _shown = [];

    /// <summary>Sendings that were answered, whether or not their code could still be read.</summary>
    private int _answered;

    [Fact(Timeout = 300_000)]
    public async Task No_report_whose_code_was_shown_is_missing_after_kill_9()
    {
        await using var bot = new BotProcess();
        await bot.InitializeAsync();
        using var over = new CancellationTokenSource();
        var tabs = Enumerable.Range(0, Tabs).Select(_ => ReportUntilAsync(bot.Address, over.Token)).ToArray();

        for (var kill = 1; kill <= Kills; kill++)
        {
            await MoreReportsAsync(tabs);
            await Task.Delay(Random.Shared.Next(120), TestContext.Current.CancellationToken);
            await bot.KillAsync();
            await bot.StartAsync();
        }

        await MoreReportsAsync(tabs);
        await bot.KillAsync();
        await over.CancelAsync();
        await Task.WhenAll(tabs);
        var cases = await LookAsync(bot.DatabaseFile);
        output.WriteLine($"{_shown.Count} codes shown, {_answered} sendings answered, {cases} cases in the database, {Kills + 1} kills");

        Assert.True(cases >= _answered, $"{_answered} sendings were answered and {cases} cases are there");
        await bot.StartAsync();
        var missing = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(_shown, new ParallelOptions { MaxDegreeOfParallelism = Tabs }, async (code, _) =>
        {
            using var chat = await ReportWalk.ComeBackAsync(bot.Address, code);
            if (!chat.Text.Contains("Your report: **received", StringComparison.Ordinal)) missing.Add(chat.Text);
        });
        Assert.Empty(missing);
        Assert.True(_shown.Count >= (Kills + 1) * ReportsBetween);
    }

    private async Task MoreReportsAsync(Task[] tabs)
    {
        var enough = _shown.Count + ReportsBetween;
        while (_shown.Count < enough)
        {
            // A tab that failed for another reason than a dead bot says so here.
            foreach (var tab in tabs.Where(t => t.IsFaulted)) await tab;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task ReportUntilAsync(string address, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
            try
            {
                using var chat = new DirectLineClient(address);
                await chat.OpenAsync();
                await ReportWalk.ToSummaryAsync(chat, Words);
                using var answer = await chat.PostAsync("Send it", chat.Button("Send it"), chat.NextId());
                Assert.True(answer.IsSuccessStatusCode, answer.ToString());
                Interlocked.Increment(ref _answered);
                await chat.ReadAsync();
                _shown.Add(ReportWalk.CodeIn(chat));
            }
            catch (Exception e) when (e is HttpRequestException { StatusCode: null or System.Net.HttpStatusCode.Forbidden } or OperationCanceledException or IOException)
            {
                // Killed under it (or it asks a bot that has forgotten its token): this tab begins again when there is a bot.
                await Task.Delay(50, CancellationToken.None);
            }
    }

    /// <returns>How many cases there are.</returns>
    private static async Task<long> LookAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync());
        command.CommandText = "SELECT count(*) FROM case_file";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
