using Microsoft.Bot.Schema;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>What the web chat asks of the turn pipeline.</summary>
public interface IConversationTurns
{
    /// <summary>
    /// Runs one turn to its commit. The activity's <c>Id</c> is the same for every repeat of the same message, so that a repeat is
    /// found; its pictures are <see cref="Picture"/> in an attachment's <c>Content</c>. The answer's replies begin with the person's
    /// own message, as Direct Line shows it, and carry the sequence number of the first of them.
    /// </summary>
    Task<TurnAnswer> RunAsync(IncomingTurn turn, CancellationToken cancel);

    /// <summary>
    /// What was said from a sequence number on, or null where there is no such conversation or the lockbox does not open it.
    /// </summary>
    /// <param name="from">Sequence number, from 0; past the end gives an empty transcript.</param>
    Task<Transcript?> TranscriptAsync(ConversationKey key, Lockbox lockbox, int from, CancellationToken cancel);

    /// <summary>True where the conversation is stored, the lockbox opens it, and its time is not over at <paramref name="now"/>.</summary>
    Task<bool> IsKeptAsync(ConversationKey key, Lockbox lockbox, DateTimeOffset now, CancellationToken cancel);

    /// <summary>
    /// The person left: the draft, the transcript and whatever would let somebody go on with them are dropped. A case that was
    /// opened stays, and so does the timer of an urgent protocol, which must end without the person.
    /// </summary>
    Task ForgetAsync(ConversationKey key, Lockbox lockbox, CancellationToken cancel);
}

/// <param name="First">Sequence number of the first activity.</param>
/// <param name="Activities">In order, without a gap.</param>
public sealed record Transcript(int First, IReadOnlyList<Activity> Activities)
{
    /// <summary>Sequence number that the next activity of the conversation will have at the earliest.</summary>
    public int Next => First + Activities.Count;
}
