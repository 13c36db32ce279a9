using Microsoft.Extensions.Logging;

namespace SupportBot.Console;

/// <summary>What the console writes to the log: ids and outcomes, never a word of a person.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Information, "Person {PersonId} signed in as a demo person")]
    public static partial void SignedIn(ILogger log, string personId);

    [LoggerMessage(6001, LogLevel.Information, "Case {CaseId}: {Verb} by {PersonId}")]
    public static partial void Worked(ILogger log, Guid caseId, string verb, string personId);

    [LoggerMessage(6002, LogLevel.Information, "Case {CaseId}: {Verb} by {PersonId} refused: {Refusal}")]
    public static partial void Refused(ILogger log, Guid caseId, string verb, string personId, string refusal);

    [LoggerMessage(6003, LogLevel.Information, "Case {CaseId}: {Verb} by {PersonId} came too late, the case had changed")]
    public static partial void CameTooLate(ILogger log, Guid caseId, string verb, string personId);

    [LoggerMessage(6004, LogLevel.Error, "Case {CaseId}: its plan {Protocol} is on no shelf")]
    public static partial void PlanMissing(ILogger log, Guid caseId, string protocol);

    [LoggerMessage(6005, LogLevel.Error, "A page of the console failed with {Failure}{Trace}")]
    public static partial void PageFailed(ILogger log, string failure, string? trace);

    [LoggerMessage(6006, LogLevel.Information, "Person {PersonId} signed in through Microsoft Entra, in {Place}")]
    public static partial void SignedInByEntra(ILogger log, string personId, string place);

    [LoggerMessage(6007, LogLevel.Warning, "A sign-in through Microsoft Entra was refused: {Reason}")]
    public static partial void SignInRefused(ILogger log, string reason);

    [LoggerMessage(6009, LogLevel.Information, "Person {PersonId} brought absence figures: {Added} added, {There} there already")]
    public static partial void AbsencesImported(ILogger log, string personId, int added, int there);

    [LoggerMessage(6008, LogLevel.Information, "Staff sign in {How}")]
    public static partial void HowStaffSignIn(ILogger log, string how);

    [LoggerMessage(6020, LogLevel.Information, "Person {PersonId} brought hires: {Added} added, {Changed} changed")]
    public static partial void HiresBrought(ILogger log, string personId, int added, int changed);

    [LoggerMessage(6022, LogLevel.Information, "Person {PersonId} brought earlier completions: {Added} added, {There} there already")]
    public static partial void EarlierBrought(ILogger log, string personId, int added, int there);

    [LoggerMessage(6021, LogLevel.Information, "{Count} hires were found in the directory")]
    public static partial void HiresFound(ILogger log, int count);
}
