using System.ComponentModel;
using System.Diagnostics;

namespace SupportBot.EndToEnd;

/// <summary>Nothing is answered before it is on disk, seen from outside: by the system calls of the running bot.</summary>
public sealed class FsyncTests(ITestOutputHelper output)
{
    private const int AtLeast = 25;

    private static readonly Dictionary<string, string> Words = new() { ["What happened?"] = "they laugh when I read aloud" };

    [Fact(Timeout = 180_000)]
    public async Task Every_answer_leaves_after_its_turn_was_forced_to_disk()
    {
        if (await MissingAsync() is { } missing) Assert.Skip(missing);
        await using var bot = new BotProcess();
        var log = Path.Combine(bot.DataFolder, "trace.txt");
        bot.Under = ["strace", .. SystemCallTrace.Options, "-o", log];
        await bot.InitializeAsync();
        using var chat = new DirectLineClient(bot.Address);
        await chat.OpenAsync();
        while (chat.Messages < 8) await chat.SayAsync("hello again");
        await ReportWalk.ToSummaryAsync(chat, Words);

        // Read while the bot still runs: an answer that was received was written down before it was sent.
        var lines = await LinesAsync(log, TestContext.Current.CancellationToken);
        var answers = SystemCallTrace.Judge(lines);
        output.WriteLine($"{answers.Count} answers in {lines.Count} system calls");

        Assert.True(chat.Messages >= AtLeast, $"only {chat.Messages} turns were posted");
        Assert.Equal(chat.Messages, answers.Count);
        Assert.DoesNotContain(false, answers);

        // The same log without its syncs: the judge must see it, or it has proved nothing.
        var doctored = SystemCallTrace.Judge(lines.Where(l => !l.Contains("sync(", StringComparison.Ordinal) && !l.Contains("sync resumed", StringComparison.Ordinal)));
        Assert.Equal(answers.Count, doctored.Count);
        Assert.DoesNotContain(true, doctored);
    }

    [Theory]
    [InlineData(true, "W", "S", "A")]
    [InlineData(true, "W", "S begins", "S ends", "A")]
    [InlineData(false, "W", "A", "S")]
    [InlineData(false, "S", "W", "A")]
    [InlineData(false, "W", "S begins", "A", "S ends")]
    [InlineData(false, "S begins", "W", "S ends", "A")]
    [InlineData(false, "W", "S fails", "A")]
    [InlineData(false, "W", "S of another file", "A")]
    [InlineData(false, "A")]
    public void The_judge_tells_an_answer_that_came_too_early(bool inTime, params string[] calls) =>
        Assert.Equal([inTime], SystemCallTrace.Judge(calls.Select(Line)));

    private static string Line(string call) => call switch
    {
        "W" => """7 1.5 pwrite64(9</d/s.db-wal>, "\0\1", 24, 0) = 24""",
        "S" => "7 1.5 fsync(9</d/s.db-wal>) = 0",
        "S begins" => "7 1.5 fdatasync(9</d/s.db-wal> <unfinished ...>",
        "S ends" => "7 1.5 <... fdatasync resumed>) = 0",
        "S fails" => "7 1.5 fsync(9</d/s.db-wal>) = -1 EIO (Input/output error)",
        "S of another file" => "7 1.5 fsync(9</d/s.db>) = 0",
        _ => """8 1.5 sendto(3<socket:[1]>, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"id\":\"abc|0000004\"}", 58, 0, NULL, 0) = 58""",
    };

    private static async Task<IReadOnlyList<string>> LinesAsync(string file, CancellationToken cancel)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return (await reader.ReadToEndAsync(cancel)).Split('\n');
    }

    private static async Task<string?> MissingAsync()
    {
        try
        {
            using var strace = Process.Start(new ProcessStartInfo("strace", [.. SystemCallTrace.Options, "true"]) { RedirectStandardError = true })!;
            var said = await strace.StandardError.ReadToEndAsync();
            await strace.WaitForExitAsync();
            return strace.ExitCode == 0 ? null : $"strace does not work here: {said.Split('\n')[0]}";
        }
        catch (Win32Exception)
        {
            return "strace is not installed: the test reads the bot's system calls with it (Linux only)";
        }
    }
}
