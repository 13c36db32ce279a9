using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>One question with choices. All texts are content, in the language of <paramref name="Ask"/>.</summary>
/// <param name="Help">One sentence of help; null for none.</param>
/// <param name="Intro">What is said before the question; null for nothing.</param>
/// <param name="Several">True where more than one may be chosen.</param>
/// <param name="Buttons">Ways to go on without answering.</param>
/// <param name="SendTitle">Title of the button that sends a list.</param>
public sealed record QuestionShown(CardAsk Ask, string Label, string? Help, string? Intro, IReadOnlyList<CardChoice> Choices, bool Several, IReadOnlyList<CardButton> Buttons, string SendTitle)
{
    /// <summary>Said where nothing was chosen from a list; null where an empty answer may be sent.</summary>
    public string? RequiredError { get; init; }

    /// <summary>Stands in a drop-down until something is chosen; null for nothing.</summary>
    public string? ChooseHint { get; init; }
}

/// <summary>
/// A question of a protocol. Up to four short choices are a button each; more, longer ones, or several at once are a list
/// whose answer comes back as <see cref="CardVerbs.AnswerInput"/>.
/// </summary>
public static class ProtocolQuestionCard
{
    /// <exception cref="ArgumentException">There are more than six actions, or more than fits a card.</exception>
    public static AdaptiveCard Of(QuestionShown question) => CardSize.Fit(longest => Of(question, longest));

    private static AdaptiveCard Of(QuestionShown question, int longest)
    {
        var card = question.Ask.NewCard(question.Label);
        if (question.Intro is { Length: > 0 } intro)
            card.Body.AddRange(Prose.Content(intro, longest));
        var help = question.Help is { Length: > 0 } words ? Prose.Content(words, longest, AdaptiveSpacing.Small) : [];
        var others = question.Buttons.Select(question.Ask.Press);
        if (!question.Several && Choosing.AreButtons(question.Choices, question.Buttons.Count))
        {
            card.Body.AddRange([Heading(question.Label, longest), .. help]);
            Choosing.Place(card, [.. question.Choices.Select(question.Ask.Press), .. others]);
            return card;
        }
        var list = Choosing.List(CardVerbs.AnswerInput, PlainText.Unmarked(question.Label, Math.Min(longest, 300)), question.Choices.Select(c => (c.Id, c.Label)), question.Several, longest);
        list.IsRequired = question.RequiredError is not null;
        list.ErrorMessage = question.RequiredError is { } error ? PlainText.Unmarked(error) : null!;
        list.Placeholder = question.ChooseHint is { } hint ? PlainText.Unmarked(hint) : null!;
        card.Body.AddRange([.. help, list]);
        Choosing.Place(card, [question.Ask.Send(question.SendTitle), .. others]);
        return card;
    }
}
