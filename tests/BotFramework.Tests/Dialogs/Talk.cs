using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests.Dialogs;

/// <summary>A conversation with some dialogs. Its state goes through JSON after every turn.</summary>
internal sealed class Talk
{
    private readonly IStatePropertyAccessor<DialogState> _accessor;
    private readonly ConversationState _state = new(new MemoryStorage());

    public Talk(params Dialog[] dialogs)
        : this(new TestAdapter(), dialogs)
    {
    }

    public Talk(TestAdapter adapter, params Dialog[] dialogs)
    {
        Adapter = adapter;
        _accessor = _state.CreateProperty<DialogState>("dialogs");
        Dialogs = new DialogSet(_accessor);
        foreach (var dialog in dialogs)
            Dialogs.Add(dialog);
        OnTurn = async (dc, cancellationToken) =>
        {
            var result = await dc.ContinueDialogAsync(cancellationToken);
            return result.Status == DialogTurnStatus.Empty ? await dc.BeginDialogAsync(dialogs[0].Id, null, cancellationToken) : result;
        };
    }

    public TestAdapter Adapter { get; }

    public DialogSet Dialogs { get; }

    public Func<DialogContext, CancellationToken, Task<DialogTurnResult>> OnTurn { get; set; }

    public DialogTurnResult Result { get; private set; }

    public string[] Stack { get; private set; } = [];

    /// <summary>Says something and returns the texts of the replies.</summary>
    public Task<string[]> Say(string text) => Send(Adapter.MakeActivity(text));

    public async Task<string[]> Send(Activity activity)
    {
        await Activities(activity);
        return [.. _replies.Select(reply => reply.Text)];
    }

    public async Task<Activity[]> Activities(Activity activity)
    {
        await Adapter.ProcessActivityAsync(activity, TurnAsync, CancellationToken.None);
        _replies.Clear();
        while (Adapter.GetNextReply() is Activity reply)
            _replies.Add(reply);
        return [.. _replies];
    }

    private readonly List<Activity> _replies = [];

    private async Task TurnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var dc = await Dialogs.CreateContextAsync(turn, cancellationToken);
        try
        {
            Result = await OnTurn(dc, cancellationToken);
        }
        finally
        {
            Stack = [.. dc.Stack.Select(instance => instance.Id)];
        }

        await _state.SaveChangesAsync(turn, cancellationToken: cancellationToken);
    }
}

/// <summary>A dialog that says what happens to it, and waits.</summary>
internal class Teller(string id) : Dialog(id)
{
    public List<string> Heard { get; } = [];

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        Heard.Add($"begin {options}".TrimEnd());
        await dc.Context.SendActivityAsync($"{Id} begins", cancellationToken: cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        Heard.Add("continue " + dc.Context.Activity.Text);
        if (dc.Context.Activity.Text == "end")
            return await dc.EndDialogAsync(Id + "'s result", cancellationToken);
        if (dc.Context.Activity.Text.StartsWith("begin ", StringComparison.Ordinal))
            return await dc.BeginDialogAsync(dc.Context.Activity.Text["begin ".Length..], "given", cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        Heard.Add($"resume {reason} {result}");
        await dc.Context.SendActivityAsync($"{Id} got {result}", cancellationToken: cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        Heard.Add("reprompt");
        return turnContext.SendActivityAsync($"{Id} asks again", cancellationToken: cancellationToken);
    }

    public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        Heard.Add("ended " + reason);
        return Task.CompletedTask;
    }

    public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        if (e.Name != DialogEvents.ActivityReceived)
            Heard.Add($"event {e.Name} {e.Value}".TrimEnd());
        return Handles == e.Name ? Task.FromResult(true) : base.OnDialogEventAsync(dc, e, cancellationToken);
    }

    public string Handles { get; init; }
}
