using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="Steps">How many have done each course of it, in its order, in sentences.</param>
public sealed record HireSeriesShown(string Title, IReadOnlyList<string> Steps);

/// <summary>All texts are content, in the language of <paramref name="Ask"/>, but for names of people.</summary>
/// <param name="Counts">How many there are and how many are late, in a sentence.</param>
/// <param name="Late">Who is late, and with what; those after ten are left out.</param>
/// <param name="Rest">How many more are late; null for none.</param>
/// <param name="Page">The console's page of the same numbers; null where no address is configured.</param>
/// <param name="Buttons">At least one where there is no page; five at most.</param>
public sealed record HireProgressShown(CardAsk Ask, string Heading, string Counts, IReadOnlyList<HireSeriesShown> Series, string LateHeading, IReadOnlyList<string> Late, string? Rest, Uri? Page, string PageTitle, IReadOnlyList<CardButton> Buttons);

/// <summary>How new hires get on. For the chat of whoever may see them alone.</summary>
public static class HireProgressCard
{
    /// <summary>Nobody reads more in a chat.</summary>
    public const int Most = 10;

    private const int MostSeries = 4;

    /// <exception cref="ArgumentException">There are more than six actions, or the page is no web address.</exception>
    public static AdaptiveCard Of(HireProgressShown progress) => CardSize.Fit(longest =>
    {
        var most = Math.Min(longest, PlainText.Longest);
        var card = progress.Ask.NewCard(progress.Heading);
        card.Body = [Band(AdaptiveContainerStyle.Accent, progress.Heading), .. Prose.Content(progress.Counts, longest)];
        foreach (var series in progress.Series.Take(MostSeries))
        {
            card.Body.Add(Title(series.Title, longest));
            card.Body.AddRange(series.Steps.Take(Most).Select(s => Below(s, longest: most)));
        }

        if (progress.Late.Count > 0)
        {
            card.Body.Add(Title(progress.LateHeading, longest));
            card.Body.AddRange(progress.Late.Take(Most).Select(l => Below(l, longest: most)));
            if (progress.Rest is { Length: > 0 } rest) card.Body.AddRange(Prose.Content(rest, longest, AdaptiveSpacing.Small));
        }

        List<AdaptiveAction> actions = [.. progress.Buttons.Select(progress.Ask.Press)];
        if (progress.Page is { } page) actions.Add(new AdaptiveOpenUrlAction { Title = PlainText.Unmarked(progress.PageTitle), Url = SafeForm.Web(page) });
        Choosing.Place(card, actions);
        return card;
    });
}
