using System.Buffers.Binary;

namespace SupportBot.Storage;

/// <summary>The replies of a turn as one piece: each with its length before it.</summary>
internal static class Replies
{
    public static byte[] Join(IReadOnlyList<ReadOnlyMemory<byte>> replies)
    {
        var whole = new byte[replies.Sum(r => r.Length + 4)];
        var at = 0;
        foreach (var reply in replies)
        {
            BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(at), reply.Length);
            reply.Span.CopyTo(whole.AsSpan(at + 4));
            at += reply.Length + 4;
        }

        return whole;
    }

    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> whole)
    {
        var replies = new List<ReadOnlyMemory<byte>>();
        while (whole.Length > 0)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(whole.Span);
            replies.Add(whole.Slice(4, length));
            whole = whole[(4 + length)..];
        }

        return replies;
    }
}
