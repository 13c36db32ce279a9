using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>A way to reach a person: Teams card, activity feed, mail, an SMS hook. The console inbox is not one of them: it is written in the same commit and always works.</summary>
public interface IAlertChannel
{
    /// <summary>For the audit and the list of who cannot be reached: <c>teams</c>, <c>mail</c> …</summary>
    string Name { get; }

    /// <summary>How many sends may be on their way at once.</summary>
    int AtOnce => 8;

    /// <summary>How many more may leave now, within the channel's limits; of routine ones fewer, where they leave a part of the limits to urgent ones.</summary>
    int Free(DateTimeOffset now, bool urgent) => int.MaxValue;

    /// <summary>Whether this channel has anything to say of such a notice to this person. A person is never marked unreachable on a channel that does not serve them.</summary>
    ValueTask<bool> ServesAsync(Person to, Notice notice, CancellationToken cancel);

    /// <summary>Tells one person. Case number, kind, severity, school and age at most; never a word of the report. Does not throw for what a service answers.</summary>
    Task<SendOutcome> SendAsync(Person to, SendItem item, Case @case, CancellationToken cancel);

    /// <summary>The same for a notice that belongs to no case. A channel that does not say it serves such a notice is never asked.</summary>
    Task<SendOutcome> SendAsync(Person to, SendItem item, NewsLine news, CancellationToken cancel) => Task.FromResult(new SendOutcome(SendKind.NothingToSay));
}

public enum SendKind
{
    Sent,

    /// <summary>Nothing is left to say: somebody has taken it meanwhile.</summary>
    NothingToSay,

    /// <summary>This person cannot be reached this way, now or later.</summary>
    Unreachable,

    /// <summary>Not sent, or nobody knows whether it was: to be tried again.</summary>
    Later,

    /// <summary>It was not this chat's turn yet: nothing was tried.</summary>
    NotItsTurn,
}

/// <summary>What became of one send.</summary>
/// <param name="After">When to try again, for <see cref="SendKind.Later"/> and <see cref="SendKind.NotItsTurn"/>.</param>
/// <param name="Code">Of the service, for the audit; never words.</param>
/// <param name="Card">The card that now stands in a chat.</param>
public sealed record SendOutcome(SendKind Kind, TimeSpan After = default, string Code = "", CardCopy? Card = null);
