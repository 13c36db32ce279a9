namespace SupportBot.Bot;

/// <summary>Log lines about trainings: 2100 to 2149. Counts only.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2100, Level = LogLevel.Information, Message = "Trainings: seats of {Sessions} sessions were offered on")]
    public static partial void OffersPassed(this ILogger logger, int sessions);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "Trainings: {People} people were reminded")]
    public static partial void Reminded(this ILogger logger, int people);

    [LoggerMessage(EventId = 2140, Level = LogLevel.Information, Message = "A file was dropped into a chat: {Outcome}")]
    public static partial void FileDropped(this ILogger logger, Dialogs.DroppedFileFault outcome);
}
