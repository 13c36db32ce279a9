namespace SupportBot.Understanding;

/// <summary>A topic of the support office that a text is about.</summary>
/// <param name="Id">One of <see cref="TopicGuide.All"/>.</param>
/// <param name="Score">The more words speak for it, the higher; only good for comparing.</param>
/// <param name="Words">The words that speak for it, as they were typed.</param>
public sealed record TopicFound(string Id, double Score, IReadOnlyList<string> Words)
{
    /// <summary>True where much less speaks for it than for the best: it may be meant, and is no answer.</summary>
    public bool IsBeside { get; init; }
}

/// <summary>Tells what a question is about, in every language there are words for. Made by <see cref="TopicsReader"/>; safe to share between turns.</summary>
public sealed class TopicGuide
{
    public const int Most = 3;

    private const double Phrase = 3;
    private const double Word = 2;
    private const double Hint = 1;

    // One word that only hints is not enough, two are.
    private const double Enough = 2;

    // What has much less for it than the best is beside the question; what has next to nothing is not told.
    private const double Beside = 0.4;
    private const double Faint = 0.2;

    // All of a text's weight for one topic is worth two phrases.
    private const double Share = 6;

    // The best topic counts where the words say rather that than something else, however many others they may say.
    private const double Ours = 1;

    // A text that is about something else takes away what one word says.
    private const double Outside = 1;

    // The reason where no word stands out.
    private const string Weights = "weights";

    private readonly Vocabulary _vocabulary;
    private readonly PatternBook<TopicPhrase> _phrases;
    private readonly WordWeights? _weights;

    internal TopicGuide(Vocabulary vocabulary, PatternBook<TopicPhrase> phrases, WordWeights? weights) => (_vocabulary, _phrases, _weights) = (vocabulary, phrases, weights);

    /// <summary>The topics there are; <c>crisis</c> is added by whoever has asked <see cref="CrisisSignals"/>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "crisis", "mental-health", "lgbtq2sia", "substance-use", "civil-rights", "bullying", "restorative-practices", "sel", "mtss", "neighborhood-schools",
        "community-schools", "healing-centered", "attendance", "safety-emergency", "digital-citizenship", "healthy-relationships", "special-education",
        "housing-food", "grief", "eating", "abuse-violence", "sexual-assault", "staff-training", "sign-up-help",
    ];

    /// <summary>At most <see cref="Most"/>, the best first; none where the text is about nothing here.</summary>
    public IReadOnlyList<TopicFound> Of(string text)
    {
        var words = Tokens.Read(text);
        var run = _vocabulary.Read(text, words);
        var scores = Weighed(text, words, [.. _phrases.Find(run).Standing().GroupBy(f => f.Value.Topic).Select(topic => Score(run, topic.Key, topic))])
            .OrderByDescending(t => t.Score).ThenBy(t => All.ToList().IndexOf(t.Id))
            .ToList();
        if (scores is not [{ Score: >= Enough } best, ..]) return [];
        return [.. scores.Take(Most).Where(t => t.Score >= Faint * best.Score).Select(t => t with { IsBeside = t.IsBeside || t.Score < Beside * best.Score })];
    }

    // What the words weigh together is added to what phrases say. A topic that only phrases know counts on.
    private List<TopicFound> Weighed(string text, IReadOnlyList<Token> words, List<TopicFound> said)
    {
        if (_weights is null) return said;
        var shares = new Weighing(_weights, text, words).Most();
        for (var i = 0; i < said.Count; i++) said[i] = said[i] with { Score = said[i].Score - Outside * shares[0] };
        var best = shares.Skip(1).Max();
        for (var c = 1; c < shares.Length; c++)
        {
            var at = said.FindIndex(t => t.Id == _weights.Classes[c]);
            var score = Share * shares[c] + (at < 0 ? 0 : said[at].Score);
            // Rather that than something else, and still not sure: it is told, and no answer.
            var isGuess = score < Enough && shares[c] >= best && best > Ours * shares[0];
            if (isGuess) score = Enough;
            if (at >= 0) said[at] = said[at] with { Score = score, IsBeside = isGuess };
            else if (score >= Faint * Enough) said.Add(new(_weights.Classes[c], score, [Weights]) { IsBeside = isGuess });
        }

        return said;
    }

    // Each word of the text counts once for a topic, by the strongest that it stands in.
    private static TopicFound Score(WordRun run, string topic, IEnumerable<Found<TopicPhrase>> found)
    {
        var (score, counted) = (0.0, new HashSet<int>());
        List<string> words = [];
        foreach (var f in found.OrderByDescending(f => ValueOf(f.Value.Strength)).ThenByDescending(f => f.Words))
        {
            var places = Enumerable.Range(f.Start, f.Words).ToList();
            if (places.TrueForAll(counted.Contains)) continue;
            score += ValueOf(f.Value.Strength) + 0.25 * (f.Words - 1);
            counted.UnionWith(places);
            words.Add(run.Typed(f));
        }

        return new(topic, score, words);
    }

    private static double ValueOf(PhraseStrength strength) => strength switch
    {
        PhraseStrength.Phrase => Phrase,
        PhraseStrength.Word => Word,
        _ => Hint,
    };
}

/// <param name="Topic">Empty for what hides words of every topic.</param>
internal sealed record TopicPhrase(string Topic, PhraseStrength Strength) : IPhrase<TopicPhrase>
{
    public bool Hides(TopicPhrase other) => Topic.Length == 0 || Topic == other.Topic;
}
