using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Protocols;

namespace SupportBot.Bot.Tests.Trying;

/// <summary>A dry run in the console of the whole application: whatever is walked, no row is written and nobody is told.</summary>
public sealed class DryRunTests : IDisposable
{
    private const string Canary = "zebra-canary";
    private readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new CookieContainer() });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_whole_dry_run_of_every_protocol_changes_no_row_and_tells_nobody()
    {
        await using var bot = await RealBot.BuildAsync();
        var empty = await RowsAsync(bot);
        await new Student(bot).ReportAsync(); // so that the tables are not empty, and what is compared is seen to change
        await bot.WorkAsync();
        _http.BaseAddress = await bot.StartAsync();
        await SendAsync("/console/sign-in", await GetAsync("/console/sign-in"), ("person", "maya-okafor"), ("to", "/console"));
        await bot.WorkAsync();

        // What a worker has claimed by itself may still be under way when there is nothing left to claim.
        var before = await RowsAsync(bot);
        await RealBot.SettledAsync(async () =>
        {
            await bot.WorkAsync();
            var last = before;
            before = await RowsAsync(bot);
            return before.All(r => last[r.Key] == r.Value);
        }, "nothing is written any more");
        Assert.True(before.Count > 10);
        Assert.NotEqual(empty, before);
        Assert.NotEmpty(bot.Get<ProtocolShelf>().Languages(new ProtocolKey("suicide-risk", 1)));
        var (told, teams) = (bot.Told.Sent.Count, bot.Teams.Told.Count);
        var words = new StringBuilder();
        foreach (var protocol in bot.Get<ProtocolShelf>().All)
            words.Append(await WalkAsync(protocol, answers: true)).Append(await WalkAsync(protocol, answers: false));
        foreach (var would in new[] { "Would open a case", "Would alert the", "Would ask the", Canary })
            Assert.Contains(would, words.ToString(), StringComparison.Ordinal);

        // The clock stands still: with time, the one real report would climb its ladder.
        await bot.WorkAsync();
        var after = await RowsAsync(bot);
        // Says which table it was.
        Assert.Empty(after.Where(r => before[r.Key] != r.Value).Select(r => r.Key));
        Assert.Equal(before, after);
        Assert.Equal((told, teams), (bot.Told.Sent.Count, bot.Teams.Told.Count));
        Assert.DoesNotContain(bot.Logged.Written, l => l.Contains(Canary, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Files(), f => Holds(f, Canary));
    }

    /// <returns>The last page's words.</returns>
    private async Task<string> WalkAsync(Protocol protocol, bool answers)
    {
        var path = $"/console/protocols/{protocol.Id}/{protocol.Version}/try";
        var page = await SendAsync(path, await GetAsync(path), ("do", "start"));
        for (var presses = 0; page.QuerySelector("#now")!.TextContent != "It is over"; presses++)
        {
            Assert.True(presses < 80, $"{protocol.Key} does not end.");
            page = await SendAsync(path, page, answers ? [.. Filled(page, last: presses < 30), ("do", Button(page, "answer", "joined", "woke", "done"))] : [("do", Button(page, "silence", "woke", "done"))]);
        }

        return page.Body!.TextContent;
    }

    // The last choice of each question, and words where they are asked for; one that leads round and round is left by the first choice.
    private static IEnumerable<(string, string)> Filled(IHtmlDocument page, bool last)
    {
        foreach (var group in page.QuerySelectorAll("form.try fieldset input").GroupBy(i => i.GetAttribute("name")!))
            yield return (group.Key, group.Select(i => i.GetAttribute("value")!).Where(v => v.Length > 0).ToList() is var values && last ? values[^1] : values[0]);
        foreach (var text in page.QuerySelectorAll("form.try textarea[name^='f-']"))
            yield return (text.GetAttribute("name")!, Canary);
        foreach (var number in page.QuerySelectorAll("form.try input[type=number][name^='f-'], form.try input[inputmode=numeric][name^='f-']"))
            yield return (number.GetAttribute("name")!, "1");
        foreach (var school in page.QuerySelectorAll("form.try select[name^='f-']"))
            yield return (school.GetAttribute("name")!, school.QuerySelectorAll("option")[1].GetAttribute("value")!);
    }

    private static string Button(IHtmlDocument page, params string[] wanted) =>
        wanted.First(w => page.QuerySelector($"form.try button[value='{w}']") is not null);

    private async Task<IHtmlDocument> GetAsync(string path) => await new HtmlParser().ParseDocumentAsync(await _http.GetStringAsync(path));

    private async Task<IHtmlDocument> SendAsync(string path, IHtmlDocument from, params IEnumerable<(string Name, string Value)> fields)
    {
        var carried = from.QuerySelectorAll("form:not(.me) input[type=hidden]").Where(i => i.GetAttribute("name") is "run" or "form-token").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).DistinctBy(i => i.Item1);
        using var form = new FormUrlEncodedContent(carried.Concat(fields).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await _http.PostAsync(path, form);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"POST {path}: {(int)answer.StatusCode} {body}");
        return await new HtmlParser().ParseDocumentAsync(body);
    }

    /// <summary>Every table by name, with how many rows it has and what is in them.</summary>
    private static async Task<SortedDictionary<string, (long Count, string Content)>> RowsAsync(RealBot bot)
    {
        var tables = new SortedDictionary<string, (long, string)>(StringComparer.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={bot.Files().Single(f => f.EndsWith("supportbot.db", StringComparison.Ordinal))};Mode=ReadOnly");
        await connection.OpenAsync();
        var names = new List<string>();
        await using (var list = new SqliteCommand("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'", connection))
        await using (var rows = await list.ExecuteReaderAsync())
            while (await rows.ReadAsync()) names.Add(rows.GetString(0));

        foreach (var name in names)
        {
            using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var count = 0;
            await using var select = new SqliteCommand($"SELECT * FROM \"{name}\" ORDER BY rowid", connection);
            await using var rows = await select.ExecuteReaderAsync();
            for (; await rows.ReadAsync(); count++)
                for (var at = 0; at < rows.FieldCount; at++)
                    content.AppendData(rows.GetValue(at) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(Convert.ToString(rows.GetValue(at), CultureInfo.InvariantCulture) + "|"));
            tables[name] = (count, Convert.ToHexStringLower(content.GetHashAndReset()));
        }

        return tables;
    }

    private static bool Holds(string file, string text)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }
}
