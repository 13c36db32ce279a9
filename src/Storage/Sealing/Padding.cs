using System.Buffers.Binary;

namespace SupportBot.Storage;

/// <summary>
/// Hides how long something is: six sizes for any text of up to 16,000 characters, then steps of 32 KB. The length stands in the first
/// four bytes, inside the sealed part.
/// </summary>
internal static class Padding
{
    private const int Step = 32 * 1024;

    /// <summary>Bytes that <paramref name="length"/> bytes take, their length included.</summary>
    public static int Bucket(int length) => (length + 4) switch
    {
        <= 256 => 256,
        <= 1024 => 1024,
        <= 4096 => 4096,
        <= 16384 => 16384,
        var all => (all + Step - 1) / Step * Step,
    };

    /// <summary>Fills <paramref name="bucket"/>, which must be zeroed.</summary>
    public static void Fill(Span<byte> bucket, ReadOnlySpan<byte> content)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bucket, content.Length);
        content.CopyTo(bucket[4..]);
    }

    /// <summary>The content of a bucket. False where the length cannot be right.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> bucket, out ReadOnlyMemory<byte> content)
    {
        content = default;
        if (bucket.Length < 4) return false;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bucket.Span);
        if (length < 0 || length > bucket.Length - 4) return false;
        content = bucket.Slice(4, length);
        return true;
    }
}
