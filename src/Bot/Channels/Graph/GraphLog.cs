using SupportBot.Console;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>Log lines of what the bot does through Graph: 2030 to 2049.</summary>
internal static partial class GraphLog
{
    [LoggerMessage(EventId = 2030, Level = LogLevel.Information, Message = "The app for {PersonId}: {Result} {Code}")]
    public static partial void Installed(ILogger logger, string personId, NoticeResult result, string code);

    [LoggerMessage(EventId = 2031, Level = LogLevel.Information, Message = "The meeting's report of session {Session}: {Outcome} {Code}")]
    public static partial void ReportRead(ILogger logger, Guid session, MeetingOutcome outcome, string code);
}
