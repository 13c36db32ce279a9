using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Understanding;

namespace AlertBench;

/// <summary>What looking for crisis signals costs, with the built-in phrases.</summary>
internal static class SignalRun
{
    private static readonly string[] Typical =
    [
        "someone keeps pushing me in the hallway after lunch and my friends saw it",
        "how do I report a missing jacket", "I don't want to be here anymore", "he says he has a knife in his locker", "my bus was late again today and nobody was there",
    ];

    // What makes matchers slow: one letter, starts of phrases that never end, words that are nearly phrases, signs that a normaliser removes.
    private static readonly string[] Hard = ["a", "i want to ", "kil my self ", "k.i.l.l ", "\u200bki\u0301ll ", "want to want to die di "];

    public static async Task RunAsync()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await RunningBot.StartAsync(connector, limits: true);
        var signals = bot.Get<SupportBot.Dialogs.DialogContent>().Signals;
        var found = 0;
        for (var warm = 0; warm < 20_000; warm++) found += signals.FindAll(Typical[warm % Typical.Length]).Count;
        var watch = Stopwatch.StartNew();
        const int Times = 20_000;
        for (var i = 0; i < Times; i++) found += signals.FindAll(Typical[i % Typical.Length]).Count;
        Console.WriteLine($"signals: typical message {watch.Elapsed.TotalMicroseconds / Times:F1} us ({found} found)");
        foreach (var piece in Hard)
        {
            var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
            watch.Restart();
            signals.FindAll(text);
            Console.WriteLine($"signals: a million characters of \"{piece.Trim().Replace("\u200b", "<zwsp>", StringComparison.Ordinal)}\" {watch.Elapsed.TotalMilliseconds:F0} ms");
        }
    }
}
