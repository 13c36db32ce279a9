namespace SupportBot.Storage;

/// <summary>Ids and times as columns hold them.</summary>
internal static class Ids
{
    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Guid(ReadOnlySpan<byte> bytes) => new(bytes, bigEndian: true);

    public static long Ticks(DateTimeOffset at) => at.UtcTicks;

    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
