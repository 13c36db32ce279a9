using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Wire;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>Whether what came back from a question's card may be taken, and as what.</summary>
public sealed class QuestionPresses(AnswerSeals seals)
{
    /// <summary>What a press is refused for, as the audit names it, and the phrase that the person reads.</summary>
    public sealed record Refusal(string Reason, string Phrase);

    private static readonly Refusal Forged = new("forged", "teams.forged");
    private static readonly Refusal NotTheirs = new("not-theirs", "teams.not-theirs");
    private static readonly Refusal Expired = new("expired", "teams.expired");

    /// <summary>Null where the press may be taken.</summary>
    public Refusal? Check(Activity activity, object? data)
    {
        if (data is null || JsonValue.Text(data, "sb") != "1") return Forged;
        // A menu entry says no more than anybody may type; everything else answers a question of one chat.
        if (JsonValue.Text(data, "t") is null) return JsonValue.Text(data, "do") == "go" ? null : Forged;
        return seals.Check(JsonValue.Text(data, CardVerbs.SealMember), activity.Conversation.Id, activity.From?.Id ?? "") switch
        {
            SealFault.None => null,
            SealFault.NotTheirs => NotTheirs,
            SealFault.Expired => Expired,
            _ => Forged,
        };
    }

    /// <summary>The press as the message that the turn pipeline knows.</summary>
    public static Activity AsMessage(Activity activity, object data) => MessageOf(activity, data, null);

    /// <summary>A press that means the same as something typed.</summary>
    public static Activity AsTyped(Activity activity, string text) => MessageOf(activity, null, text);

    private static Activity MessageOf(Activity activity, object? data, string? text)
    {
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            Id = activity.Id,
            Timestamp = activity.Timestamp,
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            From = activity.From,
            Recipient = activity.Recipient,
            Conversation = activity.Conversation,
            Locale = activity.Locale,
            Value = data,
            Text = text,
        };
        return message;
    }
}
