using AdaptiveCards;
using SupportBot.Protocols;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>What stands on a step's buttons and beside them, in the language of the card.</summary>
public sealed record StaffStepWords
{
    public string Heading { get; init; } = "To do";

    public string Role { get; init; } = "For";

    public string Done { get; init; } = "Done";

    public string NotPossible { get; init; } = "Not possible";

    public string HandOver { get; init; } = "Hand over";

    public string ReasonLabel { get; init; } = "Why is it not possible?";

    public string ReasonError { get; init; } = "Please say why.";

    public string Send { get; init; } = "Send";

    public string NeedsTwo { get; init; } = "Two different people must say that it is done.";

    public string WaitsForSecond { get; init; } = "One person says it is done. A second one must confirm.";
}

/// <summary>One thing that a member of staff does away from the chat.</summary>
/// <param name="Text">What is to be done, from content.</param>
/// <param name="RoleTitle">Who does it, from content.</param>
/// <param name="Due">Null where no time is set.</param>
/// <param name="TwoPerson">True where two different people must say it is done.</param>
/// <param name="WaitsForSecond">True once the first of them has.</param>
public sealed record StaffStep(CardAsk Ask, string Text, string RoleTitle, DateTimeOffset? Due, DateTimeOffset Now, bool TwoPerson, bool WaitsForSecond, StaffStepWords Words);

/// <summary>
/// A step for staff with its due time. What is pressed comes back in <see cref="CardVerbs.ChoiceMember"/> as one of the
/// results of <see cref="DoStep"/>; why something is not possible in <see cref="CardVerbs.ReasonInput"/>.
/// </summary>
public static class StaffStepCard
{
    private const int MostReason = 2000;

    public static AdaptiveCard Of(StaffStep step) => CardSize.Fit(longest => Of(step, longest));

    private static AdaptiveCard Of(StaffStep step, int longest)
    {
        var words = step.Words;
        var card = step.Ask.NewCard(step.Text);
        card.Body =
        [
            Band(Style(step), words.Heading),
            .. Prose.Content(step.Text, longest, AdaptiveSpacing.Medium),
            Line(words.Role, step.RoleTitle, first: true, longest),
        ];
        if (step.Due is { } due)
            card.Body.Add(Moment("Due", due, TimeWords.Due(due, step.Now)));
        if (step.WaitsForSecond || step.TwoPerson)
            card.Body.Add(Below(step.WaitsForSecond ? words.WaitsForSecond : words.NeedsTwo, bold: step.WaitsForSecond, longest: Math.Min(longest, PlainText.Longest)));
        Choosing.Place(card,
        [
            step.Ask.Press(new CardChoice(DoStep.Done, words.Done)),
            new AdaptiveShowCardAction { Title = PlainText.Unmarked(words.NotPossible), Card = WhyNot(step) },
            step.Ask.Press(new CardChoice(DoStep.HandedOver, words.HandOver)),
        ]);
        return card;
    }

    // A card of its own: the reason is asked, and required, only of those who open it.
    private static AdaptiveCard WhyNot(StaffStep step) => new("1.5")
    {
        // Language follows the card around it; named twice, the published renderer refuses it.
        Rtl = step.Ask.NewCard("").Rtl,
        Body =
        {
            new AdaptiveTextInput
            {
                Id = CardVerbs.ReasonInput,
                Label = PlainText.Unmarked(step.Words.ReasonLabel),
                IsRequired = true,
                ErrorMessage = PlainText.Unmarked(step.Words.ReasonError),
                IsMultiline = true,
                MaxLength = MostReason,
            },
        },
        Actions = { step.Ask.Send(step.Words.Send, new Dictionary<string, string> { [CardVerbs.ChoiceMember] = DoStep.NotPossible }) },
    };

    private static AdaptiveContainerStyle Style(StaffStep step) =>
        step.Due < step.Now ? AdaptiveContainerStyle.Attention
        : step.Due - step.Now <= TimeSpan.FromHours(1) ? AdaptiveContainerStyle.Warning
        : AdaptiveContainerStyle.Accent;
}
