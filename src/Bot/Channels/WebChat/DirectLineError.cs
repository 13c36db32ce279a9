using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>A refusal in Direct Line's shape, <c>{"error":{"code","message"}}</c>. It never repeats what was sent.</summary>
internal sealed record DirectLineError(int Status, string Code, string Message)
{
    public static readonly DirectLineError MissingToken = new(StatusCodes.Status401Unauthorized, "Unauthorized", "Send the conversation's token as 'Authorization: Bearer …'.");
    public static readonly DirectLineError BadToken = new(StatusCodes.Status403Forbidden, "BadToken", "This is not a token of this service.");
    public static readonly DirectLineError ForeignToken = new(StatusCodes.Status403Forbidden, "Forbidden", "This token does not open this conversation.");
    public static readonly DirectLineError ExpiredToken = new(StatusCodes.Status403Forbidden, "TokenExpired", "This token has expired. Start a new conversation.");
    public static readonly DirectLineError ForeignOrigin = new(StatusCodes.Status403Forbidden, "ForeignOrigin", "This service answers its own page only.");
    public static readonly DirectLineError NotFound = new(StatusCodes.Status404NotFound, "NotFound", "There is nothing at this address.");
    public static readonly DirectLineError NotJson = new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "Send JSON as application/json.");
    public static readonly DirectLineError NotMultipart = new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "Send an upload as multipart/form-data.");
    public static readonly DirectLineError NotAPicture = new(StatusCodes.Status415UnsupportedMediaType, "NotAPicture", "Only pictures can be taken: PNG, JPEG, WebP or GIF.");
    public static readonly DirectLineError PictureTooLarge = new(StatusCodes.Status413PayloadTooLarge, "PictureTooLarge", "A picture may have up to 10 MB.");
    public static readonly DirectLineError TooManyPictures = new(StatusCodes.Status413PayloadTooLarge, "TooManyPictures", "Up to five pictures can be sent.");
    public static readonly DirectLineError TooLarge = new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "A message may have up to 256 KB.");
    public static readonly DirectLineError TextTooLong = new(StatusCodes.Status400BadRequest, "TextTooLong", "A text may have up to 16,000 characters.");
    public static readonly DirectLineError Malformed = new(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not what this address expects.");
    public static readonly DirectLineError BadArgument = new(StatusCodes.Status400BadRequest, "BadArgument", "The activity has a missing, unknown or wrong-typed member.");
    public static readonly DirectLineError BadWatermark = new(StatusCodes.Status400BadRequest, "BadArgument", "The watermark is not one of this conversation.");
    public static readonly DirectLineError Flooded = new(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many chats were opened from here. Try again in a moment.");
    public static readonly DirectLineError NotSaved = new(StatusCodes.Status503ServiceUnavailable, "NotSaved", "Nothing was saved. In an emergency call 911. Call or text 988 at any time.");
    public static readonly DirectLineError Broken = new(StatusCodes.Status500InternalServerError, "ServiceError", "Something went wrong here. In an emergency call 911. Call or text 988 at any time.");

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        return DirectLineJson.SendAsync(context, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error");
            writer.WriteString("code", Code);
            writer.WriteString("message", Message);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }
}
