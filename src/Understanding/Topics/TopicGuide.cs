namespace SupportBot.Understanding;

/// <summary>A topic of the support office that a text is about.</summary>
/// <param name="Id">One of <see cref="TopicGuide.All"/>.</param>
/// <param name="Score">The more words speak for it, the higher; only good for comparing.</param>
/// <param name="Words">The words that speak for it, as they were typed.</param>
public sealed record TopicFound(string Id, double Score, IReadOnlyList<string> Words);

/// <summary>Tells what a question is about, in every language there are words for. Made by <see cref="TopicsReader"/>; safe to share between turns.</summary>
public sealed class TopicGuide
{
    public const int Most = 3;

    private const double Phrase = 3;
    private const double Word = 2;
    private const double Hint = 1;

    // One word that only hints is not enough, two are.
    private const double Enough = 2;

    // What has much less for it than the best is beside the question.
    private const double Beside = 0.4;

    private readonly Vocabulary _vocabulary;
    private readonly PatternBook<TopicPhrase> _phrases;

    internal TopicGuide(Vocabulary vocabulary, PatternBook<TopicPhrase> phrases) => (_vocabulary, _phrases) = (vocabulary, phrases);

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
        var run = _vocabulary.Read(text);
        var scores = _phrases.Find(run).Standing()
            .GroupBy(f => f.Value.Topic)
            .Select(topic => Score(run, topic.Key, topic))
            .Where(t => t.Score >= Enough)
            .OrderByDescending(t => t.Score).ThenBy(t => All.ToList().IndexOf(t.Id))
            .ToList();
        return [.. scores.Take(Most).Where(t => t.Score >= Beside * scores[0].Score)];
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
