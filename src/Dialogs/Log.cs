using Microsoft.Extensions.Logging;

namespace SupportBot.Dialogs;

/// <summary>Every log line of this project: ids, counts and outcomes. Never a word that a person wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Information, Message = "A turn met another turn's commit and is run again (attempt {Attempt})")]
    public static partial void TurnConflicted(this ILogger logger, int attempt);

    [LoggerMessage(EventId = 101, Level = LogLevel.Critical, Message = "The store cannot be written: a turn on {Channel} was not saved ({ErrorType})")]
    public static partial void StoreUnavailable(this ILogger logger, string channel, string errorType);

    [LoggerMessage(EventId = 102, Level = LogLevel.Critical, Message = "A turn on {Channel} failed and was not saved: {Reference} {ErrorType} at {Place}")]
    public static partial void TurnFailed(this ILogger logger, string channel, string reference, string errorType, string place);
}
