using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>
/// Where conversations rest between turns, and the one commit of a turn. Implemented by storage.
/// Every member throws <see cref="StoreUnavailableException"/> while the database does not answer or cannot be written.
/// </summary>
public interface ITurnStore
{
    /// <summary>The conversation as the last commit left it, or null where there is none or where <paramref name="lockbox"/> does not open it.</summary>
    Task<Conversation?> LoadAsync(ConversationKey key, Lockbox lockbox, CancellationToken cancel);

    /// <summary>
    /// The conversation for a turn that nobody but the program takes (a silence that ran out), with the lockbox its commit must use.
    /// Null where there is none, or where the last commit did not allow it (<see cref="TurnCommit.ServerMayGoOn"/>).
    /// </summary>
    Task<ServersConversation?> LoadForServerAsync(ConversationKey key, CancellationToken cancel);

    /// <summary>
    /// What was answered from the reply with sequence number <paramref name="from"/> on, in order: for a tab that comes back.
    /// Empty where <paramref name="lockbox"/> does not open it.
    /// </summary>
    Task<IReadOnlyList<ReadOnlyMemory<byte>>> RepliesAsync(ConversationKey key, Lockbox lockbox, int from, CancellationToken cancel);

    /// <summary>
    /// Writes everything of a turn in one transaction and returns only when it is on disk.
    /// Nothing is written unless the result is <see cref="CommitOutcome.Committed"/>.
    /// </summary>
    Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancel);

    /// <summary>
    /// The person left: the draft, the transcript and whatever would let somebody go on with them are wiped. A case that was opened
    /// stays. A conversation whose urgent protocol must end without the person stays for the program alone.
    /// </summary>
    Task ForgetAsync(ConversationKey key, Lockbox lockbox, CancellationToken cancel);

    /// <summary>A case without its words, or null.</summary>
    Task<Case?> FindCaseAsync(Guid caseId, CancellationToken cancel);

    /// <summary>The case of that number without its words, or null.</summary>
    Task<Case?> FindCaseByNumberAsync(string number, CancellationToken cancel);

    /// <summary>A run that waits in a case, opened with the district's key; null where it does not wait (any more).</summary>
    Task<WaitingRun?> FindHandedAsync(Guid caseId, string runId, CancellationToken cancel);

    /// <summary>
    /// Opens a case by the reporter's code. Null for a wrong code, after the same time as for a right one.
    /// Leaves no row: reading a status is nobody's business.
    /// </summary>
    Task<ReporterCase?> OpenByReceiptAsync(ReceiptCode code, CancellationToken cancel);
}

/// <summary>A conversation of a channel.</summary>
/// <param name="Channel"><c>webchat</c>, <c>msteams</c> …</param>
/// <param name="Id">The channel's id. In the web chat a random one that names nobody.</param>
public readonly record struct ConversationKey(string Channel, string Id)
{
    public override string ToString() => $"{Channel}/{Id}";
}

/// <summary>
/// What a conversation's state is sealed under. In the anonymous web chat it is derived from the tab's own token, so that the
/// server cannot read an abandoned draft; elsewhere it is the server's key.
/// </summary>
public sealed class Lockbox
{
    private readonly byte[]? secret;

    private Lockbox(byte[]? secret, bool isCopy = false) => (this.secret, IsCopy) = (secret, isCopy);

    /// <summary>Sealed under the server's own key.</summary>
    public static Lockbox Server { get; } = new(null);

    /// <summary>The tab's secret, or the copied key; empty for the server's key.</summary>
    public ReadOnlySpan<byte> Secret => secret;

    public bool IsServers => secret is null;

    /// <summary>True where <see cref="Secret"/> is one conversation's own key, which storage kept for the program, and not a tab's secret.</summary>
    public bool IsCopy { get; }

    /// <param name="secret">32 random bytes that only the tab keeps.</param>
    public static Lockbox OfTab(ReadOnlySpan<byte> secret) =>
        secret.Length == 32 ? new Lockbox(secret.ToArray()) : throw new ArgumentException("A tab's secret has 32 bytes.", nameof(secret));

    /// <summary>Made by storage only: see <see cref="ITurnStore.LoadForServerAsync"/>.</summary>
    public static Lockbox OfCopy(ReadOnlySpan<byte> key) => new(key.ToArray(), isCopy: true);

    public override string ToString() => IsServers ? "server" : IsCopy ? "copy" : "tab";
}

/// <summary>A conversation between two turns.</summary>
/// <param name="Revision">Rises with every commit; a commit that expects another one is a conflict. 0: never committed.</param>
/// <param name="State">UTF-8 JSON of the conversation state: dialog stack, pinned runs, language.</param>
public sealed record Conversation(ConversationKey Key, int Revision, ReadOnlyMemory<byte> State);

/// <summary>A conversation that the program may go on with, and the lockbox that its next commit must carry.</summary>
public sealed record ServersConversation(Conversation Conversation, Lockbox Lockbox);
