using SupportBot.Console;

namespace SupportBot.Bot.Calendars;

/// <summary>Log lines about events of sessions: 2100 to 2119. Ids, counts and codes only.</summary>
internal static partial class CalendarLog
{
    [LoggerMessage(EventId = 2100, Level = LogLevel.Information, Message = "Sessions of trainings go to calendars by: {Way}")]
    public static partial void Way(ILogger logger, CalendarWay way);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "The event of session {Session} is in step ({Guests} guests, moved {Sequence} times)")]
    public static partial void InStep(ILogger logger, Guid session, int guests, int sequence);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "The event of session {Session}: {Result} ({Code}, attempt {Attempts})")]
    public static partial void NotTaken(ILogger logger, Guid session, CalendarResult result, string code, int attempts);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "The event of session {Session} was deleted by hand")]
    public static partial void Deleted(ILogger logger, Guid session);

    [LoggerMessage(EventId = 2104, Level = LogLevel.Information, Message = "Session {Session} was moved by hand in its calendar, and has followed")]
    public static partial void MovedByHand(ILogger logger, Guid session);

    [LoggerMessage(EventId = 2105, Level = LogLevel.Error, Message = "The event of session {Session} could not be worked on (attempt {Attempts}): {ErrorType}")]
    public static partial void Failed(ILogger logger, Guid session, int attempts, string errorType);

    [LoggerMessage(EventId = 2106, Level = LogLevel.Warning, Message = "Changes by hand in the calendar could not be read: {Code}")]
    public static partial void ChangesNotRead(ILogger logger, string code);

    [LoggerMessage(EventId = 2107, Level = LogLevel.Debug, Message = "Graph tells of the calendar ({Count} notifications, of the subscription itself: {IsOfItself}): changes are looked for now")]
    public static partial void Told(ILogger logger, int count, bool isOfItself);

    [LoggerMessage(EventId = 2108, Level = LogLevel.Warning, Message = "{Count} notifications were ignored: they did not show our secret. More of them are not told of for a minute")]
    public static partial void NotOurs(ILogger logger, int count);

    [LoggerMessage(EventId = 2109, Level = LogLevel.Information, Message = "Graph tells of changes in the calendar until {Until:u} (subscription {Subscription})")]
    public static partial void Subscribed(ILogger logger, string subscription, DateTimeOffset until);

    [LoggerMessage(EventId = 2110, Level = LogLevel.Warning, Message = "Graph does not take the subscription ({Code}, attempt {Attempts}): changes in the calendar are found within a minute")]
    public static partial void NotSubscribed(ILogger logger, string code, int attempts);

    [LoggerMessage(EventId = 2111, Level = LogLevel.Information, Message = "Graph has lost the subscription {Subscription}: another one is made")]
    public static partial void SubscriptionLost(ILogger logger, string subscription);
}
