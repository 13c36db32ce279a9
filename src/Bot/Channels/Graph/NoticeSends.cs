using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>What an outcome of Graph means for a send.</summary>
internal static class NoticeSends
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public static SendOutcome Of(NoticeOutcome outcome) => outcome.Result switch
    {
        NoticeResult.Sent => new(SendKind.Sent),
        NoticeResult.Unreachable => new(SendKind.Unreachable, Code: outcome.Code),
        // Where Graph names no time, the lane waits longer with each attempt.
        NoticeResult.Later => new(SendKind.Later, outcome.After, outcome.Code),
        NoticeResult.NotTried => new(SendKind.NotItsTurn, outcome.After > TimeSpan.Zero ? outcome.After : Soon, outcome.Code),
        _ => new(SendKind.NothingToSay),
    };
}
