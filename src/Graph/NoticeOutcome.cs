namespace SupportBot.Graph;

public enum NoticeResult
{
    Sent,

    /// <summary>This person cannot be reached this way, now or later.</summary>
    Unreachable,

    /// <summary>Not sent, or nobody knows whether it was.</summary>
    Later,

    /// <summary>Nothing was tried: the channel rests.</summary>
    NotTried,

    /// <summary>This district does not use the channel.</summary>
    NotConfigured,
}

/// <summary>What became of one notice.</summary>
/// <param name="After">When to try again; nothing leaves that to the caller.</param>
/// <param name="Code">For the audit; never words.</param>
public sealed record NoticeOutcome(NoticeResult Result, TimeSpan After = default, string Code = "");
