using System.Buffers.Binary;
using System.Text;

namespace SupportBot.Storage;

/// <summary>
/// Where a sealed value rests: table, column, owner (case or conversation) and row. Bound into the seal as associated data, so that a value
/// copied to another row, case or column does not open.
/// </summary>
internal readonly ref struct Place(string table, string column, ReadOnlySpan<byte> owner, ReadOnlySpan<byte> row)
{
    private const byte Version = 1;
    private readonly ReadOnlySpan<byte> owner = owner;
    private readonly ReadOnlySpan<byte> row = row;

    /// <summary>version | table | column | owner | row | key id, each with its length before it.</summary>
    /// <param name="into">Room for the bytes.</param>
    /// <returns>How many were written.</returns>
    public int Write(Span<byte> into, ReadOnlySpan<byte> keyId)
    {
        into[0] = Version;
        var at = 1;
        at += Part(into[at..], table);
        at += Part(into[at..], column);
        at += Part(into[at..], owner);
        at += Part(into[at..], row);
        at += Part(into[at..], keyId);
        return at;
    }

    /// <summary>Upper bound of what <see cref="Write"/> needs.</summary>
    public int Length => 1 + 10 + (3 * (table.Length + column.Length)) + owner.Length + row.Length + 16;

    private static int Part(Span<byte> into, ReadOnlySpan<byte> part)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(into, checked((ushort)part.Length));
        part.CopyTo(into[2..]);
        return part.Length + 2;
    }

    private static int Part(Span<byte> into, string part)
    {
        var written = Encoding.UTF8.GetBytes(part, into[2..]);
        BinaryPrimitives.WriteUInt16LittleEndian(into, checked((ushort)written));
        return written + 2;
    }
}
