using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests.Dialogs;

public class ComponentDialogTests
{
    [Fact]
    public async Task The_first_dialog_added_begins_inside_with_the_options()
    {
        var (inner, other) = (new Teller("inner"), new Teller("other"));
        var talk = new Talk(new ComponentDialog("whole").AddDialog(inner).AddDialog(other));
        talk.OnTurn = (dc, ct) => dc.BeginDialogAsync("whole", "given", ct);
        Assert.Equal(["inner begins"], await talk.Say("hi"));
        Assert.Equal(["begin given"], inner.Heard);
        Assert.Equal(["whole"], talk.Stack);
    }

    [Fact]
    public async Task The_inner_stack_lasts_from_turn_to_turn()
    {
        var talk = new Talk(new ComponentDialog("whole").AddDialog(new Teller("inner")).AddDialog(new Teller("other")));
        await talk.Say("hi");
        Assert.Equal(["other begins"], await talk.Say("begin other"));
        Assert.Equal(["inner got other's result"], await talk.Say("end"));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Result.Status);
    }

    [Fact]
    public async Task The_component_ends_with_the_result_of_its_inner_dialog()
    {
        var talk = new Talk(new ComponentDialog("whole").AddDialog(new Teller("inner")));
        await talk.Say("hi");
        await talk.Say("end");
        Assert.Equal(DialogTurnStatus.Complete, talk.Result.Status);
        Assert.Equal("inner's result", talk.Result.Result);
    }

    [Fact]
    public async Task An_inner_dialog_may_begin_one_that_is_registered_outside_but_not_the_other_way_round()
    {
        var talk = new Talk(new ComponentDialog("whole").AddDialog(new Teller("inner")), new Teller("outside"));
        await talk.Say("hi");
        Assert.Equal(["outside begins"], await talk.Say("begin outside"));
        talk.OnTurn = (dc, ct) => dc.BeginDialogAsync("inner", null, ct);
        await Assert.ThrowsAsync<ArgumentException>(() => talk.Say("hi"));
    }

    [Fact]
    public async Task An_interruption_that_ends_the_turn_leaves_the_question_standing()
    {
        var inner = new Teller("inner");
        var talk = new Talk(new Interruptible("whole").AddDialog(inner));
        await talk.Say("hi");
        Assert.Equal(["here is help"], await talk.Say("help"));
        Assert.DoesNotContain("continue help", inner.Heard);
        await talk.Say("go on");
        Assert.Contains("continue go on", inner.Heard);
    }

    [Fact]
    public async Task An_interruption_that_cancels_inside_ends_the_component()
    {
        var inner = new Teller("inner");
        var talk = new Talk(new Interruptible("whole").AddDialog(inner));
        await talk.Say("hi");
        await talk.Say("cancel");
        Assert.Equal(DialogTurnStatus.Complete, talk.Result.Status);
        Assert.Null(talk.Result.Result);
        Assert.Equal("ended CancelCalled", inner.Heard[^1]);
    }

    [Fact]
    public async Task Cancelling_the_component_cancels_what_is_inside()
    {
        var inner = new Teller("inner");
        var talk = new Talk(new ComponentDialog("whole").AddDialog(inner));
        await talk.Say("hi");
        talk.OnTurn = (dc, ct) => dc.CancelAllDialogsAsync(ct);
        await talk.Say("stop");
        Assert.Equal("ended CancelCalled", inner.Heard[^1]);
    }

    [Fact]
    public async Task Cancelling_from_inside_may_take_the_parents_along()
    {
        var talk = new Talk(new Interruptible("whole").AddDialog(new Teller("inner")), new Teller("below"));
        talk.OnTurn = async (dc, ct) =>
        {
            await dc.BeginDialogAsync("below", null, ct);
            return await dc.BeginDialogAsync("whole", null, ct);
        };
        await talk.Say("hi");
        talk.OnTurn = (dc, ct) => dc.ContinueDialogAsync(ct);
        await talk.Say("cancel everything");
        Assert.Empty(talk.Stack);
    }

    [Fact]
    public async Task A_dialog_begun_over_the_component_reprompts_it_when_it_ends()
    {
        var talk = new Talk(new ComponentDialog("whole").AddDialog(new Teller("inner")), new Teller("over"));
        await talk.Say("hi");
        talk.OnTurn = (dc, ct) => dc.BeginDialogAsync("over", null, ct);
        await talk.Say("interrupt");
        talk.OnTurn = (dc, ct) => dc.ContinueDialogAsync(ct);
        Assert.Equal(["inner asks again"], await talk.Say("end"));
        Assert.Equal(["whole"], talk.Stack);
    }

    [Fact]
    public async Task A_component_whose_inside_changed_says_so_once()
    {
        var adapter = new TestAdapter();
        var whole = new Watching("whole");
        whole.AddDialog(new WaterfallDialog("steps", [(step, ct) => Task.FromResult(Dialog.EndOfTurn), (step, ct) => Task.FromResult(Dialog.EndOfTurn), (step, ct) => Task.FromResult(Dialog.EndOfTurn)]));
        var talk = new Talk(adapter, whole);
        await talk.Say("hi");
        Assert.Equal(0, whole.Changes);
        whole.AddDialog(new Teller("new"));
        await talk.Say("a");
        await talk.Say("b");
        Assert.Equal(1, whole.Changes);
    }

    [Fact]
    public async Task Initialization_happens_once()
    {
        var whole = new Watching("whole");
        whole.AddDialog(new Teller("inner"));
        var talk = new Talk(whole);
        await talk.Say("hi");
        await talk.Say("end");
        await talk.Say("hi");
        Assert.Equal(1, whole.Initialized);
    }

    private sealed class Interruptible(string id) : ComponentDialog(id)
    {
        protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            switch (innerDc.Context.Activity.Text)
            {
                case "help":
                    await innerDc.Context.SendActivityAsync("here is help", cancellationToken: cancellationToken);
                    return EndOfTurn;
                case "cancel":
                    return await innerDc.CancelAllDialogsAsync(cancellationToken);
                case "cancel everything":
                    return await innerDc.CancelAllDialogsAsync(cancelParents: true, cancellationToken: cancellationToken);
                default:
                    return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            }
        }
    }

    private sealed class Watching(string id) : ComponentDialog(id)
    {
        public int Changes { get; private set; }

        public int Initialized { get; private set; }

        public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name == DialogEvents.VersionChanged)
                Changes++;
            return base.OnDialogEventAsync(dc, e, cancellationToken);
        }

        protected override Task OnInitializeAsync(DialogContext dc)
        {
            Initialized++;
            return base.OnInitializeAsync(dc);
        }
    }
}
