using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests.Dialogs;

public class DialogStackTests
{
    private readonly Teller _first = new("first");
    private readonly Teller _second = new("second");

    [Fact]
    public async Task Begin_puts_the_dialog_on_top_and_hands_it_the_options()
    {
        var talk = new Talk(_first, _second);
        await talk.Say("hi");
        Assert.Equal(["second begins"], await talk.Say("begin second"));
        Assert.Equal(["second", "first"], talk.Stack);
        Assert.Equal(["begin given"], _second.Heard);
        Assert.Equal(DialogTurnStatus.Waiting, talk.Result.Status);
    }

    [Fact]
    public async Task End_tells_the_dialog_and_resumes_the_one_below_with_its_result()
    {
        var talk = new Talk(_first, _second);
        await talk.Say("hi");
        await talk.Say("begin second");
        Assert.Equal(["first got second's result"], await talk.Say("end"));
        Assert.Equal(["first"], talk.Stack);
        Assert.Equal("ended EndCalled", _second.Heard[^1]);
        Assert.Equal("resume EndCalled second's result", _first.Heard[^1]);
    }

    [Fact]
    public async Task Ending_the_last_dialog_completes_with_its_result()
    {
        var talk = new Talk(_first);
        await talk.Say("hi");
        await talk.Say("end");
        Assert.Equal(DialogTurnStatus.Complete, talk.Result.Status);
        Assert.Equal("first's result", talk.Result.Result);
        Assert.Empty(talk.Stack);
    }

