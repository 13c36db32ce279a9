using AdaptiveCards;
using Microsoft.Bot.Schema;
using SupportBot.Cards;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>Cards without buttons, that stand where a card with buttons stood.</summary>
internal static class PlainCards
{
    public static Attachment Newer(string caseNumber, ICardWords words) => Of(words["press.newer-heading"], caseNumber, words["press.newer-note"], words);

    public static Attachment NotYours(string caseNumber, ICardWords words) => Of(words["press.closed-heading"], caseNumber, words["press.closed-note"], words);

    private static Attachment Of(string heading, string caseNumber, string note, ICardWords words) => new()
    {
        ContentType = AdaptiveCard.ContentType,
        Content = ClosedQuestionCard.Of(new ClosedQuestion(words.Language, heading, words.Say("staff.number", ("code", caseNumber)), words.Unchecked is { } mark ? $"{note}\n\n{mark}" : note)),
    };
}
