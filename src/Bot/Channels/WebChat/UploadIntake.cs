using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Bot.Schema;
using Microsoft.Net.Http.Headers;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// Reads an upload straight from the request into memory: a form reader would put what is larger than 64 KB, in clear, into a
/// temporary file (trust F9). File names and the media types that a tab claims are not looked at.
/// </summary>
internal sealed class UploadIntake(PictureCleaning cleaning, TimeProvider time) : IDisposable
{
    /// <summary>Pictures of one upload.</summary>
    public const int MaxPictures = 5;

    private const long MaxBody = (MaxPictures * (long)PictureCleaning.MaxBytes) + ActivityIntake.MaxBytes + (64 * 1024);
    private readonly SemaphoreSlim _reading = new(4);

    public void Dispose() => _reading.Dispose();

    public async Task<(Activity? Activity, DirectLineError? Refusal)> ReadAsync(HttpContext context, string conversationId)
    {
        if (BoundaryOf(context.Request) is not { } boundary) return (null, DirectLineError.NotMultipart);
        if (context.Request.ContentLength > MaxBody) return (null, DirectLineError.PictureTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxBody;
        await _reading.WaitAsync(context.RequestAborted);
        try
        {
            return await ReadAsync(new MultipartReader(boundary, context.Request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096, BodyLengthLimit = PictureCleaning.MaxBytes }, conversationId, context.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? DirectLineError.PictureTooLarge : DirectLineError.Malformed);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return (null, DirectLineError.Malformed);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<(Activity?, DirectLineError?)> ReadAsync(MultipartReader reader, string conversationId, CancellationToken cancel)
    {
        Activity? activity = null;
        List<Attachment> pictures = [];
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            var isActivity = section.ContentType?.StartsWith(Activity.ContentType, StringComparison.OrdinalIgnoreCase) == true;
            if (!isActivity && pictures.Count == MaxPictures) return (null, DirectLineError.TooManyPictures);
            if (await BytesAsync(section.Body, isActivity ? ActivityIntake.MaxBytes : PictureCleaning.MaxBytes, cancel) is not { } bytes)
                return (null, isActivity ? DirectLineError.TooLarge : DirectLineError.PictureTooLarge);
            if (isActivity)
            {
                if (activity is not null) return (null, DirectLineError.Malformed);
                (activity, var refusal) = ActivityIntake.Read(bytes, conversationId, time.GetUtcNow());
                if (refusal is not null) return (null, refusal);
                if (activity!.Type != ActivityTypes.Message) return (null, DirectLineError.BadArgument);
            }
            else if (await cleaning.CleanAsync(bytes, cancel) is { } clean)
            {
                pictures.Add(new Attachment { ContentType = clean.MediaType, Content = clean.Picture });
            }
            else
            {
                return (null, DirectLineError.NotAPicture);
            }
        }

        if (pictures.Count == 0) return (null, DirectLineError.Malformed);
        activity ??= ActivityIntake.Empty(conversationId, time.GetUtcNow());
        activity.Attachments = pictures;
        return (activity, null);
    }

    private static async Task<byte[]?> BytesAsync(Stream body, int limit, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var piece = new byte[32 * 1024];
        int got;
        try
        {
            while ((got = await body.ReadAsync(piece, cancel)) > 0)
            {
                if (kept.Length + got > limit) return null;
                kept.Write(piece, 0, got);
            }
        }
        catch (InvalidDataException) when (kept.Length + piece.Length > limit)
        {
            // The reader's own limit for a part.
            return null;
        }

        return kept.ToArray();
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 100 } boundary
            ? boundary.Value
            : null;
}
