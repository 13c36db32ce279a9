using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// How much comes from where, without keeping where: buckets are named by HMAC(address, key) with a random key that is thrown
/// away every hour, in memory only. A whole school is one address, so a full bucket only slows (docs/decisions/0007).
/// </summary>
internal sealed class SourceBuckets(TimeProvider time)
{
    /// <summary>The longest that anything is made to wait.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(1);
    private readonly Lock _turning = new();
    private Hour? _hour;

    /// <summary>How long this must wait; null where it is so far over that opening a new chat may be refused.</summary>
    /// <param name="capacity">How many may come at once.</param>
    /// <param name="perSecond">How many come back every second.</param>
    /// <param name="refuseAfter">How many seconds behind are too many.</param>
    public TimeSpan? Delay(string what, IPAddress? source, double capacity, double perSecond, double refuseAfter = double.PositiveInfinity)
    {
        var hour = Current();
        var behind = hour.Buckets.GetOrAdd(hour.NameOf(what, source), _ => new Bucket(capacity, time.GetTimestamp())).Take(capacity, perSecond, time);
        if (behind > refuseAfter) return null;
        return behind <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(behind, LongestDelay.TotalSeconds));
    }

    private Hour Current()
    {
        var now = time.GetUtcNow();
        lock (_turning)
        {
            if (_hour is null || now - _hour.Since >= KeyLifetime) _hour = new Hour(now);
            return _hour;
        }
    }

    private sealed class Hour(DateTimeOffset since)
    {
        private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

        public DateTimeOffset Since { get; } = since;

        public ConcurrentDictionary<string, Bucket> Buckets { get; } = new();

        public string NameOf(string what, IPAddress? source)
        {
            var address = source is null ? [] : (source.IsIPv4MappedToIPv6 ? source.MapToIPv4() : source).GetAddressBytes();
            // One household or school has a whole /64 of version 6.
            if (address.Length == 16) address = address[..8];
            return $"{what}/{Convert.ToHexString(HMACSHA256.HashData(_key, address)[..8])}";
        }
    }

    private sealed class Bucket(double full, long now)
    {
        private readonly Lock _gate = new();
        private double _tokens = full;
        private long _at = now;

        /// <summary>Seconds that this comes too early.</summary>
        public double Take(double capacity, double perSecond, TimeProvider time)
        {
            lock (_gate)
            {
                var now = time.GetTimestamp();
                _tokens = Math.Min(capacity, _tokens + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond)) - 1;
                _at = now;
                var behind = -_tokens / perSecond;
                // Debt does not grow without end: a flood that stops is soon forgiven.
                _tokens = Math.Max(_tokens, -capacity);
                return behind;
            }
        }
    }
}
