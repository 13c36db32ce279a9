using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>How a link of the audit chain is hashed: SHA-256 over the hash before it and every field with its length.</summary>
internal static class AuditLink
{
    /// <summary>What the first link follows.</summary>
    public static byte[] Origin => new byte[32];

    public static byte[] HashOf(ReadOnlySpan<byte> previous, long seq, ReadOnlySpan<byte> caseId, string actor, string action, string subject, long at)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Add(hash, seq);
        Add(hash, at);
        Add(hash, caseId);
        Add(hash, Encoding.UTF8.GetBytes(actor));
        Add(hash, Encoding.UTF8.GetBytes(action));
        Add(hash, Encoding.UTF8.GetBytes(subject));
        return hash.GetHashAndReset();
    }

    public static AuditEntry EntryOf(ReadOnlySpan<byte> caseId, string actor, string action, string subject, long at) =>
        new(Ids.Guid(caseId), Actor.Parse(actor), action, subject, Ids.Time(at));

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
