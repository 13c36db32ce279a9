using Microsoft.Extensions.Logging;

namespace SupportBot;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "An activity was refused with {Status}.")]
    public static partial void Refused(ILogger logger, int status);
}
