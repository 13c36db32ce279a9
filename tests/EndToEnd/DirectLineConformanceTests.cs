using System.Text.Json;

namespace SupportBot.EndToEnd;

/// <summary>Microsoft's own botframework-directlinejs, unchanged, against the running bot.</summary>
public sealed class DirectLineConformanceTests(BotProcess bot) : IClassFixture<BotProcess>
{
    private static readonly string[] Steps =
    [
        "connects by WebSocket",
        "joins and is greeted",
        "posts, sees its own message and an answer",
        "posts again what it posted, and nothing happens twice",
        "uploads a picture",
        "refreshes its token",
        "comes back after the plug was pulled, and misses nothing",
        "goes on after a reload, and sees what was said",
        "does the same by asking instead of listening",
        "is refused with a token of nobody",
    ];

    [Fact]
    public async Task Microsofts_own_client_talks_to_the_bot_unchanged()
    {
        if (await NodeScript.MissingAsync() is { } missing) Assert.Skip(missing);
        await NodeScript.InstallAsync();

        var (code, output) = await NodeScript.RunAsync("node", "conformance.cjs", bot.Address);

        var passed = output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(step => step.GetProperty("ok").GetBoolean()).Select(step => step.GetProperty("step").GetString());
        Assert.True(Steps.SequenceEqual(passed!), output);
        Assert.True(code == 0, output);
    }
}
