using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.BotFramework.Tests.Dialogs;

namespace SupportBot.BotFramework.Tests.Prompts;

public class PromptTests
{
    [Fact]
    public async Task It_sends_the_question_and_expects_an_answer()
    {
        var talk = new Talk(new TextPrompt("ask"));
        talk.OnTurn = (dc, ct) => dc.PromptAsync("ask", Ask.Question("name?"), ct);
        var reply = Assert.Single(await talk.Activities(talk.Adapter.MakeActivity("hi")));
        Assert.Equal(("name?", InputHints.ExpectingInput), (reply.Text, reply.InputHint));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Result.Status);
    }

    [Fact]
    public async Task An_input_hint_of_the_caller_is_kept()
    {
        var options = Ask.Question("name?");
        options.Prompt.InputHint = InputHints.IgnoringInput;
        var talk = new Talk(new TextPrompt("ask"));
        talk.OnTurn = (dc, ct) => dc.PromptAsync("ask", options, ct);
        Assert.Equal(InputHints.IgnoringInput, Assert.Single(await talk.Activities(talk.Adapter.MakeActivity("hi"))).InputHint);
    }

    [Fact]
    public async Task It_ends_with_the_answer()
        => Assert.Equal("Ada", await Ask.Answer(new TextPrompt("ask"), "Ada"));

    [Fact]
    public async Task Options_of_another_type_are_refused()
    {
        var talk = new Talk(new TextPrompt("ask"));
        talk.OnTurn = (dc, ct) => dc.BeginDialogAsync("ask", "just a text", ct);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => talk.Say("hi"));
        talk.OnTurn = (dc, ct) => dc.PromptAsync("ask", null, ct);
        await Assert.ThrowsAsync<ArgumentNullException>(() => talk.Say("hi"));
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(" "));
    }

    [Fact]
    public async Task An_activity_that_is_no_message_asks_nothing_again()
    {
        var talk = await Ask.Begin(new NumberPrompt<int>("ask"), Ask.Question("age?"));
        Assert.Empty(await talk.Send(new Activity { Type = ActivityTypes.Event, Name = "x" }));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Result.Status);
    }

    [Fact]
    public async Task An_answer_that_is_not_understood_gets_the_retry_question_or_the_question()
    {
        var talk = await Ask.Begin(new NumberPrompt<int>("ask"), Ask.Question("age?", "a number, please"));
        Assert.Equal(["a number, please"], await talk.Say("old"));
        talk = await Ask.Begin(new NumberPrompt<int>("ask"), Ask.Question("age?"));
        Assert.Equal(["age?"], await talk.Say("old"));
    }

    [Fact]
    public async Task The_validator_alone_decides_and_is_asked_even_when_nothing_was_recognized()
    {
        var seen = new List<(bool, int)>();
        var prompt = new NumberPrompt<int>("ask", (context, ct) =>
        {
            seen.Add((context.Recognized.Succeeded, context.AttemptCount));
            return Task.FromResult(context.AttemptCount == 3);
        });
        var talk = await Ask.Begin(prompt, Ask.Question("age?"));
        Assert.Equal(["age?"], await talk.Say("14"));
        Assert.Equal(["age?"], await talk.Say("old"));
        await talk.Say("older");
        Assert.Equal(DialogTurnStatus.Complete, talk.Result.Status);
        Assert.Equal([(true, 1), (false, 2), (false, 3)], seen);
    }

    [Fact]
    public async Task A_validator_may_put_another_value_in_place_and_keep_things_between_attempts()
    {
        var prompt = new TextPrompt("ask", (context, ct) =>
        {
            var before = context.State.TryGetValue("said", out var said) ? (string)said + "," : "";
            context.State["said"] = context.Recognized.Value = before + context.Recognized.Value;
            return Task.FromResult(context.AttemptCount == 2);
        });
        var talk = await Ask.Begin(prompt, Ask.Question("?"));
        await talk.Say("a");
        await talk.Say("b");
        Assert.Equal("a,b", talk.Result.Result);
    }

    [Fact]
    public async Task A_validator_that_answers_itself_is_not_talked_over()
    {
        var prompt = new NumberPrompt<int>("ask", async (context, ct) =>
        {
            await context.Context.SendActivityAsync("too old", cancellationToken: ct);
            return false;
        });
        var talk = await Ask.Begin(prompt, Ask.Question("age?", "retry"));
        Assert.Equal(["too old"], await talk.Say("99"));
    }

    [Fact]
    public async Task Something_begun_over_a_prompt_asks_again_when_it_ends()
    {
        var talk = new Talk(new TextPrompt("ask"), new Teller("over"));
        talk.OnTurn = (dc, ct) => dc.PromptAsync("ask", Ask.Question("name?", "retry"), ct);
        await talk.Say("hi");
        talk.OnTurn = (dc, ct) => dc.BeginDialogAsync("over", null, ct);
        await talk.Say("interrupt");
        talk.OnTurn = (dc, ct) => dc.ContinueDialogAsync(ct);
        Assert.Equal(["name?"], await talk.Say("end"));
    }

    [Fact]
    public async Task An_answer_is_recognized_once_a_turn()
    {
        var prompt = new Counting("ask");
        var talk = await Ask.Begin(prompt, Ask.Question("?"));
        await talk.Say("x");
        Assert.Equal(1, prompt.Readings);
    }

    [Fact]
    public async Task A_message_that_a_prompt_understands_does_not_interrupt_and_one_it_does_not_may()
    {
        var around = new Around();
        around.AddDialog(new NumberPrompt<int>("ask"));
        var talk = await Ask.Begin(around, Ask.Question("age?"));
        await talk.Say("old");
        Assert.Equal(1, around.Offered);
        await talk.Say("14");
        Assert.Equal(1, around.Offered);
    }

    [Fact]
    public async Task A_text_prompt_lets_everything_interrupt()
    {
        var around = new Around();
        around.AddDialog(new TextPrompt("ask"));
        var talk = await Ask.Begin(around, Ask.Question("name?"));
        await talk.Say("Ada");
        Assert.Equal(1, around.Offered);
    }

    [Fact]
    public async Task An_attachment_prompt_wants_a_file()
    {
        var talk = await Ask.Begin(new AttachmentPrompt("ask"), Ask.Question("a picture?"));
        Assert.Equal(["a picture?"], await talk.Say("no"));
        var sent = talk.Adapter.MakeActivity();
        sent.Attachments = [new Attachment { ContentType = "image/png", Name = "x.png" }];
        await talk.Send(sent);
        Assert.Equal("x.png", Assert.Single(Assert.IsAssignableFrom<IList<Attachment>>(talk.Result.Result)).Name);
    }

    [Fact]
    public async Task What_is_stored_of_a_prompt_holds_no_address_of_the_conversation()
    {
        var options = Ask.Question("name?");
        await Ask.Begin(new TextPrompt("ask"), options);
        Assert.Null(options.Prompt.Conversation);
        Assert.Null(options.Prompt.Id);
    }

    private sealed class Counting(string id) : Prompt<string>(id)
    {
        public int Readings { get; private set; }

        protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
            => turnContext.SendActivityAsync(options.Prompt, cancellationToken);

        protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
        {
            Readings++;
            return Task.FromResult(new PromptRecognizerResult<string> { Succeeded = true, Value = turnContext.Activity.Text });
        }
    }

    private sealed class Around() : ComponentDialog("around")
    {
        public int Offered { get; private set; }

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name == DialogEvents.ActivityReceived)
                Offered++;
            return Task.FromResult(false);
        }
    }
}
