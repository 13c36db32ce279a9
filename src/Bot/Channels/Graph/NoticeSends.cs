using SupportBot.Cases;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>What an outcome of Graph means for a send.</summary>
internal static class NoticeSends
{
    // As for cards: an urgent notice may come twice sooner than not at all.
    private static readonly TimeSpan UrgentAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RoutineAgain = TimeSpan.FromSeconds(60);

    public static SendOutcome Of(NoticeOutcome outcome, Notice notice) => outcome.Result switch
    {
        NoticeResult.Sent => new(SendKind.Sent),
        NoticeResult.Unreachable => new(SendKind.Unreachable, Code: outcome.Code),
        NoticeResult.Later => new(SendKind.Later, outcome.After > TimeSpan.Zero ? outcome.After : notice.Urgent ? UrgentAgain : RoutineAgain, outcome.Code),
        NoticeResult.NotTried => new(SendKind.NotItsTurn, outcome.After > TimeSpan.Zero ? outcome.After : UrgentAgain, outcome.Code),
        _ => new(SendKind.NothingToSay),
    };
}
