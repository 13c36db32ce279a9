using System.Text.Json;
using SupportBot.Understanding;
using SupportBot.Yaml;

namespace SupportBot.Content.Tests;

/// <summary>A sentence of the development set and what should be made of it. Format: Sentences/README.md.</summary>
public sealed record Sentence(string Id, string Text, string Crisis, string Kind, IReadOnlyList<string> Topics, string Intent, string Set, string Half);

/// <summary>Shares of right answers on one half of one language's sentences; each with the sentences that went wrong.</summary>
public sealed class SentenceFigures
{
    private readonly List<(Sentence Sentence, Understood Made)> _all;

    public SentenceFigures(string language, string half)
        : this(Read(language).Where(s => s.Half == half))
    {
    }

    public SentenceFigures(IEnumerable<Sentence> sentences) => _all = [.. sentences.Select(s => (s, BuiltIn.Comprehension.Read(s.Text)))];

    public static IEnumerable<Sentence> Read(string language) =>
        File.ReadLines(Path.Combine(BuiltIn.Root, "tests", "Content.Tests", "Sentences", $"{language}.jsonl")).Where(l => l.Length > 0)
            .Select(l => JsonSerializer.Deserialize<Sentence>(l, JsonSerializerOptions.Web)!);

    /// <summary>Of what is imminent or high, how much is heard as one of these.</summary>
    public Figure Danger => Of(s => s.Set == "crisis" && s.Crisis is "imminent" or "high", (_, m) => m.Crisis.Grade >= CrisisGrade.High);

    public Figure Concern => Of(s => s.Set == "crisis" && s.Crisis == "concern", (_, m) => m.Crisis.Grade >= CrisisGrade.Concern);

    /// <summary>Of look-alikes, how many are left alone.</summary>
    public Figure LookAlikes => Of(s => s.Set == "look-alike", (_, m) => m.Crisis.Grade == CrisisGrade.None);

    public Figure FirstTopic => Of(s => s.Set == "lookup", (s, m) => m.Topics.Count > 0 && s.Topics.Contains(m.Topics[0]));

    /// <summary>Whether the best topic is among the three.</summary>
    public Figure AnyTopic => Of(s => s.Set == "lookup", (s, m) => m.Topics.Contains(s.Topics[0]));

    public Figure OutOfScope => Of(s => s.Set == "out-of-scope", (_, m) => m.Topics.Count == 0);

    public Figure Intent => Of(s => s.Set == "routing", (s, m) => m.Intent == s.Intent);

    private Figure Of(Func<Sentence, bool> which, Func<Sentence, Understood, bool> isRight)
    {
        var asked = _all.Where(a => which(a.Sentence)).ToList();
        var wrong = asked.Where(a => !isRight(a.Sentence, a.Made)).Select(a => $"{a.Sentence.Id} {a.Sentence.Text} -> {ChoiceWords.Of(a.Made.Crisis.Grade)} [{string.Join(' ', a.Made.Topics)}] {a.Made.Intent}").ToList();
        return new(asked.Count, wrong);
    }
}

/// <param name="Asked">How many sentences.</param>
public sealed record Figure(int Asked, IReadOnlyList<string> Wrong)
{
    /// <summary>From 0 to 1.</summary>
    public double Share => Asked == 0 ? 1 : 1 - (double)Wrong.Count / Asked;

    public override string ToString() => FormattableString.Invariant($"{Asked - Wrong.Count}/{Asked} ({100 * Share:0.0} %)");
}
