namespace SupportBot.Dialogs;

/// <summary>
/// What all processes of a deployment have in common for the tabs of the web chat, so that each may serve any tab, and nothing of which
/// outlives a talk (docs/decisions/0007). Implemented by storage.
/// </summary>
public interface ITabKeys
{
    /// <summary>For how long a key is new; it is destroyed when it has been old for as long.</summary>
    static readonly TimeSpan Period = TimeSpan.FromMinutes(30);

    /// <summary>
    /// 32 bytes, the same in every process, of the half hour in which <paramref name="at"/> lies. Made where that is the present one; null where it was
    /// destroyed or never made. What was sealed under a destroyed key opens for nobody any more.
    /// </summary>
    byte[]? KeyAt(DateTimeOffset at);

    /// <summary>True for whoever uses it first, in whichever process; false for everybody after, until it is worth nothing anyway.</summary>
    /// <param name="name">Random text that names nobody.</param>
    /// <param name="until">From then on nobody asks for it any more; no trace of it is kept for longer than two minutes after.</param>
    /// <exception cref="StoreUnavailableException">Another process might have used it: the database does not say.</exception>
    Task<bool> UseOnceAsync(string name, DateTimeOffset until, CancellationToken cancel);
}
