using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Wire;

namespace SupportBot.Dialogs;

/// <summary>What a button of ours carries back: the question it belongs to, and what was chosen. Never a word of a person.</summary>
/// <param name="Token">Token of the question; null for buttons that belong to none.</param>
/// <param name="Field">Field of the question.</param>
/// <param name="Choice">Id of the choice; a day as yyyy-MM-dd for dates.</param>
/// <param name="Do">Something else than an answer: one of the constants.</param>
internal sealed record ButtonPress(string? Token, string? Field, string? Choice, string? Do)
{
    public const string Skip = "skip";
    public const string Back = "back";
    public const string Stop = "stop";
    public const string Done = "done";
    public const string Change = "change";
    public const string Keep = "keep";
    public const string Go = "go";
    public const string Refresh = "refresh";

    /// <summary>Somebody else is to go on: whom is the choice, and none asks whom.</summary>
    public const string Pass = "pass";

    /// <summary>Another language: its code is the choice, and none asks which.</summary>
    public const string Speak = "speak";

    /// <summary>A person who interprets is wanted.</summary>
    public const string Interpreter = "interpreter";

    /// <summary>The form is wanted in a window of its own.</summary>
    public const string Window = "window";

    /// <summary>Null where the activity is not a press of one of our buttons.</summary>
    public static ButtonPress? Of(IMessageActivity activity)
    {
        if (activity.Value is not { } value || JsonValue.Text(value, "sb") != "1") return null;
        return new ButtonPress(JsonValue.Text(value, "t"), JsonValue.Text(value, "f"), JsonValue.Text(value, "c"), JsonValue.Text(value, "do"));
    }

    /// <summary>A button with this meaning. What it shows is also what stands in the conversation once it is pressed.</summary>
    public CardAction As(string title)
    {
        Dictionary<string, string> value = new() { ["sb"] = "1" };
        if (Token is not null) value["t"] = Token;
        if (Field is not null) value["f"] = Field;
        if (Choice is not null) value["c"] = Choice;
        if (Do is not null) value["do"] = Do;
        return new CardAction { Type = ActionTypes.MessageBack, Title = title, Text = title, DisplayText = title, Value = value };
    }
}

internal static class Says
{
    /// <summary>A message in Markdown with buttons under it.</summary>
    public static Activity Message(string text, params IEnumerable<CardAction> buttons)
    {
        var activity = MessageFactory.Text(text);
        activity.TextFormat = TextFormatTypes.Markdown;
        var actions = buttons.ToList();
        if (actions.Count > 0) activity.SuggestedActions = new SuggestedActions { Actions = actions };
        return activity;
    }
}
