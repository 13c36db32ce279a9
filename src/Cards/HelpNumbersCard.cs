using System.Text.RegularExpressions;
using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>One place to turn to, as the directory gives it.</summary>
/// <param name="Purpose">What it is for, in one short sentence.</param>
/// <param name="Phone"><c>988</c> or <c>877-968-8491</c>; null for none.</param>
/// <param name="Text">How to text it: <c>text HOME to 741741</c>; null for none.</param>
/// <param name="Hours">When somebody answers, in words.</param>
/// <param name="CallToConfirm">True where nobody has verified the entry; the card then says so.</param>
public sealed record HelpNumber(string Name, string Purpose, string? Phone, string? Text, string Hours, bool CallToConfirm);

/// <summary>Whom to call or text now. The same for everybody: nothing on it says why it was shown.</summary>
public static partial class HelpNumbersCard
{
    /// <summary>The most entries shown; a longer list helps nobody who needs one.</summary>
    public const int Most = 8;

    private const int MostButtons = 3;

    /// <param name="numbers">Best first; those after <see cref="Most"/> are left out.</param>
    /// <exception cref="ArgumentException">The list is empty: a card that offers help and has none must not exist.</exception>
    public static AdaptiveCard Of(IReadOnlyList<HelpNumber> numbers)
    {
        if (numbers.Count == 0) throw new ArgumentException("There is no number to show.", nameof(numbers));
        var toCall = numbers.Take(Most).Where(n => n.Phone is { } phone && Dialable().IsMatch(phone)).Take(MostButtons).ToList();
        var calls = toCall.Count == 0 ? "" : $" Call {string.Join(" or ", toCall.Select(n => n.Phone))}.";
        var card = NewCard($"You can talk to someone now.{calls}", $"You can talk to someone now.{calls}");
        card.Body =
        [
            Band(AdaptiveContainerStyle.Good, "You can talk to someone now", "Choose any of these. You do not need a reason to call."),
            .. numbers.Take(Most).Select(Entry),
        ];
        card.Actions = [.. toCall.Select(Call)];
        return card;
    }

    private static AdaptiveContainer Entry(HelpNumber number)
    {
        var entry = new AdaptiveContainer { Separator = true, Items = { Title(number.Name), Run(number.Purpose) } };
        if (number.Phone is { } phone) entry.Items.Add(Line("Call", phone));
        if (number.Text is { } text) entry.Items.Add(Line("Text", text));
        entry.Items.Add(Run(number.CallToConfirm ? $"{number.Hours}. Not confirmed lately: call to make sure." : number.Hours));
        return entry;
    }

    private static AdaptiveRichTextBlock Run(string text) => new() { Spacing = AdaptiveSpacing.Small, Inlines = { new AdaptiveTextRun(PlainText.Of(text)) } };

    private static AdaptiveOpenUrlAction Call(HelpNumber number) => new() { Title = $"Call {number.Phone}", Url = new Uri($"tel:{number.Phone}") };

    [GeneratedRegex("^[0-9-]{3,14}$")]
    private static partial Regex Dialable();
}
