using Microsoft.Extensions.Logging;

namespace SupportBot.Graph;

/// <summary>Log lines of the sending half: 2000 to 2049. Names of channels and codes only.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Warning, Message = "Graph: {Channel} does not work ({Kind}, {Code})")]
    public static partial void IsDown(ILogger logger, GraphChannel channel, GraphFailureKind kind, string code);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Graph: {Channel} works again")]
    public static partial void WorksAgain(ILogger logger, GraphChannel channel);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Graph: {Channel} has failed too often and is not asked for {Seconds} s")]
    public static partial void Resting(ILogger logger, GraphChannel channel, double seconds);
}
