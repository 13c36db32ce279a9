namespace SupportBot.Understanding;

/// <summary>
/// Leads free text to a dialog or protocol by the phrases and words in <c>src/Content/routes</c>. Crisis signals and commands
/// come first; this is asked only about what they leave. Made by <see cref="RoutesReader"/>; safe to share between turns.
/// </summary>
public sealed class Router
{
    private const double ByPhrase = 0.9;
    private const double ByTwoWords = 0.75;
    private const double ByOneWord = 0.5;

    private readonly Vocabulary _vocabulary;
    private readonly PatternBook<RoutePhrase> _phrases;

    internal Router(Vocabulary vocabulary, PatternBook<RoutePhrase> phrases) => (_vocabulary, _phrases) = (vocabulary, phrases);

    /// <summary>The likeliest route; a text that is a receipt code leads to <c>follow-up</c>, an unknown one to the menu.</summary>
    public Route Of(string text) => Likely(text)[0];

    /// <summary>All routes with something for them that lead somewhere here, the likeliest first; at least one. For asking "did you mean".</summary>
    public IReadOnlyList<Route> Likely(string text)
    {
        var all = Wanted(text).Where(r => r.Id.Length > 0).ToList();
        return all.Count > 0 ? all : [Route.Menu];
    }

    /// <summary>The same with what leads nowhere yet, and empty where nothing is recognised.</summary>
    public IReadOnlyList<Route> Wanted(string text)
    {
        if (ReceiptText.IsCode(text))
            return [new(RouteTarget.Dialog, "follow-up", 1) { Intent = "follow-up-report" }];
        var run = _vocabulary.Read(text);
        var scores = _phrases.Find(run).Standing().Where(f => f.Value.Strength != PhraseStrength.Whole || f.Words == run.Count)
            .GroupBy(f => (f.Value.Intent, f.Value.Target, f.Value.Id), (to, group) => (To: to, Score: Score([.. group])))
            .OrderByDescending(s => s.Score.Confidence)
            .ThenByDescending(s => s.Score.Words)
            .ToList();
        // Two routes with as much for them as each other: neither is sure.
        var tied = scores.Count > 1 && scores[0].Score == scores[1].Score;
        return
        [
            .. scores.Select(s => new Route(s.To.Target, s.To.Id, tied && s.Score == scores[0].Score ? Math.Min(s.Score.Confidence, ByOneWord) : s.Score.Confidence)
            {
                Intent = s.To.Intent,
            }),
        ];
    }

    private static (double Confidence, int Words) Score(List<Found<RoutePhrase>> found)
    {
        var words = found.SelectMany(f => Enumerable.Range(f.Start, f.Words)).Distinct().Count();
        var confidence = found.Any(f => f.Value.Strength >= PhraseStrength.Phrase) ? ByPhrase : words > 1 ? ByTwoWords : ByOneWord;
        return (confidence, words);
    }
}

/// <param name="Id">Empty where nothing here does it.</param>
internal sealed record RoutePhrase(string Intent, RouteTarget Target, string Id, PhraseStrength Strength) : IPhrase<RoutePhrase>
{
    public bool Hides(RoutePhrase other) => Intent == other.Intent;
}
