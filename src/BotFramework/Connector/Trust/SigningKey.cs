using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SupportBot.Connector;

/// <summary>A public key that may sign tokens, and the channels it may sign for.</summary>
internal sealed class SigningKey(RSAParameters parameters, IReadOnlyCollection<string> channels)
{
    // An RSA object is not promised to be safe for two threads at once, and making one costs more than a check.
    private readonly ConcurrentBag<RSA> _spare = [];

    public bool IsFor(string channelId) => channels.Contains(channelId);

    public bool Signed(byte[] data, byte[] signature)
    {
        RSA rsa = null;
        try
        {
            rsa = _spare.TryTake(out var spare) ? spare : RSA.Create(parameters);
            return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            if (rsa is not null)
                _spare.Add(rsa);
        }
    }
}
