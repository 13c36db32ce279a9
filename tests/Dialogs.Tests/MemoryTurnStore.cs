using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Dialogs.Tests;

/// <summary>The store's contract in memory: revisions, repeats, one commit a turn. Storage itself is tested on both databases in its own project.</summary>
internal sealed class MemoryTurnStore : ITurnStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ConversationKey, Kept> _conversations = [];
    private readonly Dictionary<string, (int First, IReadOnlyList<ReadOnlyMemory<byte>> Replies)> _turns = [];
    private readonly Dictionary<string, (Guid CaseId, CaseKey Key)> _receipts = [];

    private readonly Dictionary<(Guid, string), WaitingRun> _handed = [];

    public ReadOnlyMemory<byte> StateOf(ConversationKey key) => _conversations[key].Conversation.State;

    public Dictionary<Guid, Case> Cases { get; } = [];

    public List<Words> Words { get; } = [];

    public List<Deadline> Deadlines { get; } = [];

    public List<Notice> Notices { get; } = [];

    public List<AuditEntry> Audit { get; } = [];

    public List<TurnCommit> Commits { get; } = [];

    public bool IsDown { get; set; }

    /// <summary>Down from the next commit on.</summary>
    public bool CannotBeWritten { get; set; }

    /// <summary>A bug of somebody's, thrown by the next commit.</summary>
    public Exception? Bug { get; set; }

    /// <summary>How often a code was looked up.</summary>
    public int LookUps { get; private set; }

    /// <summary>Called once, between a turn's load and its commit.</summary>
    public Action? BeforeCommit { get; set; }

    public Task<Conversation?> LoadAsync(ConversationKey key, Lockbox lockbox, CancellationToken cancel)
    {
        if (IsDown) throw new StoreUnavailableException("down");
        lock (_lock) return Task.FromResult(_conversations.TryGetValue(key, out var kept) && kept.Opens(lockbox) ? kept.Conversation : null);
    }

    public Task<ServersConversation?> LoadForServerAsync(ConversationKey key, CancellationToken cancel)
    {
        lock (_lock) return Task.FromResult(_conversations.TryGetValue(key, out var kept) && kept.ServerMayGoOn ? new ServersConversation(kept.Conversation, kept.Lockbox) : null);
    }

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> RepliesAsync(ConversationKey key, Lockbox lockbox, int from, CancellationToken cancel)
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>(_conversations.TryGetValue(key, out var kept) ? [.. kept.Transcript.Skip(from)] : []);
    }

    public Task ForgetAsync(ConversationKey key, Lockbox lockbox, CancellationToken cancel)
    {
        lock (_lock) _conversations.Remove(key);
        return Task.CompletedTask;
    }

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancel)
    {
        if (Bug is { } bug)
        {
            Bug = null;
            throw bug;
        }

        if (IsDown || CannotBeWritten) throw new StoreUnavailableException("down");
        var before = BeforeCommit;
        BeforeCommit = null;
        before?.Invoke();
        lock (_lock)
        {
            foreach (var key in commit.DedupeKeys)
                if (_turns.TryGetValue($"{commit.Key}|{key}", out var earlier))
                    return Task.FromResult(new CommitResult(CommitOutcome.Repeat, 0, earlier.First, earlier.Replies));
            var known = _conversations.GetValueOrDefault(commit.Key);
            if ((known?.Conversation.Revision ?? 0) != commit.ExpectedRevision || commit.Cases.Any(c => (Cases.GetValueOrDefault(c.Step.Case.Id)?.Revision ?? 0) != c.ExpectedRevision))
                return Task.FromResult(new CommitResult(CommitOutcome.Conflict, 0, 0, []));

            if (commit.Taken.Any(t => !_handed.ContainsKey((t.CaseId, t.RunId)))) return Task.FromResult(new CommitResult(CommitOutcome.Conflict, 0, 0, []));
            foreach (var taken in commit.Taken) _handed.Remove((taken.CaseId, taken.RunId));
            foreach (var run in commit.Handed) _handed[(run.CaseId, run.RunId)] = new WaitingRun(run.CaseId, run.RunId, run.Why, run.FromPerson, run.ToPerson, run.Role, default, run.Payload);

            var transcript = known?.Transcript ?? [];
            var first = transcript.Count;
            transcript.AddRange(commit.Replies);
            var revision = commit.ExpectedRevision + 1;
            _conversations[commit.Key] = new Kept(new Conversation(commit.Key, revision, commit.State), commit.Lockbox, commit.ServerMayGoOn, transcript);
            foreach (var key in commit.DedupeKeys) _turns[$"{commit.Key}|{key}"] = (first, commit.Replies);
            foreach (var change in commit.Cases) Take(change);
            Commits.Add(commit);
            return Task.FromResult(new CommitResult(CommitOutcome.Committed, revision, first, []));
        }
    }

    public Task<Case?> FindCaseAsync(Guid caseId, CancellationToken cancel)
    {
        lock (_lock) return Task.FromResult(Cases.GetValueOrDefault(caseId));
    }

    public Task<Case?> FindCaseByNumberAsync(string number, CancellationToken cancel)
    {
        lock (_lock) return Task.FromResult(Cases.Values.FirstOrDefault(c => c.Number == number));
    }

    public Task<WaitingRun?> FindHandedAsync(Guid caseId, string runId, CancellationToken cancel)
    {
        lock (_lock) return Task.FromResult(_handed.GetValueOrDefault((caseId, runId)));
    }

    public Task<ReporterCase?> OpenByReceiptAsync(ReceiptCode code, CancellationToken cancel)
    {
        lock (_lock)
        {
            LookUps++;
            return Task.FromResult(_receipts.TryGetValue(code.Secret, out var found)
                ? new ReporterCase(Cases[found.CaseId], found.Key, [.. Words.Where(w => w.CaseId == found.CaseId && w.ReporterMaySee)])
                : null);
        }
    }

    /// <summary>What staff do meanwhile.</summary>
    public void Do(CaseStep step)
    {
        Take(new CaseCommit(step, step.Case.Revision, null));
    }

    private void Take(CaseCommit change)
    {
        var (step, _, key, receipt) = change;
        Cases[step.Case.Id] = step.Case with { Revision = change.ExpectedRevision + 1 };
        Words.AddRange(step.Words.Select(w => w with { CaseId = step.Case.Id }));
        Deadlines.AddRange(step.Deadlines);
        Notices.AddRange(step.Notices);
        Audit.AddRange(step.Audit);
        if (receipt is not null) _receipts[receipt.Secret] = (step.Case.Id, key!);
    }

    private sealed record Kept(Conversation Conversation, Lockbox Lockbox, bool ServerMayGoOn, List<ReadOnlyMemory<byte>> Transcript)
    {
        public bool Opens(Lockbox other) => other.Secret.SequenceEqual(Lockbox.Secret);
    }
}
