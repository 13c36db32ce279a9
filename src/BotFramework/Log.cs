using Microsoft.Extensions.Logging;
using SupportBot.Connector;

namespace SupportBot;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "An activity was refused with {Status}.")]
    public static partial void Refused(ILogger logger, int status);

    [LoggerMessage(2, LogLevel.Information, "A caller was refused: {Fault}.")]
    public static partial void CallerRefused(ILogger logger, TokenFault fault);

    [LoggerMessage(3, LogLevel.Warning, "The signing keys of the channel could not be fetched: {Failure}. Those known before are used for up to a day.")]
    public static partial void KeysNotFetched(ILogger logger, string failure);
}
