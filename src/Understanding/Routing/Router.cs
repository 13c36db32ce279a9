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

    // A route that no phrase leads to, by what the words weigh.
    private const double ByShare = 0.4;

    // A question for help that names another thing on its way ("someone who speaks Spanish", "is there a form") is still that question, where the words say so that many times rather. Whoever tells of bullying or asks
    // after a report is led there all the same, and whoever asks for a person to one: what helps is there, too.
    private const double Rather = 2;

    private readonly Vocabulary _vocabulary;
    private readonly PatternBook<RoutePhrase> _phrases;
    private readonly WordWeights? _weights;
    private readonly IReadOnlyDictionary<string, (RouteTarget Target, string Id)> _leads;

    internal Router(Vocabulary vocabulary, PatternBook<RoutePhrase> phrases, WordWeights? weights, IReadOnlyDictionary<string, (RouteTarget Target, string Id)> leads) =>
        (_vocabulary, _phrases, _weights, _leads) = (vocabulary, phrases, weights, leads);

    /// <summary>The likeliest route; a text that is a receipt code leads to <c>follow-up</c>, an unknown one to the menu.</summary>
    public Route Of(string text) => Likely(text)[0];

    /// <summary>All routes with something for them that lead somewhere here, the likeliest first; at least one. For asking "did you mean".</summary>
    public IReadOnlyList<Route> Likely(string text) => Leading(Wanted(text));

    /// <summary>Those of <see cref="Wanted"/> that lead somewhere here; at least one.</summary>
    public static IReadOnlyList<Route> Leading(IReadOnlyList<Route> wanted)
    {
        var all = wanted.Where(r => r.Id.Length > 0).ToList();
        return all.Count > 0 ? all : [Route.Menu];
    }

    /// <summary>The same with what leads nowhere yet, and empty where nothing is recognised.</summary>
    public IReadOnlyList<Route> Wanted(string text)
    {
        if (ReceiptText.IsCode(text))
            return [new(RouteTarget.Dialog, "follow-up", 1) { Intent = Intents.FollowUpReport }];
        var words = Tokens.Read(text);
        var run = _vocabulary.Read(text, words);
        var found = _phrases.Find(run).Standing().Where(f => f.Value.Strength != PhraseStrength.Whole || f.Words == run.Count).ToList();
        var scores = found
            .GroupBy(f => (f.Value.Intent, f.Value.Target, f.Value.Id), (to, group) => (To: to, Score: Score([.. group])))
            .OrderByDescending(s => s.Score.Confidence)
            .ThenByDescending(s => s.Score.Words)
            .ToList();
        // Two routes with as much for them as each other: neither is sure.
        var tied = scores.Count > 1 && scores[0].Score == scores[1].Score;
        return Weighed(
            text,
            words,
            [.. found.Where(f => f.Value.Strength == PhraseStrength.Whole).Select(f => f.Value.Intent)],
            [
                .. scores.Select(s => new Route(s.To.Target, s.To.Id, tied && s.Score == scores[0].Score ? Math.Min(s.Score.Confidence, ByOneWord) : s.Score.Confidence)
                {
                    Intent = s.To.Intent,
                }),
            ]);
    }

    // What the words weigh together ranks what phrases say, and adds what no phrase says.
    private List<Route> Weighed(string text, IReadOnlyList<Token> words, HashSet<string> whole, List<Route> said)
    {
        if (_weights is null) return said;
        var shares = new Weighing(_weights, text, words).Most();
        var weighed = Enumerable.Range(1, shares.Length - 1).ToDictionary(c => _weights.Classes[c], c => (double)shares[c], StringComparer.Ordinal);
        if (said.Count == 0 && shares[0] >= weighed.Values.Max()) return said;
        var asked = weighed.GetValueOrDefault(Intents.FindResources);
        if (asked >= ByShare) said.RemoveAll(r => r.Intent is not (Intents.ReportBullying or Intents.FollowUpReport or Intents.TalkToHuman) && !whole.Contains(r.Intent) && Rather * weighed.GetValueOrDefault(r.Intent) < asked);
        // What help is asked for is told by the topics; without one there is nothing to look for.
        foreach (var (intent, share) in weighed)
            if (intent != Intents.FindResources && share >= ByShare && _leads.TryGetValue(intent, out var to) && !said.Exists(r => r.Intent == intent))
                said.Add(new(to.Target, to.Id, 0) { Intent = intent });
        return
        [
            .. said.Select(r => (Route: r, Share: weighed.GetValueOrDefault(r.Intent)))
                .OrderByDescending(r => r.Route.Confidence + r.Share)
                .Select(r => r.Route with { Confidence = Math.Max(r.Route.Confidence, Math.Min(ByPhrase, r.Share)) }),
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
