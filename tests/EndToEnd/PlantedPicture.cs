using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SupportBot.EndToEnd;

/// <summary>A PNG whose EXIF description, text chunk and tail carry a sentence beside the pixels.</summary>
internal static class PlantedPicture
{
    private const int Side = 8;

    public static byte[] With(string sentence)
    {
        var text = Encoding.UTF8.GetBytes(sentence);
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [0, 0, 0, Side, 0, 0, 0, Side, 8, 2, 0, 0, 0]);
        Chunk(file, "eXIf", Exif(text));
        Chunk(file, "tEXt", [.. "Comment\0"u8, .. text]);
        Chunk(file, "IDAT", Pixels());
        Chunk(file, "IEND", []);
        file.Write(text);
        return file.ToArray();
    }

    // Little-endian TIFF with one entry: ImageDescription, ASCII, whose text follows the directory.
    private static byte[] Exif(byte[] text)
    {
        var directory = new byte[26];
        "II*\0"u8.CopyTo(directory);
        BinaryPrimitives.WriteUInt32LittleEndian(directory.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(directory.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(directory.AsSpan(10), 0x010E);
        BinaryPrimitives.WriteUInt16LittleEndian(directory.AsSpan(12), 2);
        BinaryPrimitives.WriteUInt32LittleEndian(directory.AsSpan(14), (uint)text.Length + 1);
        BinaryPrimitives.WriteUInt32LittleEndian(directory.AsSpan(18), 26);
        return [.. directory, .. text, 0];
    }

    private static byte[] Pixels()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var row = 0; row < Side; row++)
            {
                zlib.WriteByte(0);
                for (var i = 0; i < Side * 3; i++) zlib.WriteByte((byte)(row * i));
            }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        file.Write(number);
    }

    // PNG specification, annex D.
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
