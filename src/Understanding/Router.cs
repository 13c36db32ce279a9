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

    private readonly Lexicon _lexicon;
    private readonly PhraseTree<RoutePhrase> _phrases;

    internal Router(Lexicon lexicon, PhraseTree<RoutePhrase> phrases)
    {
        _lexicon = lexicon;
        _phrases = phrases;
    }

    /// <summary>The likeliest route; a text that is a receipt code leads to <c>follow-up</c>, an unknown one to the menu.</summary>
    public Route Of(string text) => Likely(text)[0];

    /// <summary>All routes with something for them, the likeliest first; at least one. For asking "did you mean".</summary>
    public IReadOnlyList<Route> Likely(string text)
    {
        if (ReceiptText.IsCode(text))
            return [new(RouteTarget.Dialog, "follow-up", 1)];
        var scores = _phrases.Find(_lexicon.Read(TextNormaliser.Bare(text)))
            .GroupBy(f => (f.Value.Target, f.Value.Id), (to, found) => (To: to, Score: Score([.. found])))
            .OrderByDescending(s => s.Score.Confidence)
            .ThenByDescending(s => s.Score.Words)
            .ToList();
        if (scores.Count == 0)
            return [Route.Menu];
        // Two routes with as much for them as each other: neither is sure.
        var tied = scores.Count > 1 && scores[0].Score == scores[1].Score;
        return [.. scores.Select(s => new Route(s.To.Target, s.To.Id, tied && s.Score == scores[0].Score ? Math.Min(s.Score.Confidence, ByOneWord) : s.Score.Confidence))];
    }

    private static (double Confidence, int Words) Score(List<Found<RoutePhrase>> found)
    {
        var words = found.SelectMany(f => Enumerable.Range(f.Start, f.Words)).Distinct().Count();
        var confidence = found.Any(f => f.Value.IsPhrase) ? ByPhrase : words > 1 ? ByTwoWords : ByOneWord;
        return (confidence, words);
    }
}

/// <param name="IsPhrase">true when finding it is enough; false for a word that only hints</param>
internal sealed record RoutePhrase(RouteTarget Target, string Id, bool IsPhrase);
