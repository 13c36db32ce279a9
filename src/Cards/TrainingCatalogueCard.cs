using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>All texts are content, in the language of <paramref name="Ask"/>, but for what stands below an entry.</summary>
/// <param name="Note">Said above the list; null for nothing.</param>
/// <param name="Courses">At least one; those after twelve are left out.</param>
/// <param name="PickLabel">Above the list to pick from.</param>
/// <param name="PickError">Said where nothing was picked.</param>
/// <param name="Show">Sends the pick; its data comes back beside it.</param>
/// <param name="Buttons">Ways on without a pick; four at most.</param>
public sealed record TrainingCatalogue(CardAsk Ask, string Heading, string? Note, IReadOnlyList<TrainingEntry> Courses, string PickLabel, string PickError, CardButton Show, IReadOnlyList<CardButton> Buttons);

/// <summary>What a member of staff may take, and when it is held next.</summary>
public static class TrainingCatalogueCard
{
    /// <exception cref="ArgumentException">There are more than six actions.</exception>
    public static AdaptiveCard Of(TrainingCatalogue catalogue) => CardSize.Fit(longest =>
    {
        var card = catalogue.Ask.NewCard(catalogue.Heading);
        card.Body.Add(Band(AdaptiveContainerStyle.Accent, catalogue.Heading));
        if (catalogue.Note is { Length: > 0 } note) card.Body.AddRange(Prose.Content(note, longest, AdaptiveSpacing.Medium));
        card.Body.AddRange(TrainingEntries.Of(catalogue.Courses, longest));
        card.Body.Add(TrainingEntries.Picker(catalogue.PickLabel, catalogue.PickError, catalogue.Courses, longest));
        Choosing.Place(card, [catalogue.Ask.Send(catalogue.Show.Title, catalogue.Show.Data), .. catalogue.Buttons.Select(catalogue.Ask.Press)]);
        return card;
    });
}
