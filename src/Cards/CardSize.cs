using System.Text;
using AdaptiveCards;

namespace SupportBot.Cards;

/// <summary>Channels cut off or refuse a large card, so a card's texts are cut instead, the same for all of them and no more than it takes.</summary>
internal static class CardSize
{
    /// <summary>The most bytes of a card as JSON.</summary>
    public const int Most = 28 * 1024;

    /// <summary>The longest that a text of the card may be, in characters: the next one when the card is still too large.</summary>
    private static readonly int[] Lengths = [4000, 2000, 1000, 700, 500, 350, 250, 150, 100, 50, 25];

    /// <param name="make">The card with no text longer than the number given.</param>
    /// <exception cref="ArgumentException">No length is short enough: there is too much on one card.</exception>
    public static AdaptiveCard Fit(Func<int, AdaptiveCard> make)
    {
        foreach (var length in Lengths)
        {
            var card = make(length);
            if (Encoding.UTF8.GetByteCount(card.ToJson()) <= Most)
                return card;
        }
        throw new ArgumentException("There is too much for one card. Put it on several.", nameof(make));
    }
}
