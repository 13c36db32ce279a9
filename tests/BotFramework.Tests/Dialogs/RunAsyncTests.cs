using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests.Dialogs;

public class RunAsyncTests
{
    private readonly ConversationState _state = new(new MemoryStorage());
    private readonly TestAdapter _adapter;

    public RunAsyncTests() => _adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(_state));

    [Fact]
    public async Task It_begins_the_dialog_and_continues_it_after()
    {
        var dialog = new Teller("root");
        await _adapter.SendTextToBotAsync("hi", Run(dialog), CancellationToken.None);
        await _adapter.SendTextToBotAsync("more", Run(dialog), CancellationToken.None);
        Assert.Equal(["begin", "continue more"], dialog.Heard);
    }

    [Fact]
    public async Task A_finished_dialog_begins_again_with_the_next_message()
    {
        var dialog = new Teller("root");
        foreach (var said in (string[])["hi", "end", "hi"])
            await _adapter.SendTextToBotAsync(said, Run(dialog), CancellationToken.None);
        Assert.Equal(["begin", "continue end", "ended EndCalled", "begin"], dialog.Heard);
    }

    [Fact]
    public async Task It_does_not_save_the_state()
    {
        var (storage, dialog) = (new MemoryStorage(), new Teller("root"));
        var state = new ConversationState(storage);
        var accessor = state.CreateProperty<DialogState>("dialogs");
        await new TestAdapter().SendTextToBotAsync("hi", (turn, ct) => dialog.RunAsync(turn, accessor, ct), CancellationToken.None);
        Assert.Empty(await storage.ReadAsync(["test/conversations/convo1"], CancellationToken.None));
    }

    [Fact]
    public async Task An_error_that_no_dialog_handles_is_thrown_on()
    {
        var dialog = new ComponentDialog("root").AddDialog(new WaterfallDialog("steps", [(step, ct) => throw new TimeoutException()]));
        await Assert.ThrowsAsync<TimeoutException>(() => _adapter.SendTextToBotAsync("hi", Run(dialog), CancellationToken.None));
    }

    [Fact]
    public async Task An_error_is_offered_to_the_dialogs_and_one_that_handles_it_ends_the_turn()
    {
        var dialog = new Forgiving();
        await _adapter.SendTextToBotAsync("hi", Run(dialog), CancellationToken.None);
        Assert.IsType<TimeoutException>(dialog.Error);
    }

    [Fact]
    public async Task A_trace_of_the_stack_goes_where_traces_are_shown_and_has_no_word_of_the_person()
    {
        var adapter = new TestAdapter(sendTraceActivity: true).Use(new AutoSaveStateMiddleware(_state));
        await adapter.SendTextToBotAsync("my secret", Run(new Teller("root")), CancellationToken.None);
        Assert.Equal("root begins", ((Activity)adapter.GetNextReply()).Text);
        var trace = (Activity)adapter.GetNextReply();
        Assert.Equal(("trace", "BotState"), (trace.Type, trace.Name));
        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize(trace.Value));
        await _adapter.SendTextToBotAsync("end", Run(new Teller("root")), CancellationToken.None);
        Assert.Null(_adapter.GetNextReply());
    }

    private BotCallbackHandler Run(Dialog dialog)
    {
        var accessor = _state.CreateProperty<DialogState>("dialogs");
        return (turn, ct) => dialog.RunAsync(turn, accessor, ct);
    }

    private sealed class Forgiving : ComponentDialog
    {
        public Forgiving()
            : base("root")
            => AddDialog(new WaterfallDialog("steps", [(step, ct) => throw new TimeoutException()]));

        public object Error { get; private set; }

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name == DialogEvents.Error)
                Error = e.Value;
            return Task.FromResult(e.Name == DialogEvents.Error);
        }
    }
}

public class DialogTestClientTests
{
    [Fact]
    public async Task It_shows_the_reply_and_where_the_dialog_stands()
    {
        var client = new DialogTestClient("test", new Teller("root"));
        Assert.Equal("root begins", (await client.SendActivityAsync<IMessageActivity>("hi")).Text);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
        Assert.Equal("root", client.DialogContext.ActiveDialog.Id);
        Assert.Null(await client.SendActivityAsync<IMessageActivity>("end"));
        Assert.Equal(DialogTurnStatus.Complete, client.DialogTurnResult.Status);
        Assert.Equal("root's result", client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task It_begins_the_dialog_with_the_options_on_the_channel_and_through_the_middleware()
    {
        var (dialog, middleware) = (new Teller("root"), new Counts());
        var client = new DialogTestClient("msteams", dialog, "given", [middleware]);
        var reply = await client.SendActivityAsync<IMessageActivity>(new Activity { Type = ActivityTypes.Message, Text = "hi" });
        Assert.Equal("msteams", reply.ChannelId);
        Assert.Equal(["begin given"], dialog.Heard);
        Assert.Equal(1, middleware.Turns);
    }

    [Fact]
    public async Task Further_replies_are_taken_one_by_one()
    {
        var dialog = new WaterfallDialog("two", [async (step, ct) =>
        {
            await step.Context.SendActivityAsync("one", cancellationToken: ct);
            await step.Context.SendActivityAsync("two", cancellationToken: ct);
            return Dialog.EndOfTurn;
        }]);
        var client = new DialogTestClient("test", dialog);
        Assert.Equal("one", (await client.SendActivityAsync<IMessageActivity>("hi")).Text);
        Assert.Equal("two", client.GetNextReply<IMessageActivity>().Text);
        Assert.Null(client.GetNextReply<IMessageActivity>());
    }

    private sealed class Counts : IMiddleware
    {
        public int Turns { get; private set; }

        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            Turns++;
            return next(cancellationToken);
        }
    }
}
