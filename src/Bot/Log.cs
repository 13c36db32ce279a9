using SupportBot.Cases;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Log lines of the host and its workers: ids, counts and outcomes only.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Information, Message = "Alert of case {Number} sent to {Role} (rung {Rung}, {People} people)")]
    public static partial void AlertSent(this ILogger logger, string number, string role, int rung, int people);

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "Case {Number}: nobody holds the role {Role} now")]
    public static partial void NobodyHoldsTheRole(this ILogger logger, string number, string role);

    [LoggerMessage(EventId = 302, Level = LogLevel.Error, Message = "Notice {Id} could not be sent (attempt {Attempts}): {ErrorType}")]
    public static partial void NoticeFailed(this ILogger logger, long id, int attempts, string errorType);

    [LoggerMessage(EventId = 303, Level = LogLevel.Error, Message = "{Loop} failed and goes on: {ErrorType}")]
    public static partial void LoopFailed(this ILogger logger, string loop, string errorType);

    [LoggerMessage(EventId = 304, Level = LogLevel.Information, Message = "Deadline of case {Number}: {Kind} {Outcome}")]
    public static partial void DeadlineFired(this ILogger logger, string number, DeadlineKind kind, Fired outcome);

    [LoggerMessage(EventId = 305, Level = LogLevel.Information, Message = "{Count} conversations wiped")]
    public static partial void ConversationsWiped(this ILogger logger, int count);

    [LoggerMessage(EventId = 306, Level = LogLevel.Critical, Message = "A turn on {Channel} failed ({Reference}): the person was told that nothing was saved")]
    public static partial void TurnFailedAlarm(this ILogger logger, string channel, string reference);

    [LoggerMessage(EventId = 307, Level = LogLevel.Critical, Message = "Content: {Fault}")]
    public static partial void ContentFault(this ILogger logger, string fault);

    [LoggerMessage(EventId = 308, Level = LogLevel.Warning, Message = "Content: {Fault}")]
    public static partial void ContentWarning(this ILogger logger, string fault);

    [LoggerMessage(EventId = 310, Level = LogLevel.Critical, Message = "The process does not become ready: {Reason}")]
    public static partial void CannotStart(this ILogger logger, string reason);

    [LoggerMessage(EventId = 320, Level = LogLevel.Information, Message = "Hand-over of case {Number}: {Act} by {PersonId}: {Answer}")]
    public static partial void HandOverAct(this ILogger logger, string number, string act, string personId, Console.TalkAnswer answer);

    [LoggerMessage(EventId = 321, Level = LogLevel.Error, Message = "News {Id} of a hand-over could not be told (attempt {Attempts}): {ErrorType}")]
    public static partial void HandOverNewsFailed(this ILogger logger, long id, int attempts, string errorType);

    [LoggerMessage(EventId = 309, Level = LogLevel.Information, Message = "Content is sound: {Summary}")]
    public static partial void ContentSound(this ILogger logger, string summary);
}
