using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>The cases as the console works them. Implemented by storage. Access is decided by the caller with <see cref="CaseAccess"/>, always.</summary>
public interface ICaseBook
{
    /// <summary>Alerts that were sent to this person's inbox, newest first, each with its case as it is now.</summary>
    Task<IReadOnlyList<InboxItem>> InboxAsync(string personId, int most, CancellationToken cancel);

    /// <summary>Cases without words; most severe and oldest first. A coarse filter only.</summary>
    Task<IReadOnlyList<Case>> QueueAsync(QueueFilter filter, CancellationToken cancel);

    /// <summary>Cases in which steps wait for somebody to go on with them, in no order.</summary>
    Task<IReadOnlyList<Case>> WithStepsWaitingAsync(int most, CancellationToken cancel);

    /// <summary>Tasks that are still to be done, the earliest due first and those without a time last. A coarse filter only; one that several roles may do may come several times.</summary>
    Task<IReadOnlyList<OpenTask>> TasksAsync(TaskFilter filter, CancellationToken cancel);

    Task<Case?> FindAsync(Guid caseId, CancellationToken cancel);

    Task<Case?> FindByNumberAsync(string number, CancellationToken cancel);

    /// <summary>What happened to the case, oldest first.</summary>
    Task<IReadOnlyList<AuditEntry>> TimelineAsync(Guid caseId, CancellationToken cancel);

    /// <summary>
    /// Opens what was written in a case. <paramref name="reading"/> is the step of <see cref="CaseEngine.Read"/>: it is committed first,
    /// so that no word is read without a trace. Null when the case changed meanwhile: load and try again.
    /// </summary>
    Task<IReadOnlyList<Words>?> OpenWordsAsync(CaseStep reading, int expectedRevision, CancellationToken cancel);

    /// <summary>Writes a step in one transaction; words are sealed under the case's key. False when the case changed meanwhile.</summary>
    Task<bool> CommitAsync(CaseStep step, int expectedRevision, CancellationToken cancel);

    /// <summary>
    /// Writes several cases in one transaction, all or none. A case that opens gets a key of its own, which no reporter's code opens. False when one of them
    /// changed meanwhile, or a number is taken: load, and try again.
    /// </summary>
    Task<bool> CommitAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancel);

    /// <summary>
    /// As <see cref="CommitAsync(CaseStep, int, CancellationToken)"/>, for a button that works once: the use of <paramref name="nonce"/> is written in the same transaction.
    /// </summary>
    Task<OnceOutcome> CommitOnceAsync(CaseStep step, int expectedRevision, string nonce, CancellationToken cancel);

    /// <summary>Writes down something that was tried and refused. The case stays as it is.</summary>
    Task NoteAsync(AuditEntry entry, CancellationToken cancel);
}

/// <summary>What came of a commit that may happen once.</summary>
public enum OnceOutcome
{
    Done,

    /// <summary>The case changed meanwhile: load and decide again. The nonce is still good.</summary>
    CaseChanged,

    /// <summary>This nonce was used before. Nothing was written.</summary>
    UsedBefore,
}

/// <summary>A task that is still to be done, and its case as it is now.</summary>
public sealed record OpenTask(Case Case, TaskMark Mark);

/// <summary>Where a task stands in the order of <see cref="ICaseBook.TasksAsync"/>.</summary>
/// <param name="Due">UTC ticks; the greatest number where no time is set.</param>
/// <param name="Number">Of its case.</param>
public sealed record TaskMark(long Due, string Number, string TaskId);

/// <summary>Which open tasks are looked for.</summary>
/// <param name="SchoolIds">Null for all; empty text is a school that is not known.</param>
/// <param name="Roles">Null for all. Else those of these roles that were handed to nobody, and those handed to <paramref name="PersonId"/>.</param>
/// <param name="After">Only what comes after it; null from the first.</param>
public sealed record TaskFilter(IReadOnlyList<string>? SchoolIds, IReadOnlyList<string>? Roles, string PersonId, TaskMark? After, int Most);

/// <param name="SentAt">UTC.</param>
/// <param name="Rung">0 is the first.</param>
public sealed record InboxItem(Case Case, string AlertId, int Rung, string Role, DateTimeOffset SentAt);

/// <summary>What the queue shows. Null means: all.</summary>
/// <param name="SchoolIds">Schools to look at; empty gives nothing.</param>
public sealed record QueueFilter(IReadOnlyList<string>? SchoolIds, string? Kind = null, string? State = null, Severity? AtLeast = null, string? Owner = null, bool IncludeClosed = false, int Most = 200);
