using SkiaSharp;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// Takes a picture to its pixels and makes a new file of them. Nothing else of the old file survives: no place, time, device,
/// name, thumbnail, colour profile, comment, further frame, or whatever was hung on to its end.
/// </summary>
internal sealed class PictureCleaning : IDisposable
{
    /// <summary>Bytes of a picture as sent.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Pixels of the longer side as kept.</summary>
    public const int MaxSide = 2048;

    // A small file can claim a huge picture. No phone takes more than this; what is decoded takes 160 MB at the most.
    private const long MaxPixels = 110_000_000;
    private const long MaxDecoded = 40_000_000;
    private const int LargestPng = 3 * 1024 * 1024;

    private readonly SemaphoreSlim _decoding = new(2);

    /// <summary>The picture and its media type, or null where the bytes are no picture of a kind that is taken.</summary>
    public async Task<(Picture Picture, string MediaType)?> CleanAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        if (KindOf(bytes.Span) is null) return null;
        await _decoding.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Clean(bytes), cancel);
        }
        finally
        {
            _decoding.Release();
        }
    }

    public void Dispose() => _decoding.Dispose();

    private static (Picture, string)? Clean(ReadOnlyMemory<byte> bytes)
    {
        using var file = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(file);
        if (codec is null || codec.EncodedFormat != KindOf(bytes.Span)) return null;
        var size = codec.Info;
        if (size.Width <= 0 || size.Height <= 0 || (long)size.Width * size.Height > MaxPixels) return null;

        // Where the format can, it is decoded small at once.
        var small = codec.GetScaledDimensions(Math.Min(1f, MaxSide / (float)Math.Max(size.Width, size.Height)));
        if ((long)small.Width * small.Height > MaxDecoded) return null;
        using var colours = SKColorSpace.CreateSrgb();
        using var decoded = new SKBitmap(new SKImageInfo(small.Width, small.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        // Half a picture is shown as far as it goes: it was cut off on the way, not forged.
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput)) return null;
        using var upright = Upright(decoded, codec.EncodedOrigin);
        return Encode(upright, codec.EncodedFormat == SKEncodedImageFormat.Jpeg);
    }

    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        float width = turned ? picture.Height : picture.Width, height = turned ? picture.Width : picture.Height;
        var scale = Math.Min(1f, MaxSide / Math.Max(width, height));
        // No colour space: the encoder then writes no profile.
        var result = new SKBitmap(new SKImageInfo(Math.Max(1, (int)MathF.Round(width * scale)), Math.Max(1, (int)MathF.Round(height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(result);
        canvas.Clear(SKColors.White);
        canvas.Scale(result.Width / width, result.Height / height);
        canvas.Concat(Matrix(origin, width, height));
        using var plain = new SKBitmap();
        plain.InstallPixels(picture.Info.WithColorSpace(null), picture.GetPixels());
        using var image = SKImage.FromBitmap(plain);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        return result;
    }

    // EXIF 2.32, tag 0x0112: which corner of the stored picture is the upper left one of the shown picture.
    private static SKMatrix Matrix(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    // Photographs become JPEG; what was drawn or captured from a screen stays sharp as PNG, unless that grows too large.
    private static (Picture, string)? Encode(SKBitmap picture, bool photograph)
    {
        using var png = photograph ? null : picture.Encode(SKEncodedImageFormat.Png, 100);
        if (png is { Size: <= LargestPng }) return (new Picture(png.ToArray(), picture.Width, picture.Height), "image/png");
        using var jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, 85);
        return jpeg is null ? null : (new Picture(jpeg.ToArray(), picture.Width, picture.Height), "image/jpeg");
    }

    private static SKEncodedImageFormat? KindOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => SKEncodedImageFormat.Png,
        [0xFF, 0xD8, 0xFF, ..] => SKEncodedImageFormat.Jpeg,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => SKEncodedImageFormat.Webp,
        [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => SKEncodedImageFormat.Gif,
        _ => null,
    };
}
