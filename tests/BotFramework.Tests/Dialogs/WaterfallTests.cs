using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests.Dialogs;

public class WaterfallTests
{
    [Fact]
    public async Task Each_step_gets_the_answer_to_the_one_before_and_the_reason_it_runs()
    {
        var talk = new Talk(new WaterfallDialog("steps", [Tell, Tell, Tell]));
        Assert.Equal(["0 BeginCalled -"], await talk.Say("a"));
        Assert.Equal(["1 ContinueCalled b"], await talk.Say("b"));
        Assert.Equal(["2 ContinueCalled c"], await talk.Say("c"));
        await talk.Say("d");
        Assert.Equal(DialogTurnStatus.Complete, talk.Result.Status);
        Assert.Equal("d", talk.Result.Result);
    }

    [Fact]
    public async Task An_activity_that_is_no_message_moves_no_step()
    {
        var talk = new Talk(new WaterfallDialog("steps", [Tell, Tell]));
        await talk.Say("a");
        Assert.Empty(await talk.Send(new Activity { Type = ActivityTypes.Typing }));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Result.Status);
        Assert.Equal(["1 ContinueCalled b"], await talk.Say("b"));
    }

    [Fact]
    public async Task Next_runs_the_next_step_in_the_same_turn()
    {
        var talk = new Talk(new WaterfallDialog("steps", [(step, ct) => step.NextAsync("passed on", ct), Tell]));
        Assert.Equal(["1 NextCalled passed on"], await talk.Say("a"));
    }

    [Fact]
    public async Task Next_may_be_called_once()
    {
        var talk = new Talk(new WaterfallDialog("steps", [Twice, Tell, Tell]));
        await Assert.ThrowsAnyAsync<Exception>(() => talk.Say("a"));

        static async Task<DialogTurnResult> Twice(WaterfallStepContext step, CancellationToken ct)
        {
            await step.NextAsync(null, ct);
            return await step.NextAsync(null, ct);
        }
    }

    [Fact]
    public async Task Values_and_options_last_from_step_to_step_and_through_a_store()
    {
        WaterfallStep[] steps =
        [
            (step, ct) =>
            {
                step.Values["name"] = "Ada";
                step.Values["age"] = 14;
                step.Values["half"] = 0.5;
                step.Values["yes"] = true;
                step.Values["list"] = new List<string> { "a", "b" };
                step.Values["card"] = new Card { Title = "mine", Pages = 3 };
                step.Values["nothing"] = null;
                return Task.FromResult(Dialog.EndOfTurn);
            },
            (step, ct) => Task.FromResult(Dialog.EndOfTurn),
            (step, ct) =>
            {
                Assert.Equal("Ada", (string)step.Values["name"]);
                Assert.Equal(14, Convert.ToInt32(step.Values["age"], null));
                Assert.Equal(0.5, (double)step.Values["half"]);
                Assert.True((bool)step.Values["yes"]);
                Assert.Equal(["a", "b"], (List<string>)step.Values["list"]);
                Assert.Equal(3, ((Card)step.Values["card"]).Pages);
                Assert.Null(step.Values["nothing"]);
                Assert.Equal("options", ((Card)step.Options).Title);
                return step.EndDialogAsync("checked", ct);
            },
        ];
        var talk = new Talk(new WaterfallDialog("steps", steps));
        talk.OnTurn = (dc, ct) => dc.BeginDialogAsync("steps", new Card { Title = "options" }, ct);
        await talk.Say("a");
        talk.OnTurn = (dc, ct) => dc.ContinueDialogAsync(ct);
        await talk.Say("b");
        await talk.Say("c");
        Assert.Equal("checked", talk.Result.Result);
    }

    [Fact]
    public async Task A_type_name_that_a_person_sends_creates_nothing()
    {
        const string sent = """{"$type":"SupportBot.BotFramework.Tests.Dialogs.Card","$value":{"Title":"sneaked in"}}""";
        WaterfallStep[] steps =
        [
            (step, ct) =>
            {
                step.Values["sent"] = System.Text.Json.JsonDocument.Parse(sent).RootElement;
                step.Values["map"] = new Dictionary<string, object> { ["$type"] = "SupportBot.BotFramework.Tests.Dialogs.Card", ["$value"] = "x" };
                return Task.FromResult(Dialog.EndOfTurn);
            },
            (step, ct) =>
            {
                Assert.IsType<System.Text.Json.JsonElement>(step.Values["sent"]);
                Assert.IsType<Dictionary<string, object>>(step.Values["map"]);
                return step.EndDialogAsync("checked", ct);
            },
        ];
        var talk = new Talk(new WaterfallDialog("steps", steps));
        await talk.Say("a");
        await talk.Say("b");
        Assert.Equal("checked", talk.Result.Result);
    }

    [Fact]
    public async Task A_child_that_ends_resumes_the_waterfall_with_its_result()
    {
        var talk = new Talk(new WaterfallDialog("steps", [(step, ct) => step.BeginDialogAsync("child", null, ct), Tell]), new Teller("child"));
        await talk.Say("a");
        Assert.Equal(["1 EndCalled child's result"], await talk.Say("end"));
    }

    [Fact]
    public async Task A_waterfall_without_steps_ends_at_once()
    {
        var talk = new Talk(new WaterfallDialog("steps"));
        await talk.Say("a");
        Assert.Equal(DialogTurnStatus.Complete, talk.Result.Status);
    }

    [Fact]
    public void Its_version_is_its_id_and_the_number_of_its_steps()
        => Assert.Equal("steps:2", new WaterfallDialog("steps", [Tell]).AddStep(Tell).GetVersion());

    [Fact]
    public async Task The_step_index_and_a_new_instance_id_are_in_its_state()
    {
        var ids = new HashSet<object>();
        var talk = new Talk(new WaterfallDialog("steps", [(step, ct) =>
        {
            var state = step.ActiveDialog.State;
            Assert.Equal(["instanceId", "options", "stepIndex", "values"], state.Keys.Order());
            Assert.True(Guid.TryParse((string)state["instanceId"], out _));
            ids.Add(state["instanceId"]);
            return step.EndDialogAsync(null, ct);
        }]));
        await talk.Say("a");
        await talk.Say("b");
        Assert.Equal(2, ids.Count);
    }

    private static async Task<DialogTurnResult> Tell(WaterfallStepContext step, CancellationToken ct)
    {
        await step.Context.SendActivityAsync($"{step.Index} {step.Reason} {step.Result ?? "-"}", cancellationToken: ct);
        return Dialog.EndOfTurn;
    }
}

public class Card
{
    public string Title { get; set; }

    public int Pages { get; set; }
}
