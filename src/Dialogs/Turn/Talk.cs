using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace SupportBot.Dialogs;

/// <summary>
/// What a conversation remembers between two turns. It rests sealed (<see cref="Lockbox"/>) and is wiped with the conversation.
/// </summary>
internal sealed class Talk
{
    /// <summary>True once the first-screen notice was shown.</summary>
    public bool Greeted { get; set; }

    /// <summary>ISO 639: what the program speaks here.</summary>
    public string Language { get; set; } = Phrasebook.Base;

    /// <summary>The dialog stack, top first.</summary>
    public List<TalkFrame> Stack { get; set; } = [];

    /// <summary>Cases this conversation opened, by run and protocol: what comes later is added to them.</summary>
    public Dictionary<string, OpenCase> Cases { get; set; } = [];

    /// <summary>Pictures attached to a report that is not sent yet, by id.</summary>
    public Dictionary<string, KeptPicture> Pictures { get; set; } = [];

    /// <summary>Kinds of crisis signals met so far; they raise the urgency of whatever is sent from here.</summary>
    public List<string> Signals { get; set; } = [];

    /// <summary>Protocols that only offer a person and were begun here by a signal: who has answered the offer is not asked again at every such word.</summary>
    public List<string> Begun { get; set; } = [];

    public void Note(IEnumerable<string> signals) => Signals = [.. Signals.Union(signals)];

    /// <summary>True where the turn before asked which of two things was meant: it is asked once, and not again of the answer.</summary>
    public bool IsAskedWhich { get; set; }

    /// <summary>The last two messages of a few words: a thought that comes in pieces is heard in the last of them.</summary>
    public List<string> Lately { get; set; } = [];

    /// <summary>Remembers a piece for the next two messages. A whole sentence is none, and neither is anything with a digit, such as a code: it and those before it are forgotten.</summary>
    public void Remember(string text) =>
        Lately = text.Any(char.IsDigit) || text.Length > LongestPiece || text.Count(char.IsWhiteSpace) >= MostWords ? [] : [.. Lately.Append(text).TakeLast(2)];

    private const int LongestPiece = 30;
    private const int MostWords = 4;

    /// <summary>What a person wrote in the very turn that raised an alarm: given to the dialog underneath when it is its turn again.</summary>
    public string? Kept { get; set; }

    /// <summary>The same for a form that was sent in such a turn: its entries as they came, by field name, the question's token under no name, and under " kept" what had no room on the card.</summary>
    public Dictionary<string, string>? KeptForm { get; set; }

    /// <summary>Buttons shown last where a channel sends only their titles: title, and what it stands for.</summary>
    public Dictionary<string, Dictionary<string, string>> Offered { get; set; } = [];

    /// <summary>Tokens of buttons that work once and were used; the last few.</summary>
    public List<string> Used { get; set; } = [];

    private const int MostUsed = 20;

    /// <summary>What was said since the run on a page began, oldest first; empty where the channel is no page.</summary>
    public List<SaidLine> Lines { get; set; } = [];

    /// <summary>A list of hires that was shown and waits for its button.</summary>
    public KeptHires? Hires { get; set; }

    /// <summary>Where replies go on a channel that keeps no transcript of ours.</summary>
    public TalkAddress? Address { get; set; }

    /// <summary>The message of the turn before, where it may come once more with another id.</summary>
    public SaidOnce? Said { get; set; }

    public void Use(string token) => Used = [.. Used.Append(token).TakeLast(MostUsed)];

    public static Talk Read(ReadOnlyMemory<byte> state) =>
        state.IsEmpty ? new Talk() : JsonSerializer.Deserialize(state.Span, TalkJson.Default.Talk) ?? new Talk();

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, TalkJson.Default.Talk);

    public DialogState ToDialogState() => new([.. Stack.Select(f => new DialogInstance { Id = f.Id, State = f.State.ToDictionary(p => p.Key, p => (object)p.Value) })]);

    public void Take(DialogState state) =>
        Stack = [.. state.DialogStack.Select(i => new TalkFrame(i.Id, i.State.ToDictionary(p => p.Key, p => (string)p.Value)))];
}

/// <param name="Text">Markdown of the program's own; never a person's words.</param>
/// <param name="Turn">Revision of the conversation in which it was said.</param>
internal sealed record SaidLine(string Text, int Turn)
{
    public override string ToString() => $"said in turn {Turn}";
}

/// <param name="Data">Base64 of the re-encoded picture.</param>
internal sealed record KeptPicture(string ContentType, string Data)
{
    public override string ToString() => ContentType;
}

/// <param name="Mark">Hash of the text.</param>
/// <param name="At">UTC.</param>
internal sealed record SaidOnce(string Mark, DateTimeOffset At);

/// <summary>The other end of a conversation behind the Bot Connector, as the last message from there named it.</summary>
internal sealed record TalkAddress(string ServiceUrl, string ConversationId, string? TenantId, string BotId, string UserId)
{
    public static TalkAddress Of(Activity activity) =>
        new(activity.ServiceUrl ?? "", activity.Conversation.Id, activity.Conversation.TenantId, activity.Recipient?.Id ?? "", activity.From?.Id ?? "");

    /// <summary>Puts the address on a reply.</summary>
    public void On(Activity reply, string channel)
    {
        reply.ChannelId = channel;
        reply.ServiceUrl = ServiceUrl;
        reply.Conversation = new ConversationAccount(id: ConversationId, tenantId: TenantId);
        reply.From = new ChannelAccount(BotId);
        reply.Recipient = new ChannelAccount(UserId);
    }

    public override string ToString() => "•••";
}

/// <summary>One dialog on the stack. Our dialogs keep text only, so that a state always reads back as what was written.</summary>
internal sealed record TalkFrame(string Id, Dictionary<string, string> State);

/// <param name="Key">Base64 of the case's key: the tab that wrote a report may add to it while it is open.</param>
/// <param name="Written">The answers that the case has already, each by its name and the input that brought it.</param>
internal sealed record OpenCase(Guid Id, string Number, string Key, bool SchoolKnown, IReadOnlyList<string> Written)
{
    /// <summary>Staff whom this run has kept out so far; null before it looked.</summary>
    public StaffOut? KeptOut { get; init; }

    public CaseKey CaseKey() => new(Convert.FromBase64String(Key));

    public override string ToString() => Number;
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Talk))]
internal sealed partial class TalkJson : JsonSerializerContext;
