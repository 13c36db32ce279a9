using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using SupportBot.BotFramework.Tests.Dialogs;

namespace SupportBot.BotFramework.Tests.Prompts;

/// <summary>A conversation that begins with a prompt.</summary>
internal static class Ask
{
    /// <summary>Asks, answers once and returns what the prompt made of it; null when it asked again.</summary>
    public static async Task<object> Answer(Dialog prompt, string answer, string locale = "en-us", PromptOptions options = null)
    {
        var talk = await Begin(prompt, options ?? Question("?"), locale);
        await talk.Say(answer);
        return talk.Result.Status == DialogTurnStatus.Complete ? talk.Result.Result : null;
    }

    public static async Task<Talk> Begin(Dialog prompt, PromptOptions options, string locale = "en-us", string channel = "test")
    {
        var talk = new Talk(new TestAdapter(channel) { Locale = locale }, prompt);
        talk.OnTurn = (dc, ct) => dc.PromptAsync(prompt.Id, options, ct);
        await talk.Say("begin");
        talk.OnTurn = (dc, ct) => dc.ContinueDialogAsync(ct);
        return talk;
    }

    public static PromptOptions Question(string text, string retry = null, params string[] choices) => new()
    {
        Prompt = Message(text),
        RetryPrompt = retry == null ? null : Message(retry),
        Choices = ChoiceFactory.ToChoices(choices),
    };

    public static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };
}
