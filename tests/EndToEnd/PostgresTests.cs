using SupportBot.Storage.Tests;

namespace SupportBot.EndToEnd;

/// <summary>The same bot on PostgreSQL: nothing but the configuration differs.</summary>
public sealed class PostgresTests
{
    private const string Happened = "someone wrote on my locker";

    [Fact]
    public async Task On_PostgreSQL_a_report_is_taken_alerts_its_counselor_and_is_opened_by_its_code_after_a_restart()
    {
        var database = await PostgresCluster.NewDatabaseAsync();
        await using var bot = new BotProcess { Settings = { ["Storage__Provider"] = "postgres", ["Storage__ConnectionString"] = database } };
        await bot.InitializeAsync();
        using var chat = new DirectLineClient(bot.Address);
        await chat.OpenAsync();

        var code = await ReportWalk.SendAsync(chat, new Dictionary<string, string> { ["What happened?"] = Happened });

        using var counselor = await StaffClient.SignInAsync(bot.Address, "maya-okafor");
        var number = Assert.Single(await counselor.AlertsAsync());
        Assert.DoesNotContain(Happened, await counselor.GetAsync("/console"));
        Assert.Contains(Happened, await counselor.PostAsync($"/console/cases/{number}", $"/console/cases/{number}/open"));
        await bot.KillAsync();
        await bot.StartAsync();
        using var later = await ReportWalk.ComeBackAsync(bot.Address, code);
        Assert.Contains("Your report: **received", later.Text);
        Assert.False(File.Exists(bot.DatabaseFile));
    }
}
