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

    [LoggerMessage(EventId = 311, Level = LogLevel.Error, Message = "Send {Id} by {Channel} failed (attempt {Attempts}): {ErrorType}")]
    public static partial void SendFailed(this ILogger logger, long id, string channel, int attempts, string errorType);

    [LoggerMessage(EventId = 312, Level = LogLevel.Warning, Message = "Case {Number}: {Person} cannot be reached by {Channel} ({Code})")]
    public static partial void Unreachable(this ILogger logger, string number, string person, string channel, string code);

    [LoggerMessage(EventId = 313, Level = LogLevel.Warning, Message = "Case {Number}: nobody of {Role} can be reached; the next rung is called at once")]
    public static partial void RungSkipped(this ILogger logger, string number, string role);

    [LoggerMessage(EventId = 314, Level = LogLevel.Warning, Message = "A card's button was refused: {Reason}")]
    public static partial void ActionRefused(this ILogger logger, string reason);

    [LoggerMessage(EventId = 315, Level = LogLevel.Critical, Message = "The Teams connector does not know this bot: nothing goes out ({Status})")]
    public static partial void OurCredentials(this ILogger logger, int? status);

    [LoggerMessage(EventId = 316, Level = LogLevel.Warning, Message = "A card of case {Number} could not be brought up to date: {Reason}")]
    public static partial void CardNotUpdated(this ILogger logger, string number, string reason);

    [LoggerMessage(EventId = 317, Level = LogLevel.Information, Message = "Case {Number} acknowledged in Teams by {Person}")]
    public static partial void AcknowledgedInTeams(this ILogger logger, string number, string person);

    [LoggerMessage(EventId = 318, Level = LogLevel.Debug, Message = "That somebody is at it could not be shown: {ErrorType}")]
    public static partial void NotTyped(this ILogger logger, string errorType);

    [LoggerMessage(EventId = 319, Level = LogLevel.Warning, Message = "A line of the chat of case {Number} could not be told to {Person} in Teams: {Reason}")]
    public static partial void LineNotTold(this ILogger logger, string number, string person, string reason);

    [LoggerMessage(EventId = 322, Level = LogLevel.Warning, Message = "Replies of a turn could not be sent (attempt {Attempts}): {Reason}")]
    public static partial void ReplyNotSent(this ILogger logger, int attempts, string reason);

    [LoggerMessage(EventId = 323, Level = LogLevel.Warning, Message = "The card that was answered could not be exchanged: {Reason}")]
    public static partial void OldCardStays(this ILogger logger, string reason);

    [LoggerMessage(EventId = 324, Level = LogLevel.Information, Message = "Case {Number} was kept as long as its plan says and is shredded")]
    public static partial void CaseShredded(this ILogger logger, string number);

    [LoggerMessage(EventId = 325, Level = LogLevel.Information, Message = "Case {Number} was kept as long as its plan says; {Role} is asked")]
    public static partial void AskedToKeep(this ILogger logger, string number, string role);

    [LoggerMessage(EventId = 326, Level = LogLevel.Information, Message = "{Count} absence figures of a school year that is over were removed")]
    public static partial void AbsencesForgotten(this ILogger logger, int count);

    [LoggerMessage(EventId = 342, Level = LogLevel.Information, Message = "{Count} requests for accommodations of sessions long past were removed")]
    public static partial void AccommodationsForgotten(this ILogger logger, int count);

    [LoggerMessage(EventId = 327, Level = LogLevel.Information, Message = "{Count} resources are to be verified: told {Role}")]
    public static partial void AskedToVerify(this ILogger logger, int count, string role);

    [LoggerMessage(EventId = 343, Level = LogLevel.Information, Message = "The review of {Count} protocols comes due: told {Role}")]
    public static partial void AskedToReview(this ILogger logger, int count, string role);

    [LoggerMessage(EventId = 340, Level = LogLevel.Information, Message = "{Count} addressees are told of trainings that are overdue")]
    public static partial void ToldOfDues(this ILogger logger, int count);

    [LoggerMessage(EventId = 341, Level = LogLevel.Information, Message = "Told {Count} people that courses of theirs end soon")]
    public static partial void AskedToRenew(this ILogger logger, int count);

    [LoggerMessage(EventId = 344, Level = LogLevel.Information, Message = "Asked {Count} people for feedback on a training once more")]
    public static partial void AskedAgain(this ILogger logger, int count);

    [LoggerMessage(EventId = 345, Level = LogLevel.Information, Message = "{Count} addressees are told of people who were not at trainings")]
    public static partial void ToldOfNoShows(this ILogger logger, int count);

    [LoggerMessage(EventId = 346, Level = LogLevel.Information, Message = "Welcomed {Count} new hires")]
    public static partial void Welcomed(this ILogger logger, int count);

    [LoggerMessage(EventId = 307, Level = LogLevel.Critical, Message = "Content: {Fault}")]
    public static partial void ContentFault(this ILogger logger, string fault);

    [LoggerMessage(EventId = 308, Level = LogLevel.Warning, Message = "Content: {Fault}")]
    public static partial void ContentWarning(this ILogger logger, string fault);

    [LoggerMessage(EventId = 310, Level = LogLevel.Critical, Message = "The process does not become ready: {Reason}")]
    public static partial void CannotStart(this ILogger logger, string reason);

    [LoggerMessage(EventId = 329, Level = LogLevel.Information, Message = "The year begins {Entry} of {Protocol} at {Schools} schools")]
    public static partial void YearBegan(ILogger logger, string protocol, string entry, int schools);

    [LoggerMessage(EventId = 328, Level = LogLevel.Warning, Message = "{What}")]
    public static partial void StartsWithout(this ILogger logger, string what);

    [LoggerMessage(EventId = 320, Level = LogLevel.Information, Message = "Hand-over of case {Number}: {Act} by {PersonId}: {Answer}")]
    public static partial void HandOverAct(this ILogger logger, string number, string act, string personId, Console.TalkAnswer answer);

    [LoggerMessage(EventId = 321, Level = LogLevel.Error, Message = "News {Id} of a hand-over could not be told (attempt {Attempts}): {ErrorType}")]
    public static partial void HandOverNewsFailed(this ILogger logger, long id, int attempts, string errorType);

    [LoggerMessage(EventId = 329, Level = LogLevel.Information, Message = "Steps in the console: {Act} by {PersonId}: {Outcome}")]
    public static partial void StepsAct(this ILogger logger, string act, string personId, Console.StepsOutcome outcome);

    [LoggerMessage(EventId = 309, Level = LogLevel.Information, Message = "Content is sound: {Summary}")]
    public static partial void ContentSound(this ILogger logger, string summary);
}
