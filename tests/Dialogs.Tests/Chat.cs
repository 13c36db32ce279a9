using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Wire;

namespace SupportBot.Dialogs.Tests;

/// <summary>A student in the web chat: types, presses buttons, and reads what comes back.</summary>
internal sealed class Chat
{
    private readonly Lockbox _tab = Lockbox.OfTab(new byte[32]);
    private readonly TurnPipeline _pipeline;
    private int _activities;

    public Chat(MemoryTurnStore? store = null)
    {
        Store = store ?? new MemoryTurnStore();
        Alarm = new Alarms();
        _pipeline = new TurnPipeline(Store, Demo.Content, new Calendars(), new AlertRelease(atOnce: true, () => 0.5), Clock, Alarm, Log);
    }

    public MemoryTurnStore Store { get; }

    public Alarms Alarm { get; }

    /// <summary>Every line the pipeline logged.</summary>
    public Lines Log { get; } = new();

    /// <summary>A Monday in term, 10:07 in Oregon.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));

    public ConversationKey Key { get; } = new("webchat", Guid.NewGuid().ToString("N"));

    /// <summary>The bot's last replies.</summary>
    public IReadOnlyList<Activity> Replies { get; private set; } = [];

    public string Text => string.Join("\n", Replies.Select(r => r.Text));

    public IEnumerable<string> Buttons => (Replies.Count > 0 ? Replies[^1] : null)?.SuggestedActions?.Actions.Select(a => a.Title) ?? [];

    public Case Case => Store.Cases.Values.Single();

    public string? Receipt => Replies.Select(r => r.ChannelData is null ? null : JsonValue.Text(JsonValue.Property(r.ChannelData, "supportbot"), "receipt")).FirstOrDefault(r => r is not null);

    public Task<TurnAnswer> JoinAsync() => SendAsync(new Activity { Type = ActivityTypes.Event, Name = "webchat/join" });

    public Task<TurnAnswer> SayAsync(string text) => SendAsync(new Activity { Type = ActivityTypes.Message, Text = text });

    /// <summary>Presses the button of that title among the last replies.</summary>
    public Task<TurnAnswer> PressAsync(string title)
    {
        var button = Replies[^1].SuggestedActions?.Actions.FirstOrDefault(a => a.Title == title)
            ?? throw new InvalidOperationException($"There is no button '{title}', only: {string.Join(" | ", Buttons)}. It said: {Text}");
        return PressAsync(button);
    }

    public Task<TurnAnswer> PressAsync(CardAction button) =>
        SendAsync(new Activity { Type = ActivityTypes.Message, Text = button.Title, Value = JsonValue.Element(button.Value) });

    public CardAction Button(string title) => Replies[^1].SuggestedActions.Actions.First(a => a.Title == title);

    public async Task<TurnAnswer> SendAsync(Activity activity, string? id = null)
    {
        activity.Id = id ?? $"a{++_activities}";
        activity.ChannelId = "webchat";
        activity.Conversation = new ConversationAccount(id: Key.Id);
        activity.From = new ChannelAccount("reporter");
        activity.Recipient = new ChannelAccount("bot");
        var answer = await _pipeline.RunAsync(new IncomingTurn(activity, Key, _tab, ChannelTraits.WebChat), CancellationToken.None);
        Replies = [.. answer.Replies.Where(r => r.From?.Id != "reporter")];
        return answer;
    }

    public async Task<TurnAnswer> GoOnAloneAsync(ProgramTurn program)
    {
        var loaded = await Store.LoadForServerAsync(Key, CancellationToken.None);
        if (loaded is null) return new TurnAnswer(TurnKind.Nothing, [], -1);
        var activity = new Activity { Type = ActivityTypes.Event, Name = "go-on", ChannelId = "webchat", Conversation = new ConversationAccount(id: Key.Id), From = new ChannelAccount("program"), Recipient = new ChannelAccount("bot") };
        var answer = await _pipeline.RunAsync(new IncomingTurn(activity, Key, loaded.Lockbox, ChannelTraits.WebChat) { Program = program }, CancellationToken.None);
        Replies = answer.Replies;
        return answer;
    }

    internal sealed class Alarms : IAlarm
    {
        public List<string> Heard { get; } = [];

        public void TurnFailed(string channel, string reference) => Heard.Add(reference);
    }

    internal sealed class Lines : ILogger<TurnPipeline>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception) + exception);
    }

    private sealed class Calendars : ICaseCalendars
    {
        public ICaseCalendar Of(string schoolId) => new Calendar(Demo.Content.District.CalendarOf(schoolId.Length == 0 ? null : schoolId));

        private sealed class Calendar(SchoolCalendar calendar) : ICaseCalendar
        {
            public DateTimeOffset Add(DateTimeOffset from, Span span) =>
                calendar.Add(from, span.Amount, Enum.Parse<TimeUnit>(span.Unit.ToString()), Enum.Parse<CountedTime>(span.Calendar.ToString()));
        }
    }
}
