using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>Live chats in memory that keep the port's promises: one person in a chat, a line once for each key, words for whoever is in it.</summary>
internal sealed class MemoryTalks(MemoryCaseBook book, Func<DateTimeOffset> now) : ITalks
{
    private readonly Lock gate = new();
    private readonly HashSet<string> keys = [];
    private TalkNow talk = new(TalkState.None);

    /// <summary>What the next act answers instead of being done.</summary>
    public TalkAnswer? Next { get; set; }

    public List<Words> Said { get; } = [];

    public void Wait() => talk = new TalkNow(TalkState.Waits);

    public void Open(string person) => talk = new TalkNow(TalkState.Open, person, 1);

    public void End() => talk = talk with { State = TalkState.Over };

    public void ReporterSays(Case @case, string text) { lock (gate) Add(@case, Actor.Reporter, text); }

    public Task<TalkNow> OfAsync(Case @case, CancellationToken cancel) { lock (gate) return Task.FromResult(talk); }

    public Task<IReadOnlyList<Words>?> LinesAsync(Case @case, string personId, CancellationToken cancel)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<Words>?>(talk is { State: TalkState.Open } && talk.PersonId == personId ? [.. book.Words.Where(w => w.CaseId == @case.Id && w.ReporterMaySee), .. Said] : null);
    }

    public async Task<TalkAnswer> JoinAsync(string personId, string caseNumber, CancellationToken cancel)
    {
        if (Refusal() is { } refused) return refused;
        var @case = (await book.FindByNumberAsync(caseNumber, cancel))!;
        await book.CommitAsync(new CaseStep(@case) { Audit = [new AuditEntry(@case.Id, Actor.Staff(personId), AuditAction.TalkJoined, "t1", now())] }, @case.Revision, cancel);
        Open(personId);
        return TalkAnswer.Done;
    }

    public async Task<TalkAnswer> SayAsync(string personId, string caseNumber, PersonText text, string key, CancellationToken cancel)
    {
        if (Refusal() is { } refused) return refused;
        if (text.IsBlank) return TalkAnswer.Blank;
        var @case = (await book.FindByNumberAsync(caseNumber, cancel))!;
        lock (gate)
        {
            if (talk.PersonId != personId || talk.State != TalkState.Open) return TalkAnswer.Over;
            if (keys.Add(key)) Add(@case, Actor.Staff(personId), text.Reveal());
        }

        return TalkAnswer.Done;
    }

    public Task<TalkAnswer> LeaveAsync(string personId, string caseNumber, CancellationToken cancel)
    {
        if (Refusal() is { } refused) return Task.FromResult(refused);
        End();
        return Task.FromResult(TalkAnswer.Done);
    }

    private TalkAnswer? Refusal()
    {
        var next = Next;
        Next = null;
        return next;
    }

    private void Add(Case @case, Actor who, string text)
    {
        Said.Add(new Words(Guid.NewGuid(), @case.Id, WordsKind.Said, "t1", "", who, now(), new PersonText(text)));
        talk = talk with { Version = talk.Version + 1 };
    }
}
