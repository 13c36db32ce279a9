using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>The cases for the console. No query reads a word; words are read by <see cref="OpenWordsAsync"/> alone, after its trace is on disk.</summary>
internal sealed class CaseBook(Store store, TimeProvider clock, ILogger<CaseBook> log) : ICaseBook
{
    internal static readonly Sql UseNonce = new("INSERT INTO used_nonce(hash, day) VALUES(@hash, @day) ON CONFLICT DO NOTHING", "b:hash i:day");

    public Task<IReadOnlyList<InboxItem>> InboxAsync(string personId, int most, CancellationToken cancel) => QueryAsync<InboxItem>(async db =>
    {
        var told = await db.Deliveries.Where(d => d.Person == personId)
            .OrderByDescending(d => d.Sent).ThenByDescending(d => d.Rung).Take(most)
            .Join(db.Cases, d => d.CaseId, c => c.Id, (d, c) => new { Delivery = d, File = c })
            .ToListAsync(cancel);
        return [.. told
            .OrderByDescending(t => t.Delivery.Sent).ThenByDescending(t => t.Delivery.Rung)
            .SelectMany(t => Readable(t.File).Select(c => new InboxItem(c, t.Delivery.Alert, t.Delivery.Rung, t.Delivery.Role, Ids.Time(t.Delivery.Sent))))];
    });

    public Task<IReadOnlyList<Case>> QueueAsync(QueueFilter filter, CancellationToken cancel) => QueryAsync<Case>(async db =>
    {
        var files = db.Cases.AsQueryable();
        if (filter.SchoolIds is { } schools) files = files.Where(c => schools.Contains(c.School));
        if (filter.Kind is { } kind) files = files.Where(c => c.Kind == kind);
        if (filter.State is { } state) files = files.Where(c => c.State == state);
        if (filter.AtLeast is { } least) files = files.Where(c => c.Severity >= (int)least);
        if (filter.Owner is { } owner) files = files.Where(c => c.Owner == owner);
        if (!filter.IncludeClosed) files = files.Where(c => c.Closed == null);
        var found = await files.OrderByDescending(c => c.Severity).ThenBy(c => c.Opened).ThenBy(c => c.Number).Take(filter.Most).ToListAsync(cancel);
        return [.. found.SelectMany(Readable)];
    });

    public Task<IReadOnlyList<Case>> WithStepsWaitingAsync(int most, CancellationToken cancel) => QueryAsync<Case>(async db =>
    {
        var waiting = db.Set<HandedRunRow>();
        var found = await db.Cases.Where(c => waiting.Any(r => r.CaseId == c.Id)).OrderBy(c => c.Opened).Take(most).ToListAsync(cancel);
        return [.. found.SelectMany(Readable)];
    });

    public Task<IReadOnlyList<OpenTask>> TasksAsync(TaskFilter filter, CancellationToken cancel) => QueryAsync<OpenTask>(async db =>
    {
        var tasks = db.Set<OpenTaskRow>().AsQueryable();
        if (filter.SchoolIds is { } schools) tasks = tasks.Where(t => schools.Contains(t.School));
        if (filter.Roles is { } roles) tasks = tasks.Where(t => (t.Owner == null && roles.Contains(t.Role)) || t.Owner == filter.PersonId);
        if (filter.After is { } after)
        {
#pragma warning disable CA1309 // SQL compares, in the order in which it sorts; an ordinal comparison cannot be translated.
            tasks = tasks.Where(t => t.Due > after.Due
                || (t.Due == after.Due && (string.Compare(t.Number, after.Number) > 0 || (t.Number == after.Number && string.Compare(t.Task, after.TaskId) > 0))));
#pragma warning restore CA1309
        }

        var page = tasks.OrderBy(t => t.Due).ThenBy(t => t.Number).ThenBy(t => t.Task).Take(filter.Most);
        var found = await page.Join(db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { Task = t, File = c }).OrderBy(t => t.Task.Due).ThenBy(t => t.Task.Number).ThenBy(t => t.Task.Task).ToListAsync(cancel);
        return [.. found.SelectMany(f => Readable(f.File).Select(c => new OpenTask(c, new TaskMark(f.Task.Due, f.Task.Number, f.Task.Task))))];
    });

    public Task<Case?> FindAsync(Guid caseId, CancellationToken cancel) => store.Open.Cases.FindAsync(caseId, cancel);

    public async Task<Case?> FindByNumberAsync(string number, CancellationToken cancel)
    {
        var found = await QueryAsync<Case>(async db => [.. (await db.Cases.Where(c => c.Number == number).ToListAsync(cancel)).Select(store.Open.Facts.Read)]);
        return found.SingleOrDefault();
    }

