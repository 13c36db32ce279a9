namespace SupportBot.Storage;

/// <summary>
/// The key that all other keys rest under. It wraps 32-byte keys and never leaves its keeper: a key file in the embedded default, a key
/// vault where a district has one.
/// </summary>
public interface IKekProvider
{
    /// <param name="key">32 bytes.</param>
    Task<byte[]> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancel);

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not wrapped by this key.</exception>
    Task<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, CancellationToken cancel);
}
