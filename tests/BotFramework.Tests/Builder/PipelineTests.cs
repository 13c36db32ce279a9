using System.Globalization;
using Microsoft.Bot.Builder;

namespace SupportBot.BotFramework.Tests;

public class PipelineTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly List<string> _order = [];

    [Fact]
    public async Task Middleware_runs_in_the_order_of_registration_and_unwinds_in_reverse()
    {
        _adapter.Use(Step("a")).Use(Step("b"));
        await RunAsync();
        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], _order);
    }

    [Fact]
    public async Task Middleware_that_does_not_call_next_ends_the_turn()
    {
        _adapter.Use(Step("a")).Use(new Middleware((_, _) => Task.CompletedTask)).Use(Step("c"));
        await RunAsync();
        Assert.Equal(["a in", "a out"], _order);
    }

    [Fact]
    public async Task A_set_of_middleware_is_middleware()
    {
        _adapter.Use(Step("a")).Use(new MiddlewareSet().Use(Step("b")).Use(Step("c"))).Use(Step("d"));
        await RunAsync();
        Assert.Equal(["a in", "b in", "c in", "d in", "bot", "d out", "c out", "b out", "a out"], _order);
    }

    [Fact]
    public void Middleware_can_be_listed()
    {
        var step = Step("a");
        Assert.Same(step, Assert.Single(new MiddlewareSet().Use(step)));
    }

    [Fact]
    public async Task The_turn_runs_under_the_culture_of_the_activity()
    {
        var before = CultureInfo.CurrentCulture;
        string seen = null;
        var turn = _adapter.Turn();
        await _adapter.RunAsync(turn, (_, _) => { seen = CultureInfo.CurrentCulture.Name; return Task.CompletedTask; });
        Assert.Equal(("es-MX", "es-MX"), (seen, turn.Locale));
        Assert.Equal(before, CultureInfo.CurrentCulture);
    }

    [Theory]
    [InlineData("this is no culture at all !")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_unknown_culture_changes_nothing(string locale)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo seen = null;
        var incoming = RecordingAdapter.Incoming();
        incoming.Locale = locale;
        await _adapter.RunAsync(incoming, (_, _) => { seen = CultureInfo.CurrentCulture; return Task.CompletedTask; });
        Assert.Equal(before, seen);
    }

    [Fact]
    public async Task An_exception_goes_to_the_error_handler_and_counts_as_handled()
    {
        Exception seen = null;
        _adapter.OnTurnError = (_, exception) => { seen = exception; return Task.CompletedTask; };
        await _adapter.RunAsync(RecordingAdapter.Incoming(), (_, _) => throw new InvalidOperationException("boom"));
        Assert.Equal("boom", seen.Message);
    }

    [Fact]
    public async Task An_exception_goes_to_the_caller_when_there_is_no_error_handler() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(RecordingAdapter.Incoming(), (_, _) => throw new InvalidOperationException("boom")));

    [Fact]
    public async Task An_exception_of_middleware_goes_to_the_error_handler_too()
    {
        var handled = false;
        _adapter.OnTurnError = (_, _) => { handled = true; return Task.CompletedTask; };
        _adapter.Use(new Middleware((_, _) => throw new InvalidOperationException()));
        await RunAsync();
        Assert.True(handled);
    }

    [Fact]
    public async Task Continuing_a_conversation_runs_the_whole_pipeline_on_an_event()
    {
        _adapter.Use(Step("a"));
        var reference = RecordingAdapter.Incoming().GetConversationReference();
        await _adapter.ContinueConversationAsync("bot", reference, (turn, _) =>
        {
            _order.Add(turn.Activity.Name);
            Assert.Same(reference, turn.Activity.RelatesTo);
            return Task.CompletedTask;
        }, CancellationToken.None);
        Assert.Equal(["a in", "ContinueConversation", "a out"], _order);
    }

    private Task RunAsync() => _adapter.RunAsync(RecordingAdapter.Incoming(), (_, _) => { _order.Add("bot"); return Task.CompletedTask; });

    private Middleware Step(string name) => new(async (_, next) =>
    {
        _order.Add(name + " in");
        await next(CancellationToken.None);
        _order.Add(name + " out");
    });

    private sealed class Middleware(Func<ITurnContext, NextDelegate, Task> step) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => step(turnContext, next);
    }
}