    public Task<IReadOnlyList<AuditEntry>> TimelineAsync(Guid caseId, CancellationToken cancel) => QueryAsync<AuditEntry>(async db =>
    {
        var id = Ids.Bytes(caseId);
        var links = await db.Audit.Where(a => a.CaseId == id).OrderBy(a => a.Seq).ToListAsync(cancel);
        return [.. links.Select(a => AuditLink.EntryOf(a.CaseId, a.Actor, a.Action, a.Subject, a.At))];
    });

    public async Task<IReadOnlyList<Words>?> OpenWordsAsync(CaseStep reading, int expectedRevision, CancellationToken cancel)
    {
        if (reading.Audit.All(entry => entry.Action != AuditAction.NarrativeRead))
            throw new ArgumentException("Words are opened with the step that says so in the audit.", nameof(reading));
        if (!await CommitAsync(reading, expectedRevision, cancel)) return null;
        if (await store.Open.Sealer.DistrictKeyAsync(reading.Case.Id, cancel) is not { } key) return [];
        try
        {
            return await store.Open.Cases.WordsAsync(reading.Case.Id, key, words => !CaseEngine.IsReplaced(reading.Case, words), cancel);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public async Task<bool> CommitAsync(CaseStep step, int expectedRevision, CancellationToken cancel)
    {
        if (expectedRevision < 1) throw new ArgumentOutOfRangeException(nameof(expectedRevision), "The console changes cases that are there; a conversation opens them.");
        var sealedCase = await store.Open.Sealer.SealAsync(step, expectedRevision, cancel);
        var done = await store.Open.Writer.WriteAsync(
            session =>
            {
                if (CaseWriter.Write(session, sealedCase)) return true;
                session.Undo();
                return false;
            },
            committed: store.Announce);
        if (done) await EmptyJournalAsync([step]);
        return done;
    }

    public async Task<bool> CommitAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancel)
    {
        var sealedCases = new List<SealedCase>(changes.Count);
        foreach (var change in changes)
        {
            var commit = new CaseCommit(change.Step, change.ExpectedRevision, change.ExpectedRevision == 0 ? CaseKey.New() : null);
            sealedCases.Add((await store.Open.Sealer.SealAsync(commit, () => Task.FromResult(true), cancel))!);
        }

        var done = await store.Open.Writer.WriteAsync(
            session =>
            {
                foreach (var pin in changes.Select(c => c.Pin).OfType<ProtocolPin>()) session.Link.Run(TurnJob.Pin, pin.Key, pin.Hash, pin.CanonicalJson);
                if (sealedCases.TrueForAll(c => CaseWriter.Write(session, c))) return true;
                session.Undo();
                return false;
            },
            committed: store.Announce);
        if (done) await EmptyJournalAsync(changes.Select(c => c.Step));
        return done;
    }

    public async Task<OnceOutcome> CommitOnceAsync(CaseStep step, int expectedRevision, string nonce, CancellationToken cancel)
    {
        if (expectedRevision < 1) throw new ArgumentOutOfRangeException(nameof(expectedRevision), "A button changes cases that are there.");
        var open = store.Open;
        var (hash, day) = (open.Addresses.HashOf(nonce), (int)(clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerDay));
        var sealedCase = await open.Sealer.SealAsync(step, expectedRevision, cancel);
        return await open.Writer.WriteAsync(
            session =>
            {
                if (session.Link.Run(UseNonce, hash, day) == 0) return OnceOutcome.UsedBefore;
                if (CaseWriter.Write(session, sealedCase)) return OnceOutcome.Done;
                session.Undo();
                return OnceOutcome.CaseChanged;
            },
            committed: store.Announce);
    }

    public Task NoteAsync(AuditEntry entry, CancellationToken cancel) => store.Open.Writer.WriteAsync(session =>
    {
        session.Audit([entry]);
        return true;
    });

    // What was erased is gone from the rows with the commit; SQLite's journal holds it until it is emptied.
    private async Task EmptyJournalAsync(IEnumerable<CaseStep> written)
    {
        if (written.Any(step => step.Erased.Count > 0)) await store.Open.Writer.AloneAsync(store.Open.Database.Truncate);
    }

    // Without knowing who is kept out nobody may see a case; one that was tampered with must not hide the others.
    private IEnumerable<Case> Readable(CaseFileRow row)
    {
        try
        {
            return [store.Open.Facts.Read(row)];
        }
        catch (CryptographicException)
        {
            Log.DoesNotOpen(log, "case_file");
            return [];
        }
    }

    private async Task<IReadOnlyList<T>> QueryAsync<T>(Func<StoreDb, Task<IReadOnlyList<T>>> query)
    {
        var database = store.Open.Database;
        try
        {
            await using var db = database.Context();
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return await query(db);
        }
        catch (Exception e) when (database.IsOutage(e))
        {
            throw new StoreUnavailableException("The database cannot be read.", e);
        }
    }
}
