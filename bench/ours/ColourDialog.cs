using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace SupportBot.Bench.Ours;

/// <summary>The four turns of the scenario: a text, a choice, yes or no, a summary.</summary>
internal sealed class ColourDialog : ComponentDialog
{
    public ColourDialog()
        : base("colours")
    {
        AddDialog(new WaterfallDialog("steps", [AskNameAsync, AskColourAsync, ConfirmAsync, SumUpAsync]));
        AddDialog(new TextPrompt("name"));
        AddDialog(new ChoicePrompt("colour"));
        AddDialog(new ConfirmPrompt("sure"));
    }

    private static Task<DialogTurnResult> AskNameAsync(WaterfallStepContext step, CancellationToken cancellationToken)
        => step.PromptAsync("name", new PromptOptions { Prompt = MessageFactory.Text("What is your name?") }, cancellationToken);

    private static Task<DialogTurnResult> AskColourAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values["name"] = step.Result;
        return step.PromptAsync("colour", new PromptOptions { Prompt = MessageFactory.Text("Pick a colour."), Choices = ChoiceFactory.ToChoices(["red", "green", "blue"]) }, cancellationToken);
    }

    private static Task<DialogTurnResult> ConfirmAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values["colour"] = ((FoundChoice)step.Result).Value;
        return step.PromptAsync("sure", new PromptOptions { Prompt = MessageFactory.Text("Is that right?") }, cancellationToken);
    }

    private static async Task<DialogTurnResult> SumUpAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var text = (bool)step.Result ? $"Thanks {step.Values["name"]}, you picked {step.Values["colour"]}" : "Let us start again.";
        await step.Context.SendActivityAsync(MessageFactory.Text(text), cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }
}
