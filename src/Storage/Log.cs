using Microsoft.Extensions.Logging;

namespace SupportBot.Storage;

/// <summary>Everything storage logs: ids of this program, counts, names of failures. 5000–5099.</summary>
internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Information, "Storage is ready: {Provider}")]
    public static partial void Ready(ILogger log, string provider);

    [LoggerMessage(5002, LogLevel.Error, "The database cannot be written: {Failure} {Code}; {Count} writings failed")]
    public static partial void CannotWrite(ILogger log, string failure, int code, int count);

    [LoggerMessage(5003, LogLevel.Warning, "A connection to the database could not be closed: {Failure}")]
    public static partial void CannotClose(ILogger log, string failure);

    [LoggerMessage(5004, LogLevel.Information, "{Count} unattended conversations were wiped; journal emptied: {Emptied}")]
    public static partial void Wiped(ILogger log, int count, bool emptied);

    [LoggerMessage(5005, LogLevel.Critical, "The audit chain is broken at record {Seq}")]
    public static partial void ChainBroken(ILogger log, long seq);

    [LoggerMessage(5006, LogLevel.Error, "A sealed value of {Table} did not open where it was found")]
    public static partial void DoesNotOpen(ILogger log, string table);
}
