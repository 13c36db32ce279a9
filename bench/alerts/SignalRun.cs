using System.Diagnostics;
using System.Text;
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

    // By writers who knew nothing of the phrases; run from the folder of the repository.
    private const string Sentences = "tests/Content.Tests/Strangers/Third";

    private const int Million = 1_000_000;

    public static async Task RunAsync()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await RunningBot.StartAsync(connector, limits: true);
        var content = bot.Get<SupportBot.Dialogs.DialogContent>();
        var signals = content.Signals;
        var found = 0;
        for (var warm = 0; warm < 20_000; warm++) found += signals.FindAll(Typical[warm % Typical.Length]).Count;
        var watch = Stopwatch.StartNew();
        const int Times = 20_000;
        for (var i = 0; i < Times; i++) found += signals.FindAll(Typical[i % Typical.Length]).Count;
        Console.WriteLine($"signals: typical message {watch.Elapsed.TotalMicroseconds / Times:F1} us ({found} found)");
        Varied(content);
        foreach (var piece in Hard)
        {
            var text = string.Concat(Enumerable.Repeat(piece, Million / piece.Length));
            watch.Restart();
            signals.FindAll(text);
            Console.WriteLine($"signals: a million characters of \"{piece.Trim().Replace("\u200b", "<zwsp>", StringComparison.Ordinal)}\" {watch.Elapsed.TotalMilliseconds:F0} ms");
        }

        foreach (var language in Directory.EnumerateFiles(Sentences, "danger.*.tsv").Order(StringComparer.Ordinal))
        {
            string[] all = [.. File.ReadLines(language)];
            AtRandom(Path.GetFileName(language), all);
            // Says no danger outright, so that all of it is read.
            AtRandom($"what is harmless in {Path.GetFileName(language)}", [.. all.Where(l => l.StartsWith("everyday", StringComparison.Ordinal))]);
        }

        void AtRandom(string what, string[] lines)
        {
            var random = new Random(7);
            var words = lines.SelectMany(l => l.Split('\t')[1].Split(' ')).ToArray();
            var text = new StringBuilder();
            while (text.Length < Million) text.Append(words[random.Next(words.Length)]).Append(' ');
            watch.Restart();
            signals.FindAll(text.ToString());
            Console.WriteLine($"signals: a million characters ({Encoding.UTF8.GetByteCount(text.ToString()):N0} bytes) of the words of {what}, at random, {watch.Elapsed.TotalMilliseconds:F0} ms");
        }
    }

    // Sentences of many people, each read once a round: nothing is known of one from the one before.
    private static void Varied(SupportBot.Dialogs.DialogContent content)
    {
        string[] all = [.. Directory.EnumerateFiles(Sentences, "*.tsv").SelectMany(File.ReadLines).Select(l => l.Split('\t')[^1])];
        foreach (var (what, read) in new (string, Action<string>)[]
        {
            ("danger", t => content.Signals.Read(t)), ("topics", t => content.Topics.Of(t)), ("intent", t => content.Router.Wanted(t)),
        })
        {
            List<double> rounds = [];
            for (var round = 0; round < 8; round++)
            {
                var watch = Stopwatch.StartNew();
                foreach (var text in all) read(text);
                rounds.Add(watch.Elapsed.TotalMicroseconds / all.Length);
            }

            Console.WriteLine($"signals: {what} of {all.Length} sentences in six languages, {rounds.TakeLast(5).Order().ElementAt(2):F1} us each (median of 5 rounds; the first {rounds[0]:F0})");
        }
    }
}
