using System.Diagnostics;
using System.Globalization;

namespace SupportBot.EndToEnd;

/// <summary>The process is asked to stop, as by a deployment.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_bot_that_is_asked_to_stop_ends_well_and_leaves_nothing_in_the_journal()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("SIGTERM, by which a bot is asked to stop, is not known to Windows");
        await using var bot = new BotProcess();
        await bot.InitializeAsync();
        using var chat = new DirectLineClient(bot.Address);
        await chat.OpenAsync();
        var code = await ReportWalk.SendAsync(chat, new Dictionary<string, string> { ["What happened?"] = "they call me names" });

        using (var kill = Process.Start("kill", ["-TERM", bot.Process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await bot.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.True(bot.Process.ExitCode == 0, $"It ended with {bot.Process.ExitCode}:\n{bot.Output}");
        var journal = new FileInfo(bot.DatabaseFile + "-wal");
        Assert.Equal(0, journal.Exists ? journal.Length : 0);
        await bot.StartAsync();
        using var later = await ReportWalk.ComeBackAsync(bot.Address, code);
        Assert.Contains("Your report: **received", later.Text);
    }
}
