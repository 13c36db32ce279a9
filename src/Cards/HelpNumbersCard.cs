using System.Text.RegularExpressions;
using AdaptiveCards;
using SupportBot.Directory;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>One place to turn to, as the directory gives it.</summary>
/// <param name="Purpose">What it is for, in one short sentence.</param>
/// <param name="Phone"><c>988</c> or <c>877-968-8491</c>; null for none.</param>
/// <param name="PhoneNote">What to do once connected, such as <c>press 2</c>; null for nothing.</param>
/// <param name="TextWord">The word to text, such as <c>HOME</c>; null where any words do.</param>
/// <param name="TextTo">The number to text to; null for none.</param>
/// <param name="Web">Chat or page, without <c>https://</c>; null for none.</param>
/// <param name="Hours">When somebody answers, in words.</param>
/// <param name="Note">What a caller should know first, such as when something is not kept private; null for nothing.</param>
/// <param name="CallToConfirm">True where nobody has verified the entry; the card then says so.</param>
public sealed record HelpNumber(string Name, string Purpose, string? Phone, string? PhoneNote, string? TextWord, string? TextTo, string? Web, string Hours, string? Note, bool CallToConfirm)
{
    public static HelpNumber Of(ShownResource shown)
    {
        var (resource, notes) = (shown.Resource, string.Join(' ', new[] { shown.Resource.Note, shown.Resource.ConfidentialNote }.OfType<string>()));
        return new(
            resource.Name, resource.Purpose, resource.Phone, resource.PhoneNote, resource.Text?.Word, resource.Text?.To,
            resource.Chat ?? resource.Url, resource.Hours.ToString(), notes.Length == 0 ? null : notes, shown.CallToConfirm);
    }
}

/// <summary>Whom to call or text now. The same for everybody: nothing on it says why it was shown.</summary>
public static partial class HelpNumbersCard
{
    /// <summary>The most entries shown; a longer list helps nobody who needs one.</summary>
    public const int Most = 8;

    /// <summary>More than two do not fit side by side on a phone.</summary>
    private const int MostButtons = 2;

    /// <param name="numbers">Best first; those after <see cref="Most"/> are left out.</param>
    /// <exception cref="ArgumentException">The list is empty: a card that offers help and has none must not exist.</exception>
    public static AdaptiveCard Of(IReadOnlyList<HelpNumber> numbers)
    {
        if (numbers.Count == 0) throw new ArgumentException("There is no number to show.", nameof(numbers));
        var toCall = numbers.Take(Most).Where(n => n.Phone is { } phone && Dialable().IsMatch(phone)).DistinctBy(n => n.Phone).Take(MostButtons).ToList();
        var calls = toCall.Count == 0 ? "" : $" Call {string.Join(" or ", toCall.Select(n => n.Phone))}.";
        var card = NewCard($"You can talk to someone now.{calls}", $"You can talk to someone now.{calls}");
        card.Body =
        [
            Band(AdaptiveContainerStyle.Good, "You can talk to someone now", "Choose any of these. You do not need a reason to call."),
            .. numbers.Take(Most).Select((number, at) => Entry(number, first: at == 0)),
        ];
        card.Actions = [.. toCall.Select(Call)];
        return card;
    }

    private static AdaptiveContainer Entry(HelpNumber number, bool first)
    {
        var entry = new AdaptiveContainer
        {
            Separator = !first,
            Items = { new AdaptiveRichTextBlock { Inlines = { Run(number.Name, bold: true) } }, Below(number.Purpose) },
        };
        if (number.Phone is { } phone)
            entry.Items.Add(Line("Call", number.PhoneNote is { } note ? $"{phone}, {note}" : phone));
        if (number.TextTo is { } to)
            entry.Items.Add(Line("Text", number.TextWord is { } word ? $"{word} to {to}" : to));
        if (number.Web is { } web)
            entry.Items.Add(Line("Online", web));
        entry.Items.Add(Below($"Open: {number.Hours}"));
        if (number.Note is { } caution)
            entry.Items.Add(Below(caution));
        if (number.CallToConfirm)
            entry.Items.Add(Below("Nobody has checked this number lately. Call to make sure."));
        return entry;
    }

    private static AdaptiveRichTextBlock Below(string text) => new() { Spacing = AdaptiveSpacing.None, Inlines = { Run(text) } };

    private static AdaptiveTextRun Run(string text, bool bold = false) =>
        new(PlainText.Of(text)) { Weight = bold ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default };

    private static AdaptiveOpenUrlAction Call(HelpNumber number) => new() { Title = $"Call {number.Phone}", Url = new Uri($"tel:{number.Phone}") };

    [GeneratedRegex("^[0-9-]{3,14}$")]
    private static partial Regex Dialable();
}
