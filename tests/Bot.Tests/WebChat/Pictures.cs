using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace SupportBot.Bot.Tests.WebChat;

/// <summary>Pictures as phones and mischief makers send them.</summary>
internal static class Pictures
{
    public const string Canary = "CANARY-4711-SERIAL";

    /// <summary>Red in its upper left quarter, blue elsewhere.</summary>
    public static byte[] Make(SKEncodedImageFormat format, int width = 64, int height = 32)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            canvas.DrawRect(0, 0, width / 2f, height / 2f, new SKPaint { Color = SKColors.Red });
        }

        using var encoded = bitmap.Encode(format, 95);
        return encoded.ToArray();
    }

    public static byte[] Jpeg() => Make(SKEncodedImageFormat.Jpeg);

    /// <summary>A photograph with the place, the device's serial number and the way it was held.</summary>
    public static byte[] Photograph(ushort orientation)
    {
        var exif = Exif(orientation);
        var segment = new byte[4 + exif.Length];
        (segment[0], segment[1]) = (0xFF, 0xE1);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(exif.Length + 2));
        exif.CopyTo(segment, 4);
        var comment = Encoding.ASCII.GetBytes(Canary);
        byte[] commentSegment = [0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. comment];
        var jpeg = Jpeg();
        return [.. jpeg[..2], .. segment, .. commentSegment, .. jpeg[2..], .. Encoding.ASCII.GetBytes("trailing " + Canary)];
    }

    /// <summary>A PNG with a text chunk.</summary>
    public static byte[] PngWithText()
    {
        var png = Make(SKEncodedImageFormat.Png);
        byte[] content = [.. "tEXt"u8, .. "Author\0"u8, .. Encoding.ASCII.GetBytes(Canary)];
        var chunk = new byte[4 + content.Length + 4];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)(content.Length - 4));
        content.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + content.Length), Crc(content));
        return [.. png[..33], .. chunk, .. png[33..]];
    }

    /// <summary>A GIF of one red pixel, by hand: the encoder at hand writes none.</summary>
    public static byte[] Gif() =>
        [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0xFF, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    // TIFF, little endian: IFD0 with Make (canary), Orientation and a GPS IFD with latitude reference and a processing method (canary).
    private static byte[] Exif(ushort orientation)
    {
        var canary = Encoding.ASCII.GetBytes(Canary + "\0");
        using var tiff = new MemoryStream();
        using var w = new BinaryWriter(tiff);
        w.Write("II"u8);
        w.Write((ushort)42);
        w.Write(8u);
        const int ifd0 = 8 + 2 + (3 * 12) + 4;
        var gps = ifd0 + canary.Length;
        w.Write((ushort)3);
        Entry(w, 0x010F, 2, canary.Length, ifd0);
        Entry(w, 0x0112, 3, 1, orientation);
        Entry(w, 0x8825, 4, 1, gps);
        w.Write(0u);
        w.Write(canary);
        w.Write((ushort)2);
        Entry(w, 0x0001, 2, 2, 'N');
        Entry(w, 0x001B, 7, canary.Length, gps + 2 + 24 + 4);
        w.Write(0u);
        w.Write(canary);
        w.Flush();
        return [.. "Exif\0\0"u8, .. tiff.ToArray()];
    }

    private static void Entry(BinaryWriter w, ushort tag, ushort type, int count, int value)
    {
        w.Write(tag);
        w.Write(type);
        w.Write(count);
        w.Write(value);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
