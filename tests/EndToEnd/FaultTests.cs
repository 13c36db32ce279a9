using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;

namespace SupportBot.EndToEnd;

/// <summary>What goes wrong around the process, and what people then read.</summary>
public sealed class FaultTests(BotProcess bot) : IClassFixture<BotProcess>
{
    private static readonly Dictionary<string, string> Words = new() { ["What happened?"] = "they hid my shoes" };

    [Fact]
    public async Task A_second_process_on_the_same_file_refuses_to_start_and_says_why()
    {
        var (code, output) = await BotRun.ToItsEndAsync(
            new Dictionary<string, string>
            {
                ["Storage__ConnectionString"] = $"Data Source={bot.DatabaseFile}",
                ["Storage__Keys"] = Path.Combine(bot.DataFolder, "keys"),
                ["HOME"] = bot.DataFolder,
            },
            "--urls",
            "http://127.0.0.1:0");

        Assert.NotEqual(0, code);
        Assert.Contains($"Another process uses {bot.DatabaseFile}. SQLite serves exactly one", output);
        Assert.DoesNotContain("Web chat:", output);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(bot));
    }

    [Fact]
    public async Task While_the_database_file_is_gone_people_read_that_nothing_was_saved_and_the_next_turn_after_it_is_back_works()
    {
        var aside = bot.DatabaseFile + ".aside";
        await PeopleAreToldAsync(bot, breaks: () => Move(bot.DatabaseFile, aside), mends: () => Move(aside, bot.DatabaseFile));
    }

    [Fact]
    public async Task While_no_file_can_be_written_people_read_that_nothing_was_saved_and_the_next_turn_after_that_works()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("prlimit, which takes a running process the right to write files, is Linux only");
        // A process that may write no byte to a file is told so (EFBIG) instead of being ended, once it ignores the signal.
        await using var full = new BotProcess { Under = ["bash", "-c", "trap '' XFSZ; exec \"$@\"", "bash"] };
        await full.InitializeAsync();
        await PeopleAreToldAsync(full, breaks: () => LimitAsync(full, "0:"), mends: () => LimitAsync(full, "unlimited:"));
    }

    [Fact]
    public async Task The_same_submit_at_the_same_instant_and_once_more_makes_one_case_and_gets_one_answer()
    {
        using var chat = await AtSummaryAsync();
        var (before, send) = (await CasesAsync(), chat.Button("Send it"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostedAsync(chat, send, "submit")));
        var later = await PostedAsync(chat, send, "submit");

        Assert.Single(answers.Append(later).Distinct());
        Assert.Equal(before + 1, await CasesAsync());
        await chat.ReadAsync();
        Assert.Single(chat.Replies, r => r.Receipt is not null);
    }

    [Fact]
    public async Task A_double_press_whose_two_messages_differ_makes_one_case_too()
    {
        using var chat = await AtSummaryAsync();
        var (before, send) = (await CasesAsync(), chat.Button("Send it"));

        await Task.WhenAll(PostedAsync(chat, send, "first"), PostedAsync(chat, send, "second"));

        Assert.Equal(before + 1, await CasesAsync());
        await chat.ReadAsync();
        Assert.Single(chat.Replies, r => r.Receipt is not null);
    }

    private static async Task PeopleAreToldAsync(BotProcess bot, Func<Task> breaks, Func<Task> mends)
    {
        using var chat = new DirectLineClient(bot.Address);
        await chat.OpenAsync();
        var start = chat.Button("Report bullying");
        await breaks();
        try
        {
            using var refused = await chat.PostAsync("Report bullying", start, chat.NextId());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            await chat.ReadAsync();
            Assert.Contains("was not saved", chat.Text);
            Assert.All(["call 911", "988", "text HOME to 741741"], number => Assert.Contains(number, chat.Text));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(bot));
        }
        finally
        {
            await mends();
        }

        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(bot));
        using var accepted = await chat.PostAsync("Report bullying", start, chat.NextId());
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        await chat.ReadAsync();
        Assert.Contains("Shall we start?", chat.Text);
    }

    private async Task<DirectLineClient> AtSummaryAsync()
    {
        var chat = new DirectLineClient(bot.Address);
        await chat.OpenAsync();
        await ReportWalk.ToSummaryAsync(chat, Words);
        return chat;
    }

    private static async Task<string> PostedAsync(DirectLineClient chat, System.Text.Json.JsonElement button, string id)
    {
        using var answer = await chat.PostAsync("Send it", button, id);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return body;
    }

    private async Task<long> CasesAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={bot.DatabaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM case_file";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<HttpStatusCode> ReadyAsync(BotProcess bot)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"{bot.Address}/health/ready");
        return answer.StatusCode;
    }

    private static Task Move(string from, string to)
    {
        File.Move(from, to);
        return Task.CompletedTask;
    }

    // bash handed its place to dotnet, so the process we started is the bot itself.
    private static async Task LimitAsync(BotProcess bot, string fileSize)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", bot.Process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), $"--fsize={fileSize}"]);
        await prlimit.WaitForExitAsync();
        Assert.Equal(0, prlimit.ExitCode);
    }
}
