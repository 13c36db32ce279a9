using Microsoft.Extensions.Logging;

namespace SupportBot.Bot;

/// <summary>Log lines of the web chat: endpoints and kinds of errors. No id of a conversation, no address, no word.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 3000, Level = LogLevel.Error, Message = "A request of the anonymous site failed at {Endpoint}: {ErrorType}")]
    public static partial void WebChatRequestFailed(this ILogger logger, string endpoint, string errorType);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "A chat that its person left could not be wiped at once and waits for its expiry: {ErrorType}")]
    public static partial void WebChatNotWiped(this ILogger logger, string errorType);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Information, Message = "A web chat call was refused: {Status} {Code}")]
    public static partial void WebChatRefused(this ILogger logger, int status, string code);
}
