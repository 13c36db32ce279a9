using SupportBot.Directory;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <param name="Title">What its button shows, and the question names.</param>
internal sealed record Meaning(string Title, ButtonPress Press);

/// <summary>What a text may mean where two things are about as likely as each other: the person is asked which, once, and nothing is guessed.</summary>
internal sealed class Doubt(DialogContent content)
{
    /// <summary>Field of a button that stands for a topic.</summary>
    public const string Topic = "topic";

    /// <summary>Where the button leads that says it is neither.</summary>
    public const string Menu = "menu";

    // From here on a route is a rival of a topic that words speak for.
    private const double Rival = 0.5;

    // How far apart two routes may be, and what share of the best one's score makes a topic its rival.
    private const double Near = 0.1;
    private const double Share = 0.7;

    // What the guide tells where no word stands out and only all of them together point to a topic.
    private const string NoWord = "weights";

    /// <param name="routes">Those that this person may begin, the likeliest first, with what they are called.</param>
    /// <param name="isForHelp">True where the text surely asks for help: what is not clear is with what.</param>
    /// <returns>At most two, the likelier first; none where there is no doubt, or nothing to choose from.</returns>
    public IReadOnlyList<Meaning> Of(string text, IReadOnlyList<(Route Route, string Title)> routes, bool isForHelp)
    {
        var topics = content.Topics.Of(text).SelectMany(t => content.District.Resources.Topics.Where(known => known.Id == t.Id && known.Answer is not null).Select(known => (Found: t, Known: known))).ToList();
        // Guesses that no word stands for would put two strange things before somebody who meant neither.
        if (topics.TrueForAll(t => t.Found.IsBeside && IsGuess(t.Found))) topics = [];
        if (!isForHelp)
        {
            var isSpokenOf = topics.Exists(t => !t.Found.IsBeside);
            var heard = routes.Where(r => !r.Route.IsSure && r.Route.Confidence > 0 && (r.Route.Confidence >= Rival || !isSpokenOf)).ToList();
            if (heard is [var one, var two, ..] && one.Route.Confidence - two.Route.Confidence <= Near) return [Of(one), Of(two)];
            if (heard.Count > 0) return [Of(heard[0]), .. topics.OrderBy(t => t.Found.IsBeside).Take(1).Select(t => Of(t.Known))];
        }

        return topics.Count < 2 || !IsEither(topics[0].Found, topics[1].Found) ? [] : [Of(topics[0].Known), Of(topics[1].Known)];
    }

    // Where the person's own words stand for both, they speak of both, and both are answered.
    private static bool IsEither(TopicFound first, TopicFound second) =>
        first.IsBeside || second.Score >= Share * first.Score && (second.IsBeside ? !IsGuess(second) : IsGuess(first) || IsGuess(second));

    private static bool IsGuess(TopicFound topic) => topic.Words is [NoWord];

    private static Meaning Of((Route Route, string Title) route) => new(route.Title, new ButtonPress(null, null, route.Route.Id, ButtonPress.Go));

    private Meaning Of(ResourceTopic topic) =>
        new(content.Phrases.Say("ask.topic", ("name", topic.Title.In(content.Phrases.Language))), new ButtonPress(null, Topic, topic.Id, ButtonPress.Go));
}
