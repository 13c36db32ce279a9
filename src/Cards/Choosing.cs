using AdaptiveCards;

namespace SupportBot.Cards;

/// <summary>Choices as buttons where a few short ones do, and as a list where not.</summary>
internal static class Choosing
{
    /// <summary>More than these do not fit side by side, and hosts hide or refuse actions beyond six.</summary>
    private const int MostChoices = 4;
    private const int MostActions = 6;

    /// <summary>Hosts cut a longer button off, and half an answer may be another one.</summary>
    private const int LongestButton = 40;

    /// <summary>More than these are a drop-down.</summary>
    private const int MostOpen = 5;

    /// <summary>What fits beside each other on a narrow phone, in pixels, and what a button takes there.</summary>
    private const int RowWidth = 248;
    private const int LetterWidth = 7;
    private const int ButtonPadding = 16;
    private const int ButtonGap = 8;

    public static bool AreButtons(IReadOnlyList<CardChoice> choices, int otherButtons) =>
        AreFew(choices, otherButtons) && (choices.Any(c => c.Data is not null) || choices.All(c => c.Label.Length <= LongestButton));

    public static bool AreFew(IReadOnlyList<CardChoice> choices, int otherButtons) =>
        choices.Count <= MostChoices && choices.Count + otherButtons <= MostActions;

    /// <summary>
    /// Puts the actions on the card in rows that fit a phone, the last row where hosts show a card's own actions. Hosts do not
    /// break a row, so a button too many in one would be cut off, and it might be the one that stops.
    /// </summary>
    /// <exception cref="ArgumentException">There are more than six actions.</exception>
    public static void Place(AdaptiveCard card, IEnumerable<AdaptiveAction> actions)
    {
        List<List<AdaptiveAction>> rows = [[]];
        var used = 0;
        foreach (var action in actions)
        {
            var width = (action.Title.Length * LetterWidth) + ButtonPadding;
            if (used > 0 && used + ButtonGap + width > RowWidth)
            {
                rows.Add([]);
                used = 0;
            }
            rows[^1].Add(action);
            used += width + ButtonGap;
        }
        if (rows.Sum(r => r.Count) > MostActions)
            throw new ArgumentException("A card has at most six actions.", nameof(actions));
        card.Body.AddRange(rows[..^1].Select((row, at) => new AdaptiveActionSet { Actions = row, Spacing = at == 0 ? AdaptiveSpacing.Default : AdaptiveSpacing.Small }));
        card.Actions = rows[^1];
    }

    /// <param name="several">True where more than one may be chosen: all are open then, because a drop-down for several hides what is chosen.</param>
    public static AdaptiveChoiceSetInput List(string id, string label, IEnumerable<(string Id, string Label)> choices, bool several, int longest)
    {
        var all = choices.Select(c => new AdaptiveChoice { Title = PlainText.Unmarked(c.Label, Math.Min(longest, PlainText.Longest)), Value = SafeForm.Id(c.Id) }).ToList();
        return new()
        {
            Id = id,
            Label = label,
            Choices = all,
            IsMultiSelect = several,
            Wrap = true,
            Style = several || all.Count <= MostOpen ? AdaptiveChoiceInputStyle.Expanded : AdaptiveChoiceInputStyle.Compact,
        };
    }
}
