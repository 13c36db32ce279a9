using Microsoft.Bot.Schema;
using SupportBot.Wire;

namespace SupportBot.Dialogs;

/// <summary>Step 7 of a turn: one transaction for the dedupe key, the conversation, its cases and everything they promised.</summary>
internal sealed class CommitStep(ITurnStore store)
{
    /// <summary>An unattended conversation is wiped after this long (trust T-03).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Where the person is known anyway, work in the middle of a protocol waits for them longer (district default).</summary>
    public static readonly TimeSpan LifetimeOfKnown = TimeSpan.FromDays(7);

    /// <summary>Time that the turn's own process has to send what it said, before a worker does.</summary>
    private static readonly TimeSpan OwnTry = TimeSpan.FromSeconds(30);

    public Task<CommitResult> RunAsync(TurnWork work, IReadOnlyList<Activity> replies, CancellationToken cancel) =>
        store.CommitAsync(
            new TurnCommit
            {
                Key = work.Turn.Key,
                Lockbox = work.Turn.Lockbox,
                ExpectedRevision = work.Conversation?.Revision ?? 0,
                DedupeKeys = DedupeKeys(work),
                Nonce = work.Turn.Program?.Nonce,
                State = work.Talk.Write(),
                ServerMayGoOn = work.ServerMayGoOn,
                WaitsForCase = work.WaitsForCase,
                Replies = Kept(work, replies),
                Outgoing = Outgoing(work, replies),
                OutgoingDue = work.IsFromPerson ? work.Now + OwnTry : work.Now,
                Cases = work.Cases(),
                Timers = work.Timers,
                Pinned = work.Pinned,
                HandOvers = work.HandOvers,
                Tallies = work.Tallies,
                Handed = work.Handed,
                Taken = work.Taken,
                ExpiresAt = work.Now + (work.Traits.Anonymous ? Lifetime : LifetimeOfKnown),
            },
            cancel);

    /// <summary>What the channel shows of this turn: where it keeps a transcript, the person's own activity comes first.</summary>
    public static IReadOnlyList<Activity> Shown(TurnWork work, IReadOnlyList<Activity> replies) =>
        work.Traits.KeepsTranscript && work.IsFromPerson && work.Activity.Type == ActivityTypes.Message ? [work.Activity, .. replies] : replies;

    private static ReadOnlyMemory<byte>[] Kept(TurnWork work, IReadOnlyList<Activity> replies) =>
        work.Traits.KeepsTranscript ? [.. Shown(work, replies).Select(a => (ReadOnlyMemory<byte>)ActivityJson.Write(a))] : [];

    // Each with its whole address: whoever sends them later knows nothing else of the turn.
    private static ReadOnlyMemory<byte>[] Outgoing(TurnWork work, IReadOnlyList<Activity> replies)
    {
        if (work.Traits.KeepsTranscript || replies.Count == 0 || work.Talk.Address is not { } address) return [];
        foreach (var reply in replies) address.On(reply, work.Turn.Key.Channel);
        return [.. replies.Select(r => (ReadOnlyMemory<byte>)ActivityJson.Write(r))];
    }

    private static List<string> DedupeKeys(TurnWork work)
    {
        List<string> keys = [];
        if (work.Turn.Program is { HandOver: { } handOver } talk) keys.Add($"hand-over|{talk.RunId}|{handOver.DedupeKey}");
        else if (work.Turn.Program is { } program) keys.Add($"program|{program.RunId}|{program.Token}|{program.JoinedBy}");
        else if (work.Activity.Id is { Length: > 0 } id) keys.Add($"activity|{id}");
        if (work.Turn.Nonce is { } nonce) keys.Add($"nonce|{nonce}");
        return keys;
    }
}
