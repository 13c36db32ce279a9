using System.Text.RegularExpressions;
using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>The words around a number, in the person's language.</summary>
public sealed record HelpWords
{
    public required string Call { get; init; }

    public required string Text { get; init; }

    /// <summary>Which word to text to which number: <c>{0}</c> and <c>{1}</c>.</summary>
    public required string TextTo { get; init; }

    public required string Chat { get; init; }

    public required string Online { get; init; }

    public required string Open { get; init; }

    public required string Cost { get; init; }

    public required string Free { get; init; }

    public required string Unconfirmed { get; init; }

    public static HelpWords Of(ICardWords words) => new()
    {
        Call = words["numbers.card-call"],
        Text = words["numbers.card-text"],
        TextTo = words.Say("numbers.card-text-word", ("word", "{0}"), ("number", "{1}")),
        Chat = words["numbers.card-chat"],
        Online = words["numbers.card-online"],
        Open = words["numbers.card-open"],
        Cost = words["numbers.card-cost"],
        Free = words["numbers.free"],
        Unconfirmed = words["numbers.card-unconfirmed"],
    };
}

/// <summary>Places to turn to, one block each, and the buttons that call them.</summary>
internal static partial class HelpEntries
{
    /// <summary>The most entries shown; a longer list helps nobody who needs one.</summary>
    public const int Most = 8;

    /// <summary>More than two do not fit side by side on a phone.</summary>
    private const int MostButtons = 2;

    /// <summary>Those that can be called with one press.</summary>
    public static List<HelpNumber> ToCall(IReadOnlyList<HelpNumber> numbers) =>
        [.. numbers.Take(Most).Where(n => n.Phone is { } phone && Dialable().IsMatch(phone)).DistinctBy(n => n.Phone).Take(MostButtons)];

    public static AdaptiveOpenUrlAction Call(HelpNumber number, HelpWords words) =>
        new() { Title = $"{PlainText.Unmarked(words.Call)} {number.Phone}", Url = new Uri($"tel:{number.Phone}") };

    public static IEnumerable<AdaptiveElement> Of(IReadOnlyList<HelpNumber> numbers, HelpWords words, int longest = PlainText.Longest) =>
        numbers.Take(Most).Select((number, at) => Entry(number, words, Math.Min(longest, PlainText.Longest), first: at == 0));

    private static AdaptiveContainer Entry(HelpNumber number, HelpWords words, int longest, bool first)
    {
        var entry = new AdaptiveContainer
        {
            Separator = !first,
            Items = { new AdaptiveRichTextBlock { Inlines = { Run(number.Name, bold: true, longest) } }, Below(number.Purpose, longest: longest) },
        };
        if (number.Phone is { } phone)
            entry.Items.Add(Line(words.Call, number.PhoneNote is { } note ? $"{phone}, {note}" : phone, longest: longest));
        if (number.TextTo is { } to)
            entry.Items.Add(Line(words.Text, number.TextWord is { } word ? words.TextTo.Replace("{1}", to, StringComparison.Ordinal).Replace("{0}", word, StringComparison.Ordinal) : to, longest: longest));
        if (number.Chat is { } chat)
            entry.Items.Add(Line(words.Chat, chat, longest: longest));
        if (number.Web is { } web)
            entry.Items.Add(Line(words.Online, web, longest: longest));
        entry.Items.Add(Below($"{words.Open}: {number.Hours}", longest: longest));
        if (number.IsFree || number.Cost is not null)
            entry.Items.Add(Below($"{words.Cost}: {(number.IsFree ? words.Free : number.Cost)}", longest: longest));
        if (number.Note is { } caution)
            entry.Items.Add(Below(caution, longest: longest));
        if (number.CallToConfirm)
            entry.Items.Add(Below(words.Unconfirmed, longest: longest));
        return entry;
    }

    [GeneratedRegex("^[0-9-]{3,14}$")]
    private static partial Regex Dialable();
}
