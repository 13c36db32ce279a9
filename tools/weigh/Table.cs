using System.Globalization;
using System.Text;
using SupportBot.Understanding;

namespace SupportBot.Weigh;

/// <summary>The figures a district reads before it trusts the words: by language, with counts, as Markdown. Never a sentence.</summary>
internal static class Table
{
    private static readonly string[] Heads = ["danger heard", "concern heard", "false alarms", "first topic", "in first three", "out of scope", "intent"];

    public static string Of(string folder)
    {
        var comprehension = Trial.Understanding(hasWeights: true);
        var text = new StringBuilder();
        text.Append("""
            # What is understood, by language

            Made by `dotnet tools/weigh/bin/Release/net10.0/SupportBot.Weigh.dll table bench/UNDERSTANDING.md` (build it with `dotnet build tools/weigh -c Release`), from the root of the repository; nobody types a figure here. Run it after every change to
            `src/Content/signals`, `topics` or `routes`. A cell says of how many sentences of how many it is true, and the share.

            - **danger heard**: danger that is imminent or high, and is heard as one of these.
            - **concern heard**: what may mean danger, and is heard as that or more.
            - **false alarms**: harmless sentences, many made to sound dangerous, that are taken for a danger or a concern. Here few is good.
            - **first topic**, **in first three**: questions whose topic is told first; whose best topic is among the three that are told.
            - **out of scope**: questions that are none of the office's, and get neither a topic nor a conversation.
            - **intent**: what a person wants of the bot, such as to report or to come back to a report.

            All sentences are made up, and a language has few of them: a district should try its own, with the command `understand`. Sentences in Vietnamese, Chinese, Russian and Somali have been read by nobody who speaks them from childhood.

            """);
        Section(text, "Sentences of strangers, the fourth set", $"Written by people who had seen nothing of the words and patterns, and were asked for hard ones: long, indirect, the words of danger in harmless meaning. Nothing was learnt from them (`{folder}/Fourth`). The nearest there is to what a district will see, and below the aims.", comprehension, language => Strangers($"{folder}/Fourth", language));
        Section(text, "Sentences of strangers, the third set", $"Written the same way, of an ordinary kind. Nothing was learnt from them (`{folder}/Third`); thresholds were chosen with their sums in view.", comprehension, language => Strangers($"{folder}/Third", language));
        Section(text, "Sentences of our own", $"The half `hold` of `{Sentences.Development}`: nothing was learnt from it, but whoever wrote it also wrote the phrases. Kinder than a stranger's.", comprehension, Held);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, string about, Comprehension comprehension, Func<string, IEnumerable<Asked>> read)
    {
        var rows = Sentences.Languages.Select(l => (Language: l, Cells: Cells([.. read(l)], comprehension))).ToList();
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{about}\n\n| language | {string.Join(" | ", Heads)} |\n|---|{string.Concat(Heads.Select(_ => "---|"))}\n");
        foreach (var (language, cells) in rows) text.Append(Line(language, cells));
        text.Append(Line("all", [.. Heads.Select((_, i) => (rows.Sum(r => r.Cells[i].Right), rows.Sum(r => r.Cells[i].Of)))]));
    }

    private static string Line(string name, IReadOnlyList<(int Right, int Of)> cells) =>
        $"| {name} | {string.Join(" | ", cells.Select(c => c.Of == 0 ? "-" : FormattableString.Invariant($"{c.Right}/{c.Of} ({100.0 * c.Right / c.Of:0} %)")))} |\n";

    private static List<(int Right, int Of)> Cells(List<Asked> asked, Comprehension comprehension)
    {
        var read = asked.Select(a => (Asked: a, Made: comprehension.Read(a.Text))).ToList();
        return
        [
            Count(a => a.Grade >= CrisisGrade.High, (_, m) => m.Crisis.Grade >= CrisisGrade.High),
            Count(a => a.Grade == CrisisGrade.Concern, (_, m) => m.Crisis.Grade > CrisisGrade.None),
            Count(a => a.Grade == CrisisGrade.None, (_, m) => m.Crisis.Grade > CrisisGrade.None),
            Count(a => a is { Intent: Intents.FindResources, Topics.Count: > 0 }, (a, m) => m.Topics.Count > 0 && a.Topics.Contains(m.Topics[0])),
            Count(a => a is { Intent: Intents.FindResources, Topics.Count: > 0 }, (a, m) => m.Topics.Contains(a.Topics[0])),
            Count(a => a is { Intent: Intents.None, Topics.Count: 0 }, (_, m) => m is { Topics.Count: 0, Intent: Intents.None }),
            Count(a => a.Intent is not (null or Intents.FindResources or Intents.None), (a, m) => m.Intent == a.Intent),
        ];

        (int Right, int Of) Count(Func<Asked, bool> which, Func<Asked, Understood, bool> isRight) =>
            (read.Count(r => which(r.Asked) && isRight(r.Asked, r.Made)), read.Count(r => which(r.Asked)));
    }

    private static IEnumerable<Asked> Strangers(string folder, string language) =>
        Sentences.Rows($"{folder}/danger.{language}.tsv", 2).Select(r => new Asked(r[1], WeighedDanger.MeaningOf(Sentences.ClassOf(r[0])).Grade, null, []))
            .Concat(Sentences.Rows($"{folder}/asked.{language}.tsv", 3).Select(r => new Asked(r[2], null, r[0], r[1] == "-" ? [] : r[1].Split(','))));

    private static IEnumerable<Asked> Held(string language) => Sentences.Developed(language).Where(l => l.Half == "hold").Select(l =>
        l.Set is "crisis" or "look-alike" ? new Asked(l.Text, Enum.Parse<CrisisGrade>(l.Crisis, ignoreCase: true), null, []) : new Asked(l.Text, null, l.Intent, [.. l.Topics]));

    /// <param name="Grade">Null where the sentence is not counted for danger.</param>
    /// <param name="Intent">Null where it is counted for nothing else.</param>
    private sealed record Asked(string Text, CrisisGrade? Grade, string? Intent, IReadOnlyList<string> Topics);
}
