using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="Heading">What the list is, from content; never what somebody searched for.</param>
/// <param name="Entries">Best first; those after <see cref="HelpNumbersCard.Most"/> are left out.</param>
public sealed record ResourceList(string Heading, IReadOnlyList<HelpNumber> Entries);

/// <summary>Places to turn to. It may be shared into a chat, so nothing on it says who asked, or why.</summary>
public static class ResourceListCard
{
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static AdaptiveCard Of(ResourceList list, ICardWords words)
    {
        var around = HelpWords.Of(words);
        if (list.Entries.Count == 0) throw new ArgumentException("There is no entry to show.", nameof(list));
        return CardSize.Fit(longest =>
        {
            var card = CardAsk.In(words.Language).NewCard(list.Heading);
            card.Body = [Band(AdaptiveContainerStyle.Good, list.Heading), .. HelpEntries.Of(list.Entries, around, longest), .. Mark(words)];
            card.Actions = [.. HelpEntries.ToCall(list.Entries).Select(n => HelpEntries.Call(n, around))];
            return card;
        });
    }
}
