using System.Collections.Concurrent;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>A case book in memory that keeps the port's promises: one revision a commit, and no word without its trace.</summary>
internal sealed class MemoryCaseBook : ICaseBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Case> cases = [];
    private readonly List<AuditEntry> audit = [];
    private readonly List<Words> words = [];
    private readonly List<Notice> notices = [];
    private readonly List<(string Person, Guid Case, string Alert, int Rung, string Role, DateTimeOffset At)> deliveries = [];

    /// <summary>Awaited before each commit, so that a test can hold two of them at the same point.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    public ConcurrentQueue<string> Calls { get; } = [];

    public IReadOnlyList<AuditEntry> Audit { get { lock (gate) return [.. audit]; } }

    public IReadOnlyList<Words> Words { get { lock (gate) return [.. words]; } }

    public IReadOnlyList<Notice> Notices { get { lock (gate) return [.. notices]; } }

    public Case Get(Guid id) { lock (gate) return cases[id]; }

    /// <summary>Puts a case there as it is, with what was written and done so far.</summary>
    public Case Put(CaseStep step)
    {
        lock (gate)
        {
            var @case = step.Case with { Revision = Math.Max(1, step.Case.Revision) };
            cases[@case.Id] = @case;
            audit.AddRange(step.Audit);
            words.AddRange(step.Words);
            return @case;
        }
    }

    public void Deliver(string person, Case @case, string alert, DateTimeOffset at)
    {
        var raised = @case.Alerts.Single(a => a.Id == alert);
        lock (gate) deliveries.Add((person, @case.Id, alert, raised.At, raised.Rung.Role, at));
    }

    public Task<IReadOnlyList<InboxItem>> InboxAsync(string personId, int most, CancellationToken cancel)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<InboxItem>>([.. deliveries.Where(d => d.Person == personId).OrderByDescending(d => d.At).Take(most)
                .Select(d => new InboxItem(cases[d.Case], d.Alert, d.Rung, d.Role, d.At))]);
    }

    public Task<IReadOnlyList<Case>> WithStepsWaitingAsync(int most, CancellationToken cancel)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<Case>>([.. cases.Values.Where(c => c.Steps.Any(s => s.Wait)).Take(most)]);
    }

    public Task<IReadOnlyList<Case>> QueueAsync(QueueFilter filter, CancellationToken cancel)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<Case>>([.. cases.Values
                .Where(c => filter.SchoolIds is null || filter.SchoolIds.Contains(c.SchoolId))
                .Where(c => filter.Kind is null || c.Kind == filter.Kind)
                .Where(c => filter.State is null || c.State == filter.State)
                .Where(c => filter.AtLeast is null || c.Severity >= filter.AtLeast)
                .Where(c => filter.Owner is null || c.Owner == filter.Owner)
                .Where(c => filter.IncludeClosed || c.ClosedAt is null)
                .OrderByDescending(c => c.Severity).ThenBy(c => c.OpenedAt).Take(filter.Most)]);
    }

    public Task<IReadOnlyList<OpenTask>> TasksAsync(TaskFilter filter, CancellationToken cancel)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<OpenTask>>([.. cases.Values.Where(c => c.ClosedAt is null && (filter.SchoolIds is null || filter.SchoolIds.Contains(c.SchoolId)))
                .SelectMany(c => c.OpenTasks.SelectMany(t => t.Roles.Select(role => (Task: t, Role: role, Open: new OpenTask(c, new TaskMark(t.Due?.UtcTicks ?? long.MaxValue, c.Number, t.Id))))))
                .Where(t => filter.Roles is null || t.Task.Owner == filter.PersonId || (t.Task.Owner is null && filter.Roles.Contains(t.Role)))
                .Select(t => t.Open).OrderBy(t => t.Mark.Due).ThenBy(t => t.Mark.Number, StringComparer.Ordinal).ThenBy(t => t.Mark.TaskId, StringComparer.Ordinal)
                .Where(t => filter.After is not { } after || IsAfter(t.Mark, after)).Take(filter.Most)]);
    }

    private static bool IsAfter(TaskMark one, TaskMark other) => one.Due != other.Due ? one.Due > other.Due
        : one.Number != other.Number ? string.CompareOrdinal(one.Number, other.Number) > 0 : string.CompareOrdinal(one.TaskId, other.TaskId) > 0;

    public Task<Case?> FindAsync(Guid caseId, CancellationToken cancel) { lock (gate) return Task.FromResult(cases.GetValueOrDefault(caseId)); }

    public Task<Case?> FindByNumberAsync(string number, CancellationToken cancel) { lock (gate) return Task.FromResult(cases.Values.SingleOrDefault(c => c.Number == number)); }

    public Task<IReadOnlyList<AuditEntry>> TimelineAsync(Guid caseId, CancellationToken cancel) { lock (gate) return Task.FromResult<IReadOnlyList<AuditEntry>>([.. audit.Where(a => a.CaseId == caseId)]); }

    public async Task<IReadOnlyList<Words>?> OpenWordsAsync(CaseStep reading, int expectedRevision, CancellationToken cancel)
    {
        if (reading.Audit.All(a => a.Action != AuditAction.NarrativeRead)) throw new ArgumentException("No trace of the reading.", nameof(reading));
        if (!await CommitAsync(reading, expectedRevision, cancel)) return null;
        Calls.Enqueue("words opened");
        lock (gate) return [.. words.Where(w => w.CaseId == reading.Case.Id && !CaseEngine.IsReplaced(reading.Case, w))];
    }

    public async Task<OnceOutcome> CommitOnceAsync(CaseStep step, int expectedRevision, string nonce, CancellationToken cancel) =>
        await CommitAsync(step, expectedRevision, cancel) ? OnceOutcome.Done : OnceOutcome.CaseChanged;

    public Task NoteAsync(AuditEntry entry, CancellationToken cancel)
    {
        lock (gate) audit.Add(entry);
        return Task.CompletedTask;
    }

    public Task<bool> CommitAsync(CaseStep step, int expectedRevision, CancellationToken cancel) => CommitAsync([new CaseChange(step, expectedRevision)], cancel);

    public async Task<bool> CommitAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancel)
    {
        if (BeforeCommit is { } wait) await wait();
        lock (gate)
        {
            if (changes.Any(c => c.ExpectedRevision == 0 ? cases.ContainsKey(c.Step.Case.Id) || c.Pin is null : cases[c.Step.Case.Id].Revision != c.ExpectedRevision)) return false;
            foreach (var (step, expected, _) in changes)
            {
                cases[step.Case.Id] = step.Case with { Revision = expected + 1 };
                audit.AddRange(step.Audit);
                words.RemoveAll(w => w.CaseId == step.Case.Id && w.Kind is WordsKind.TaskAnswer or WordsKind.Note && step.Erased.Any(task => CaseEngine.IsAbout(w.About, task)));
                words.AddRange(step.Words);
                notices.AddRange(step.Notices);
                foreach (var entry in step.Audit) Calls.Enqueue(entry.Action);
            }

            return true;
        }
    }
}
