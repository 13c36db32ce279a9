using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>All texts are content, in the language of <paramref name="Ask"/>, but for what stands below a training.</summary>
/// <param name="Trainings">At least one; those after twelve are left out.</param>
/// <param name="StillAsked">What is still asked of the person; null for nothing.</param>
/// <param name="PickLabel">Above the list to pick from.</param>
/// <param name="PickError">Said where nothing was picked.</param>
/// <param name="Changes">Each sends the pick; its data comes back beside it.</param>
/// <param name="Buttons">Ways on without a pick.</param>
public sealed record MyTrainingsShown(CardAsk Ask, string Heading, IReadOnlyList<TrainingEntry> Trainings, string? StillAsked, string PickLabel, string PickError, IReadOnlyList<CardButton> Changes, IReadOnlyList<CardButton> Buttons);

/// <summary>Where one person has a seat, waits, or has a seat held. For their own chat only.</summary>
public static class MyTrainingsCard
{
    /// <exception cref="ArgumentException">There are more than six actions.</exception>
    public static AdaptiveCard Of(MyTrainingsShown mine) => CardSize.Fit(longest =>
    {
        var card = mine.Ask.NewCard(mine.Heading);
        card.Body = [Band(AdaptiveContainerStyle.Good, mine.Heading), .. TrainingEntries.Of(mine.Trainings, longest)];
        if (mine.StillAsked is { Length: > 0 } asked) card.Body.AddRange(Prose.Content(asked, longest, AdaptiveSpacing.Medium));
        card.Body.Add(TrainingEntries.Picker(mine.PickLabel, mine.PickError, mine.Trainings, longest));
        Choosing.Place(card, [.. mine.Changes.Select(c => mine.Ask.Send(c.Title, c.Data)), .. mine.Buttons.Select(mine.Ask.Press)]);
        return card;
    });
}
