using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>What one turn gathers in memory before its one commit. Dialogs reach it with <see cref="Of"/>.</summary>
internal sealed class TurnWork(IncomingTurn turn, Conversation? conversation, Talk talk, DateTimeOffset now)
{
    private readonly Dictionary<Guid, CaseChange> changes = [];

    public IncomingTurn Turn { get; } = turn;

    public Conversation? Conversation { get; } = conversation;

    public Talk Talk { get; } = talk;

    /// <summary>UTC; the same for the whole turn.</summary>
    public DateTimeOffset Now { get; } = now;

    public ChannelTraits Traits => Turn.Traits;

    public List<SilenceTimer> Timers { get; } = [];

    public List<PinnedProtocol> Pinned { get; } = [];

    /// <summary>Set by a waiting step of an urgent protocol: the program must be able to go on without the person.</summary>
    public bool ServerMayGoOn { get; set; }

    /// <summary>True until the program's own turn has done something: a stale timer leaves it so, and nothing is committed.</summary>
    public bool NothingHappened { get; set; } = true;

    /// <summary>What takes the place of the card that was pressed.</summary>
    public Attachment? Instead { get; set; }

    /// <summary>True where a card was pressed whose question is over: nothing was done, and the channel notes it.</summary>
    public bool PressWasOver { get; private set; }

    /// <summary>Whatever was pressed belongs to something that is over.</summary>
    public void Over() => PressWasOver = Turn.FromCard;

    /// <summary>Token of the question whose card was pressed, while it is being answered.</summary>
    public string? Pressed { get; set; }

    /// <summary>Said on the next card, above its question: what could not be taken.</summary>
    public string? Fault { get; set; }

    /// <summary>The same by field name, for channels that say it beside the field.</summary>
    public Dictionary<string, string> Faults { get; } = [];

    /// <summary>Said below the next words of a protocol: that a translation is unchecked, or has gaps. Help itself comes first.</summary>
    public string? Aside { get; set; }

    /// <summary>True once the person was told in this turn that nobody has checked the translation.</summary>
    public bool IsNoted { get; set; }

    /// <summary>True where the language of the conversation changed in this turn.</summary>
    public bool LanguageChanged { get; set; }

    /// <summary>Case whose acknowledgement the conversation waits for.</summary>
    public Guid? WaitsForCase { get; set; }

    public List<HandOverCommit> HandOvers { get; } = [];

    /// <summary>Runs that leave this conversation.</summary>
    public List<HandedRun> Handed { get; } = [];

    /// <summary>Runs that this conversation goes on with.</summary>
    public List<TakenRun> Taken { get; } = [];

    /// <summary>What a survey counted in this turn.</summary>
    public List<TallyMark> Tallies { get; } = [];

    public static TurnWork Of(ITurnContext context) =>
        context.TurnState.Get<TurnWork>() ?? throw new InvalidOperationException("A dialog runs inside the turn pipeline only.");

    /// <summary>A case as this turn has left it so far.</summary>
    public Case? Changed(Guid caseId) => changes.TryGetValue(caseId, out var change) ? change.Step.Case : null;

    public void Change(CaseStep step, int expectedRevision, CaseKey? key, ReceiptCode? receipt = null)
    {
        changes[step.Case.Id] = changes.TryGetValue(step.Case.Id, out var before)
            ? before with { Step = before.Step.Then(step) }
            : new CaseChange(step, expectedRevision, key, receipt);
    }

    public IReadOnlyList<CaseCommit> Cases() => [.. changes.Values.Select(c => new CaseCommit(c.Step, c.ExpectedRevision, c.Key, c.Receipt))];

    /// <summary>True for the person's own message; false where the program goes on by itself.</summary>
    public bool IsFromPerson => Turn.Program is null;

    public Activity Activity => Turn.Activity;

    private sealed record CaseChange(CaseStep Step, int ExpectedRevision, CaseKey? Key, ReceiptCode? Receipt);
}
