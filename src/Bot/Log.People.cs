namespace SupportBot.Bot;

/// <summary>Log lines about the source of people: 2050 to 2099. Counts and codes only.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2050, Level = LogLevel.Information, Message = "People: {People} in force, {Came} came, {Left} left, {Refused} refusals")]
    public static partial void PeopleTaken(this ILogger logger, int people, int came, int left, int refused);

    [LoggerMessage(EventId = 2051, Level = LogLevel.Warning, Message = "People: nothing was taken from the source ({Code}); those of before stay in force")]
    public static partial void PeopleNotTaken(this ILogger logger, string code);

    [LoggerMessage(EventId = 2052, Level = LogLevel.Information, Message = "People: {People} of the last time are in force (revision {Revision})")]
    public static partial void PeopleKept(this ILogger logger, int people, long revision);
}
