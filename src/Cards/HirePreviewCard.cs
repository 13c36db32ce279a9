using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>All texts are content, in the language of <paramref name="Ask"/>, but for what stands in the lines that are not taken.</summary>
/// <param name="Lines">What the list would do, in sentences.</param>
/// <param name="Refused">Lines that are not taken, each with its reason; those after ten are left out.</param>
/// <param name="Rest">How many more are not taken; null for none.</param>
/// <param name="Page">The console's page of hires; null where no address is configured.</param>
/// <param name="Buttons">At least one where there is no page; five at most.</param>
public sealed record HirePreviewShown(CardAsk Ask, string Heading, IReadOnlyList<string> Lines, string RefusedHeading, IReadOnlyList<string> Refused, string? Rest, Uri? Page, string PageTitle, IReadOnlyList<CardButton> Buttons);

/// <summary>What a list of hires would do, before anything is kept. For the chat of whoever brought it alone.</summary>
public static class HirePreviewCard
{
    /// <summary>Nobody reads more in a chat.</summary>
    public const int Most = 10;

    /// <exception cref="ArgumentException">There are more than six actions, or the page is no web address.</exception>
    public static AdaptiveCard Of(HirePreviewShown preview) => CardSize.Fit(longest =>
    {
        var card = preview.Ask.NewCard(preview.Heading);
        card.Body = [Band(preview.Refused.Count > 0 ? AdaptiveContainerStyle.Warning : AdaptiveContainerStyle.Good, preview.Heading), .. preview.Lines.SelectMany(l => Prose.Content(l, longest))];
        if (preview.Refused.Count > 0)
        {
            card.Body.Add(Title(preview.RefusedHeading, longest));
            card.Body.AddRange(preview.Refused.Take(Most).Select(r => Below(r, longest: Math.Min(longest, PlainText.Longest))));
            if (preview.Rest is { Length: > 0 } rest) card.Body.AddRange(Prose.Content(rest, longest, AdaptiveSpacing.Small));
        }

        List<AdaptiveAction> actions = [.. preview.Buttons.Select(preview.Ask.Press)];
        if (preview.Page is { } page) actions.Add(new AdaptiveOpenUrlAction { Title = PlainText.Unmarked(preview.PageTitle), Url = SafeForm.Web(page) });
        Choosing.Place(card, actions);
        return card;
    });
}
