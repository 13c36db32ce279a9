using AdaptiveCards;
using SupportBot.Protocols;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>One thing that a member of staff does away from the chat.</summary>
/// <param name="Text">What is to be done, from content.</param>
/// <param name="RoleTitle">Who does it, from content.</param>
/// <param name="Due">Null where no time is set.</param>
/// <param name="TwoPerson">True where two different people must say it is done.</param>
/// <param name="WaitsForSecond">True once the first of them has.</param>
public sealed record StaffStep(CardAsk Ask, string Text, string RoleTitle, DateTimeOffset? Due, DateTimeOffset Now, bool TwoPerson, bool WaitsForSecond);

/// <summary>
/// A step for staff with its due time. What is pressed comes back in <see cref="CardVerbs.ChoiceMember"/> as one of the
/// results of <see cref="DoStep"/>; why something is not possible in <see cref="CardVerbs.ReasonInput"/>.
/// </summary>
public static class StaffStepCard
{
    private const int MostReason = 2000;

    public static AdaptiveCard Of(StaffStep step, ICardWords words) => CardSize.Fit(longest => Of(step, words, longest));

    private static AdaptiveCard Of(StaffStep step, ICardWords words, int longest)
    {
        var card = step.Ask.NewCard(step.Text);
        card.Body =
        [
            Band(Style(step), words["todo.heading"]),
            .. Prose.Content(step.Text, longest, AdaptiveSpacing.Medium),
            Line(words["todo.role"], step.RoleTitle, first: true, longest),
        ];
        if (step.Due is { } due)
            card.Body.Add(Moment(words["staff.due"], due, TimeWords.Due(due, step.Now, words)));
        if (step.WaitsForSecond || step.TwoPerson)
            card.Body.Add(Below(words[step.WaitsForSecond ? "todo.second" : "todo.two"], bold: step.WaitsForSecond, longest: Math.Min(longest, PlainText.Longest)));
        card.Body.AddRange(Mark(words));
        Choosing.Place(card,
        [
            step.Ask.Press(new CardChoice(DoStep.Done, words["todo.done"])),
            new AdaptiveShowCardAction { Title = PlainText.Unmarked(words["todo.not-possible"]), Card = WhyNot(step, words) },
            step.Ask.Press(new CardChoice(DoStep.HandedOver, words["todo.hand-over"])),
        ]);
        return card;
    }

    // A card of its own: the reason is asked, and required, only of those who open it.
    private static AdaptiveCard WhyNot(StaffStep step, ICardWords words) => new("1.5")
    {
        // Language follows the card around it; named twice, the published renderer refuses it.
        Rtl = step.Ask.NewCard("").Rtl,
        Body =
        {
            new AdaptiveTextInput
            {
                Id = CardVerbs.ReasonInput,
                Label = PlainText.Unmarked(words["todo.reason"]),
                IsRequired = true,
                ErrorMessage = PlainText.Unmarked(words["todo.reason-missing"]),
                IsMultiline = true,
                MaxLength = MostReason,
            },
        },
        Actions = { step.Ask.Send(words["card.send"], new Dictionary<string, string> { [CardVerbs.ChoiceMember] = DoStep.NotPossible }) },
    };

    private static AdaptiveContainerStyle Style(StaffStep step) =>
        step.Due < step.Now ? AdaptiveContainerStyle.Attention
        : step.Due - step.Now <= TimeSpan.FromHours(1) ? AdaptiveContainerStyle.Warning
        : AdaptiveContainerStyle.Accent;
}
