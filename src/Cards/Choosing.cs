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

    public static bool AreButtons(IReadOnlyList<CardChoice> choices, int otherButtons) =>
        choices.Count <= MostChoices && choices.Count + otherButtons <= MostActions && (choices.Any(c => c.Data is not null) || choices.All(c => c.Label.Length <= LongestButton));

    /// <exception cref="ArgumentException">There are more than six actions.</exception>
    public static List<AdaptiveAction> Actions(IEnumerable<AdaptiveAction> actions) =>
        actions.ToList() is { Count: <= MostActions } all ? all : throw new ArgumentException("A card has at most six actions.", nameof(actions));

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
