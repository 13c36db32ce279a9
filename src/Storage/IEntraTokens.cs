using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Microsoft Entra tokens of the program's own identity: for the vault that wraps its keys, and for PostgreSQL in the place of a password.</summary>
public interface IEntraTokens
{
    /// <param name="scope">Such as <c>https://vault.azure.net/.default</c>.</param>
    /// <param name="fresh">The last one was refused.</param>
    /// <returns>A token that is good for some minutes at least.</returns>
    /// <exception cref="StoreUnavailableException">No token is to be had.</exception>
    ValueTask<string> TokenAsync(string scope, bool fresh, CancellationToken cancel);
}
