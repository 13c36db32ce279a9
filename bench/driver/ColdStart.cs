using System.Diagnostics;
using System.Net.Sockets;

namespace SupportBot.Bench;

/// <summary>How long a bot takes from its start to a socket that listens, and to its first reply.</summary>
internal static class ColdStart
{
    private const int Worker = 4095;

    public static async Task<(double ListenMs, double FirstReplyMs)> MeasureAsync(Options options, Connector connector, BotProcess? bot)
    {
        var started = bot?.Started ?? Stopwatch.GetTimestamp();
        using var client = await ConnectAsync(options, bot, started);
        var listening = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var slot = connector.Slots[Worker];
        slot.Arm(1);
        var status = await client.PostAsync(0, 9999);
        if (status is < 200 or > 299)
            throw new InvalidOperationException($"The first turn was answered with {status}.");
        await slot.Done.WaitAsync(TimeSpan.FromSeconds(30));
        return (listening, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static async Task<Client> ConnectAsync(Options options, BotProcess? bot, long started)
    {
        while (true)
        {
            try
            {
                return await Client.ConnectAsync(options, Worker);
            }
            catch (SocketException)
            {
                if (bot is { HasExited: true })
                    throw new InvalidOperationException("The bot ended.");
                if (Stopwatch.GetElapsedTime(started).TotalSeconds > 60)
                    throw;
                await Task.Delay(2);
            }
        }
    }
}