    [Fact]
    public async Task Replace_ends_one_dialog_and_begins_another_without_resuming_the_one_below()
    {
        var third = new Teller("third");
        var talk = new Talk(_first, _second, third);
        await talk.Say("hi");
        await talk.Say("begin second");
        talk.OnTurn = (dc, cancellationToken) => dc.ReplaceDialogAsync("third", "instead", cancellationToken);
        await talk.Say("now");
        Assert.Equal(["third", "first"], talk.Stack);
        Assert.Equal("ended ReplaceCalled", _second.Heard[^1]);
        Assert.Equal("begin instead", third.Heard[0]);
        Assert.DoesNotContain(_first.Heard, heard => heard.StartsWith("resume", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancel_ends_every_dialog_and_says_whether_there_was_one()
    {
        var talk = new Talk(_first, _second);
        await talk.Say("hi");
        await talk.Say("begin second");
        talk.OnTurn = (dc, cancellationToken) => dc.CancelAllDialogsAsync(cancellationToken);
        await talk.Say("stop");
        Assert.Equal(DialogTurnStatus.Cancelled, talk.Result.Status);
        Assert.Empty(talk.Stack);
        Assert.Equal("ended CancelCalled", _second.Heard[^1]);
        Assert.Equal(["event cancelDialog", "ended CancelCalled"], _first.Heard[^2..]);
        await talk.Say("stop");
        Assert.Equal(DialogTurnStatus.Empty, talk.Result.Status);
    }

    [Fact]
    public async Task A_dialog_below_that_handles_the_cancel_event_stays()
    {
        var careful = new Teller("first") { Handles = "leaving" };
        var talk = new Talk(careful, _second);
        await talk.Say("hi");
        await talk.Say("begin second");
        talk.OnTurn = (dc, cancellationToken) => dc.CancelAllDialogsAsync(false, "leaving", "why", cancellationToken);
        await talk.Say("stop");
        Assert.Equal(["first"], talk.Stack);
        Assert.Equal("event leaving why", careful.Heard[^1]);
    }

    [Fact]
    public async Task Reprompt_asks_the_active_dialog_alone()
    {
        var talk = new Talk(_first, _second);
        await talk.Say("hi");
        await talk.Say("begin second");
        talk.OnTurn = async (dc, cancellationToken) =>
        {
            await dc.RepromptDialogAsync(cancellationToken);
            return Dialog.EndOfTurn;
        };
        Assert.Equal(["second asks again"], await talk.Say("?"));
        Assert.DoesNotContain("reprompt", _first.Heard);
    }

    [Fact]
    public async Task An_unknown_id_is_named_in_the_error()
    {
        var talk = new Talk(_first);
        await talk.Say("hi");
        var error = await Assert.ThrowsAsync<ArgumentException>(() => talk.Say("begin nowhere"));
        Assert.Contains("nowhere", error.Message);
    }

    [Fact]
    public async Task A_stack_whose_dialog_is_not_registered_cannot_go_on()
    {
        var talk = new Talk(_first);
        talk.OnTurn = (dc, cancellationToken) =>
        {
            dc.Stack.Add(new DialogInstance { Id = "gone", State = new Dictionary<string, object>() });
            return dc.ContinueDialogAsync(cancellationToken);
        };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => talk.Say("hi"));
        Assert.Contains("gone", error.Message);
    }

    [Fact]
    public async Task A_cancellation_token_where_a_value_belongs_is_refused()
    {
        var talk = new Talk(_first);
        talk.OnTurn = async (dc, cancellationToken) =>
        {
            await Assert.ThrowsAsync<ArgumentException>(() => dc.BeginDialogAsync("first", cancellationToken));
            await Assert.ThrowsAsync<ArgumentException>(() => dc.ReplaceDialogAsync("first", cancellationToken));
            await Assert.ThrowsAsync<ArgumentException>(() => dc.EndDialogAsync(cancellationToken));
            return Dialog.EndOfTurn;
        };
        Assert.Empty(await talk.Say("hi"));
        Assert.Empty(talk.Stack);
    }

    [Fact]
    public async Task An_exception_says_where_in_the_dialogs_it_was_thrown()
    {
        var talk = new Talk(_first, _second, new WaterfallDialog("falls", [(step, ct) => throw new TimeoutException("slow")]));
        await talk.Say("hi");
        await talk.Say("begin second");
        var error = await Assert.ThrowsAsync<TimeoutException>(() => talk.Say("begin falls"));
        var where = Assert.IsType<Dictionary<string, object>>(error.Data["DialogContext"]);
        Assert.Equal("falls", where["ActiveDialog"]);
        Assert.Null(where["Parent"]);
        Assert.Equal(["falls", "second", "first"], Assert.IsAssignableFrom<IEnumerable<string>>(where["Stack"]));
        Assert.Equal(0, Assert.IsType<Dictionary<string, object>>(where["State"])["stepIndex"]);
    }

    [Fact]
    public void A_second_dialog_of_the_same_id_gets_a_number()
    {
        var (one, two, three) = (new Teller("same"), new Teller("same"), new Teller("same"));
        var set = new DialogSet().Add(one).Add(two).Add(three).Add(one);
        Assert.Equal(["same", "same2", "same3"], set.GetDialogs().Select(dialog => dialog.Id));
        Assert.Same(two, set.Find("same2"));
    }

    [Fact]
    public void Dialogs_that_a_dialog_depends_on_are_added_with_it()
    {
        var set = new DialogSet().Add(new NeedsAnother());
        Assert.NotNull(set.Find("needed"));
    }

    [Fact]
    public void The_version_of_a_set_changes_when_a_dialog_is_added_to_it()
    {
        var set = new DialogSet().Add(_first);
        var before = set.GetVersion();
        Assert.Equal(before, new DialogSet().Add(new Teller("first")).GetVersion());
        Assert.NotEqual(before, set.Add(_second).GetVersion());
    }

    [Fact]
    public async Task A_set_without_an_accessor_cannot_create_a_context()
    {
        var turn = new Microsoft.Bot.Builder.TurnContext(new TestAdapter(), new Activity { Type = ActivityTypes.Message });
        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(turn, CancellationToken.None));
        Assert.Throws<ArgumentNullException>(() => new DialogSet(null));
    }

    [Fact]
    public async Task The_activity_is_announced_once_a_turn_and_bubbles_from_the_innermost_dialog()
    {
        var listener = new Listener();
        var outer = new Listening("outer", listener.Heard).AddDialog(listener);
        var talk = new Talk(outer);
        await talk.Say("hi");
        talk.OnTurn = async (dc, cancellationToken) =>
        {
            await dc.ContinueDialogAsync(cancellationToken);
            return await dc.ContinueDialogAsync(cancellationToken);
        };
        await talk.Say("again");
        Assert.Equal(["listener activityReceived", "outer activityReceived"], listener.Heard);
    }

    private sealed class NeedsAnother() : Teller("needs"), IDialogDependencies
    {
        public IEnumerable<Dialog> GetDependencies() => [new Teller("needed")];
    }

    private sealed class Listener() : Dialog("listener")
    {
        public List<string> Heard { get; } = [];

        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            Heard.Add("listener " + e.Name);
            return Task.FromResult(false);
        }
    }

    private sealed class Listening(string id, List<string> heard) : ComponentDialog(id)
    {
        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            heard.Add("outer " + e.Name);
            return Task.FromResult(false);
        }
    }
}
