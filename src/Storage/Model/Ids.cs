namespace SupportBot.Storage;

/// <summary>Ids and times as columns hold them.</summary>
internal static class Ids
{
    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Guid(ReadOnlySpan<byte> bytes) => new(bytes, bigEndian: true);

    /// <summary>A directory id, as the owner of a sealed value.</summary>
    public static byte[] Of(string id) => System.Text.Encoding.UTF8.GetBytes(id);

    public static long Ticks(DateTimeOffset at) => at.UtcTicks;

    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
