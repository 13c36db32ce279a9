using System.Text.Json;
using System.Text.RegularExpressions;
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
    private static readonly Regex Unfilled = new(@"\{[a-z]+\}|\[[a-z]+\.[a-z-]+\]", RegexOptions.Compiled);

    private readonly Lockbox _tab = Lockbox.OfTab(new byte[32]);
    private readonly TurnPipeline _pipeline;

    public Chat(MemoryTurnStore? store = null, DialogContent? content = null, IDutyPresence? presence = null, bool atOnce = true)
    {
        Store = store ?? new MemoryTurnStore();
        Alarm = new Alarms();
        _pipeline = new TurnPipeline(Store, content ?? Demo.Content, new Calendars(), new AlertRelease(atOnce, () => 0.5), Clock, Alarm, Log, presence: presence);
    }

    public MemoryTurnStore Store { get; }

    public Alarms Alarm { get; }

    /// <summary>Every line the pipeline logged.</summary>
    public Lines Log { get; } = new();

    /// <summary>A Monday in term, 10:07 in Oregon.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));

    public ConversationKey Key { get; init; } = new("webchat", Guid.NewGuid().ToString("N"));

    /// <summary>The bot's last replies.</summary>
    public IReadOnlyList<Activity> Replies { get; private set; } = [];

    public string Text => string.Join("\n", Replies.Select(r => r.Text));

    /// <summary>The last message: what is asked now.</summary>
    public string Asked => Replies.Count > 0 ? Replies[^1].Text : "";

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
        activity.Id = id ?? Guid.NewGuid().ToString("N");
        activity.ChannelId = "webchat";
        activity.Conversation = new ConversationAccount(id: Key.Id);
        activity.From = new ChannelAccount("reporter");
        activity.Recipient = new ChannelAccount("bot");
        var answer = await _pipeline.RunAsync(new IncomingTurn(activity, Key, _tab, ChannelTraits.WebChat), CancellationToken.None);
        Take(answer);
        return answer;
    }

    /// <summary>Goes on with the usual answers until the last message holds <paramref name="stop"/>.</summary>
    /// <param name="answers">Other answers, by a part of the question.</param>
    public async Task GoToAsync(string stop, params (string Question, string Answer)[] answers)
    {
        for (var turn = 0; !Asked.Contains(stop, StringComparison.Ordinal); turn++)
        {
            if (turn == 40) throw new InvalidOperationException($"'{stop}' never came. It said: {Asked}");
            // Where several may be picked, one is enough.
            if (Asked.Contains("So far:", StringComparison.Ordinal))
            {
                await PressAsync("Done");
                continue;
            }

            var given = answers.FirstOrDefault(a => Asked.Contains(a.Question, StringComparison.Ordinal)).Answer;
            var button = given ?? Usual.FirstOrDefault(u => Buttons.Contains(u)) ?? Buttons.First();
            if (Buttons.Contains(button)) await PressAsync(button);
            else await SayAsync(button);
        }
    }

    /// <summary>A report that was begun with these words, at the school question.</summary>
    public async Task BeginReportAsync(string words = "someone keeps pushing me in the hallway")
    {
        await JoinAsync();
        await SayAsync(words);
        await GoToAsync("Which school");
    }

    /// <summary>A report as far as its summary.</summary>
    public async Task ReportToSummaryAsync(params (string Question, string Answer)[] answers)
    {
        if (Replies.Count == 0) await BeginReportAsync();
        await GoToAsync("Shall I send it?", answers);
    }

    public async Task SendReportAsync(params (string Question, string Answer)[] answers)
    {
        await ReportToSummaryAsync(answers);
        await PressAsync("Send it");
    }

    /// <summary>Sends a report by what the buttons stand for, in whatever language they are.</summary>
    /// <param name="words">What is typed where there is nothing to press.</param>
    public async Task SendByChoicesAsync(string words)
    {
        for (var turn = 0; Store.Cases.Count == 0; turn++)
        {
            if (turn == 40) throw new InvalidOperationException($"The report was never sent. It said: {Asked}");
            var actions = Replies[^1].SuggestedActions?.Actions ?? [];
            var press = UsualChoices.Select(c => actions.FirstOrDefault(a => JsonValue.Text(a.Value, "c") == c)).FirstOrDefault(a => a is not null)
                ?? new[] { "done", "skip" }.Select(d => actions.FirstOrDefault(a => JsonValue.Text(a.Value, "do") == d)).FirstOrDefault(a => a is not null)
                ?? actions.FirstOrDefault(a => JsonValue.Text(a.Value, "c") is not null);
            await (press is null ? SayAsync(words) : PressAsync(press));
        }
    }

    /// <summary>What is spoken here now.</summary>
    public string Language => Remembered.GetProperty("language").GetString()!;

    /// <summary>Protocols that are open, the one on top first.</summary>
    public IEnumerable<string?> Open => OpenIn(Store.StateOf(Key));

    public static IEnumerable<string?> OpenIn(ReadOnlyMemory<byte> state) =>
        JsonDocument.Parse(state).RootElement.TryGetProperty("stack", out var stack) ? stack.EnumerateArray().Select(f => f.GetProperty("state").GetProperty("protocol").GetString()) : [];

    private JsonElement Remembered => JsonDocument.Parse(Store.StateOf(Key)).RootElement;

    private static readonly string[] UsualChoices = ["go-on", "nobody", "not-mentioned", "no-adult", "not-sexual", "demo-middle", "worried", "send-it"];

    private static readonly string[] Usual = ["I understand, start", "Keep that", "No", "Skip", "Yes, I feel safe", "Heron Middle School", "Not now"];

    private void Take(TurnAnswer answer)
    {
        Replies = [.. answer.Replies.Where(r => r.From?.Id != "reporter")];
        foreach (var reply in Replies) Assert.DoesNotMatch(Unfilled, reply.Text ?? "");
    }

    public async Task<TurnAnswer> GoOnAloneAsync(ProgramTurn program)
    {
        var loaded = await Store.LoadForServerAsync(Key, CancellationToken.None);
        if (loaded is null) return new TurnAnswer(TurnKind.Nothing, [], -1);
        var activity = new Activity { Type = ActivityTypes.Event, Name = "go-on", ChannelId = "webchat", Conversation = new ConversationAccount(id: Key.Id), From = new ChannelAccount("program"), Recipient = new ChannelAccount("bot") };
        var answer = await _pipeline.RunAsync(new IncomingTurn(activity, Key, loaded.Lockbox, ChannelTraits.WebChat) { Program = program }, CancellationToken.None);
        Take(answer);
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

    internal sealed class Calendars : ICaseCalendars
    {
        public ICaseCalendar Of(string schoolId) => new Calendar(Demo.Content.District.CalendarOf(schoolId.Length == 0 ? null : schoolId));

        private sealed class Calendar(SchoolCalendar calendar) : ICaseCalendar
        {
            public DateTimeOffset Add(DateTimeOffset from, Span span) =>
                calendar.Add(from, span.Amount, Enum.Parse<TimeUnit>(span.Unit.ToString()), Enum.Parse<CountedTime>(span.Calendar.ToString()));
        }
    }
}
