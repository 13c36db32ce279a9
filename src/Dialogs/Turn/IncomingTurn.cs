using Microsoft.Bot.Schema;
using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>One thing that arrived in a conversation, authenticated and within its size limits.</summary>
/// <param name="Activity">What the channel made of it. Its text is a person's words: it leaves this room only sealed.</param>
public sealed record IncomingTurn(Activity Activity, ConversationKey Key, Lockbox Lockbox, ChannelTraits Traits)
{
    /// <summary>Directory id of the member of staff whose turn it is; null for everybody else, and always in the anonymous web chat.</summary>
    public string? PersonId { get; init; }

    /// <summary>What the channel calls the account; null in the anonymous web chat. A person's own text: it goes nowhere but sealed into a case they open.</summary>
    public PersonText? Account { get; init; }

    /// <summary>True for the press of a button on a card that the channel has found to be ours.</summary>
    public bool FromCard { get; init; }

    /// <summary>Of a card's button that works once; used up in the commit of this turn. Null for everything else.</summary>
    public string? Nonce { get; init; }

    /// <summary>Goes on every card that this turn asks a question with, and comes back with it: proves that the card is ours. Null where the channel shows no cards.</summary>
    public string? Seal { get; init; }

    /// <summary>A file that came with the message, where the channel takes any from this person; null for none.</summary>
    public DroppedFile? File { get; init; }

    /// <summary>Set where the program itself goes on without the person: a silence, or somebody joining.</summary>
    public ProgramTurn? Program { get; init; }
}

/// <summary>What a channel decides: only how a question is shown and what may be known of the person.</summary>
/// <param name="Anonymous">True: nothing about the person exists, and a case gets a receipt code.</param>
/// <param name="Forms">True: a form is one card. False: one question at a time, in plain text with suggested actions.</param>
/// <param name="KeepsTranscript">True where the channel replays the conversation from our own commit.</param>
public sealed record ChannelTraits(string Name, bool Anonymous, bool Forms, bool KeepsTranscript)
{
    /// <summary>Where somebody can write without a name, for channels that know people; null where no address is configured.</summary>
    public Uri? AnonymousChat { get; init; }

    /// <summary>
    /// True where the channel is a page that draws what is open from the conversation itself (<see cref="PageTalks"/>): no card is made and nothing is sent; what was
    /// said stays with the conversation until its run is over. A form is answered whole there, as on a card.
    /// </summary>
    public bool IsPage { get; init; }

    public static ChannelTraits WebChat { get; } = new("webchat", Anonymous: true, Forms: false, KeepsTranscript: true);

    /// <summary>The staff console: whoever is signed in is known, and nothing is anonymous.</summary>
    public static ChannelTraits StaffConsole { get; } = new("console", Anonymous: false, Forms: true, KeepsTranscript: false) { IsPage = true };
}

/// <summary>Why the program goes on by itself.</summary>
/// <param name="RunId">Run that waits.</param>
/// <param name="Token">Token of its waiting step; a stale one does nothing.</param>
/// <param name="JoinedBy">Person who acknowledged, or null where the person was silent.</param>
public sealed record ProgramTurn(string RunId, string Token, string? JoinedBy)
{
    /// <summary>Something that happens in a live hand-over; the run is then the hand-over's, and the token is not looked at.</summary>
    public HandOverTurn? HandOver { get; init; }

    /// <summary>True where what the student wrote was tried to be shown to the counselor and did not get through: then nobody may be called silent.</summary>
    public bool IsBehind { get; init; }

    /// <summary>Of a button that works once, pressed in another chat than this one; used up in the commit of this turn. A turn with a used one is a repeat.</summary>
    public string? Nonce { get; init; }
}

public enum TurnKind
{
    /// <summary>Committed; the replies may go out.</summary>
    Answered,

    /// <summary>This turn was committed before; these are the replies of the first time.</summary>
    Repeated,

    /// <summary>Nothing was saved; the replies say so, with numbers to call, and need no database.</summary>
    NotSaved,

    /// <summary>The program's own turn was stale: nothing happened.</summary>
    Nothing,
}

/// <param name="Replies">In order. Where the channel keeps a transcript the person's own activity comes first.</param>
/// <param name="First">Sequence number of the first reply in the conversation, from 0; -1 where nothing was saved.</param>
public sealed record TurnAnswer(TurnKind Kind, IReadOnlyList<Activity> Replies, int First)
{
    /// <summary>Of the conversation after the turn; 0 where nothing was committed by it. Names the replies that are still to be sent.</summary>
    public int Revision { get; init; }

    /// <summary>Of the conversation after the turn; null where nothing was committed by it.</summary>
    public string? Language { get; init; }

    /// <summary>What takes the place of the card that was pressed; null where it stays as it is.</summary>
    public Attachment? Instead { get; init; }

    /// <summary>True where a card was pressed whose question is over.</summary>
    public bool PressWasOver { get; init; }

    /// <summary>What could not be taken of a form, as sentences by field name; for channels that say it beside the field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();
}
