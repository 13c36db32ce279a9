using System.Diagnostics;
using System.Text.RegularExpressions;
using SupportBot.Cases;
using SupportBot.Console;

namespace AlertBench;

/// <summary>The case page of a case with many notes: over HTTP, signed in, with every note's words sealed in SQLite.</summary>
internal static partial class CasePageRun
{
    public static async Task RunAsync(int entries)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await RunningBot.StartAsync(connector, limits: false);
        var book = bot.Get<ICaseBook>();
        var @case = (await book.FindAsync((await bot.RaiseAsync(Severity.Urgent)).Id, CancellationToken.None))!;
        var (plan, calendar) = (bot.Get<CasePlans>().Of(@case)!, bot.Get<ICaseCalendars>().Of(@case.SchoolId));
        for (var note = 0; note < entries; note++)
        {
            var (actor, now) = (Actor.Staff("maya-okafor"), DateTimeOffset.UtcNow);
            var words = new Words(Guid.NewGuid(), @case.Id, WordsKind.Note, "", "", actor, now, new PersonText($"Note {note}: spoke with the family for a while, and will look again next week."));
            var step = CaseEngine.AddNote(@case, words, new CaseMoment(actor, now, plan, calendar, () => "")).Step!;
            if (!await book.CommitAsync(step, @case.Revision, CancellationToken.None)) throw new InvalidOperationException("Nobody else writes here.");
            @case = (await book.FindAsync(@case.Id, CancellationToken.None))!;
        }

        using var browser = new HttpClient { BaseAddress = bot.Address };
        var form = Token().Match(await browser.GetStringAsync("/console/sign-in")).Groups[1].Value;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("person", "maya-okafor"), KeyValuePair.Create("form-token", form)]);
        using (var answer = await browser.PostAsync("/console/sign-in", content)) answer.EnsureSuccessStatusCode();
        foreach (var (what, address) in new[] { ("the page", $"/console/cases/{@case.Number}"), ("with its whole timeline", $"/console/cases/{@case.Number}?timeline=all") })
        {
            List<double> times = [];
            for (var round = -20; round < 100; round++)
            {
                var watch = Stopwatch.StartNew();
                var page = await browser.GetStringAsync(address);
                if (!page.Contains(@case.Number, StringComparison.Ordinal)) throw new InvalidOperationException("That is no case page.");
                if (round >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
            }

            Console.WriteLine($"case page of {entries} notes on SQLite, {what}: {times.Told()} (aim: under 200)");
        }
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
