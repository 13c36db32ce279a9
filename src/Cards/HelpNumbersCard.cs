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
/// <param name="Web">Page, without <c>https://</c>; null for none.</param>
/// <param name="Hours">When somebody answers, in words.</param>
/// <param name="Note">What a caller should know first, such as when something is not kept private; null for nothing.</param>
/// <param name="CallToConfirm">True where nobody has verified the entry; the card then says so.</param>
public sealed record HelpNumber(string Name, string Purpose, string? Phone, string? PhoneNote, string? TextWord, string? TextTo, string? Web, string Hours, string? Note, bool CallToConfirm)
{
    /// <summary>Web chat, without <c>https://</c>; null for none.</summary>
    public string? Chat { get; init; }

    /// <summary>True where a source says so; false says nothing of the cost.</summary>
    public bool IsFree { get; init; }

    /// <summary>What it costs, in words; null where it is free, and where nobody knows.</summary>
    public string? Cost { get; init; }

    /// <param name="language">ISO 639; what is not translated is in English.</param>
    public static HelpNumber Of(ShownResource shown, string language = Wording.English)
    {
        var (resource, notes) = (shown.Resource, string.Join(' ', new[] { shown.Resource.Note, shown.Resource.ConfidentialNote }.OfType<Wording>().Select(n => n.In(language))));
        return new(
            resource.Name, resource.Purpose.In(language), resource.Phone, resource.PhoneNote?.In(language), resource.Text?.Word, resource.Text?.To,
            resource.Url, resource.Hours.ToString(), notes.Length == 0 ? null : notes, shown.CallToConfirm)
        {
            Chat = resource.Chat,
            IsFree = resource.IsFree,
            Cost = resource.Cost?.In(language),
        };
    }
}

/// <summary>Whom to call or text now. The same for everybody: nothing on it says why it was shown.</summary>
public static class HelpNumbersCard
{
    /// <summary>The most entries shown; a longer list helps nobody who needs one.</summary>
    public const int Most = HelpEntries.Most;

    /// <param name="numbers">Best first; those after <see cref="Most"/> are left out.</param>
    /// <exception cref="ArgumentException">The list is empty: a card that offers help and has none must not exist.</exception>
    public static AdaptiveCard Of(IReadOnlyList<HelpNumber> numbers, ICardWords words)
    {
        if (numbers.Count == 0) throw new ArgumentException("There is no number to show.", nameof(numbers));
        var around = HelpWords.Of(words);
        var toCall = HelpEntries.ToCall(numbers);
        var said = toCall.Count == 0 ? $"{words["help.heading"]}." : $"{words["help.heading"]}: {words.Say("numbers.call", ("number", string.Join(words["numbers.or"], toCall.Select(n => n.Phone))))}.";
        return CardSize.Fit(longest =>
        {
            var card = NewCard(words, said, said);
            card.Body =
            [
                Band(AdaptiveContainerStyle.Good, words["help.heading"]),
                .. HelpEntries.Of(numbers, around, longest),
                .. Mark(words),
            ];
            card.Actions = [.. toCall.Select(n => HelpEntries.Call(n, around))];
            return card;
        });
    }
}
