using System.Security.Cryptography;
using System.Text;
using SupportBot.Graph;

namespace SupportBot.Bot.Calendars;

/// <summary>What Graph shows with each notification, so that it is told apart from anybody else: configured, or made at the start and kept in memory alone.</summary>
public sealed class NotificationSecret(GraphOptions options)
{
    /// <summary>32 to 128 letters and digits. Goes to Graph and nowhere else.</summary>
    public string Value { get; } = options.NotificationSecret ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Takes the same time whatever is shown. Nothing shown is never right.</summary>
    public bool Is(string? shown) => shown is not null && CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(Value));

    // Of one length, whatever was shown.
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
