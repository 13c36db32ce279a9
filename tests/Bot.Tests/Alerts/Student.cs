using Microsoft.Bot.Schema;
using SupportBot.Bot.Channels.WebChat;
using SupportBot.Dialogs;
using SupportBot.Wire;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>A student's tab, speaking to the application's own pipeline.</summary>
internal sealed class Student(RealBot bot)
{
    private static readonly string[] Usual = ["I understand, start", "Keep that", "No", "Skip", "Yes, I feel safe", "Riverbend High School"];

    private readonly ConversationKey _key = new(ChannelTraits.WebChat.Name, Guid.NewGuid().ToString("N"));
    private readonly Lockbox _tab = Lockbox.OfTab(Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray());
    private IReadOnlyList<Activity> _replies = [];

    private Activity? Asked => _replies.Count > 0 ? _replies[^1] : null;

    private IReadOnlyList<CardAction> Buttons => Asked?.SuggestedActions?.Actions is { } actions ? [.. actions] : [];

    /// <summary>Everything this tab has been shown since it opened, as it would read it after a reload.</summary>
    public async Task<string> TranscriptAsync()
    {
        var transcript = await bot.Get<IConversationTurns>().TranscriptAsync(_key, _tab, 0, CancellationToken.None);
        return string.Join("\n", transcript!.Activities.Where(a => a.From?.Id != "reporter").Select(a => a.Text));
    }

    public IEnumerable<string> Offered => Buttons.Select(b => b.Title);

    public Task SayAsync(string text, string? id = null) => SendAsync(new Activity { Type = ActivityTypes.Message, Text = text }, id);

    /// <summary>Quick exit: the tab wipes itself.</summary>
    public Task LeaveTabAsync() => bot.Get<IConversationTurns>().ForgetAsync(_key, _tab, CancellationToken.None);

    /// <summary>The newest of what the bot has shown, whoever's turn it was.</summary>
    public async Task LookAsync()
    {
        var transcript = await bot.Get<IConversationTurns>().TranscriptAsync(_key, _tab, 0, CancellationToken.None);
        _replies = [.. transcript!.Activities.Where(a => a.From?.Id != "reporter")];
    }

    public ConversationKey Key => _key;

    public Lockbox Tab => _tab;

    public Task PressAsync(string title)
    {
        var button = Buttons.FirstOrDefault(b => b.Title == title) ?? throw new InvalidOperationException($"There is no button '{title}'. It said: {Asked?.Text}");
        return SendAsync(new Activity { Type = ActivityTypes.Message, Text = button.Title, Value = JsonValue.Element(button.Value) });
    }

    /// <summary>Presses what begins a protocol, as the menu does.</summary>
    public Task BeginAsync(string protocol) => SendAsync(new Activity { Type = ActivityTypes.Message, Value = new Dictionary<string, string> { ["sb"] = "1", ["do"] = "go", ["c"] = protocol } });

    /// <summary>A bullying report about Riverbend High School, sent.</summary>
    /// <param name="answers">Answers other than the usual ones, by a part of the question.</param>
    public async Task ReportAsync(params (string Question, string Answer)[] answers)
    {
        await SayAsync("someone keeps pushing me in the hallway");
        await GoToAsync("Shall I send it?", answers);
        await PressAsync("Send it");
    }

    public async Task GoToAsync(string stop, params (string Question, string Answer)[] answers)
    {
        for (var turn = 0; !(Asked?.Text ?? "").Contains(stop, StringComparison.Ordinal); turn++)
        {
            Assert.True(turn < 40, $"'{stop}' never came. It said: {Asked?.Text}");
            // Where several may be picked, one is enough.
            if (Asked!.Text.Contains("So far:", StringComparison.Ordinal))
            {
                await PressAsync("Done");
                continue;
            }

            var given = answers.FirstOrDefault(a => Asked!.Text.Contains(a.Question, StringComparison.Ordinal)).Answer;
            var next = given ?? Usual.FirstOrDefault(u => Buttons.Any(b => b.Title == u)) ?? Buttons[0].Title;
            if (Buttons.Any(b => b.Title == next)) await PressAsync(next);
            else await SayAsync(next);
        }
    }

    private async Task SendAsync(Activity activity, string? id = null)
    {
        activity.Id = id ?? Guid.NewGuid().ToString("N");
        activity.ChannelId = _key.Channel;
        activity.Conversation = new ConversationAccount(id: _key.Id);
        activity.From = new ChannelAccount("reporter");
        activity.Recipient = new ChannelAccount("bot");
        var answer = await bot.Get<IConversationTurns>().RunAsync(new IncomingTurn(activity, _key, _tab, ChannelTraits.WebChat), CancellationToken.None);
        Assert.Equal(id is null ? TurnKind.Answered : answer.Kind, answer.Kind);
        _replies = [.. answer.Replies.Where(r => r.From?.Id != "reporter")];
    }
}
