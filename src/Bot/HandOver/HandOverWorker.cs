using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Takes the news of live hand-overs to the person who joined.</summary>
public sealed class HandOverWorker(HandOvers handOvers, HandOverPost post, ICaseBook cases, IEnumerable<ICounselorLine> lines, HandOverTerms terms, TimeProvider time, ILogger<HandOverWorker> log)
    : WorkLoop(time, log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Somebody without a chat may open one while the talk goes on, and is then told everything.
    private static readonly TimeSpan Unreached = TimeSpan.FromSeconds(30);

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var items = await post.ClaimAsync(Time.GetUtcNow(), 50, Lease, cancel);
        foreach (var item in items)
        {
            try
            {
                if (!terms.Teams || await TellAsync(item, cancel) || !await IsOpenAsync(item, cancel)) await post.CompleteAsync(item);
                else await post.RetryAsync(item, Time.GetUtcNow() + Unreached);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                var wait = TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(item.Attempts, 6)));
                log.HandOverNewsFailed(item.Id, item.Attempts, e.GetType().Name);
                await post.RetryAsync(item, Time.GetUtcNow() + wait);
            }
        }

        return items.Count > 0;
    }

    /// <returns>False where the person was reached in no way.</returns>
    private async Task<bool> TellAsync(HandOverNewsItem item, CancellationToken cancel)
    {
        if (await cases.FindAsync(item.CaseId, cancel) is not { } @case) return true;
        // Kept out meanwhile: nothing more of the case goes to that person.
        if (@case.Excluded.Contains(item.PersonId)) return true;
        var words = await handOvers.WordsOfAsync(item, cancel);
        var reached = false;
        foreach (var line in lines) reached |= await line.TellAsync(item.PersonId, @case.Number, item.Id, item.Kind, words, cancel);
        return reached;
    }

    private async Task<bool> IsOpenAsync(HandOverNewsItem item, CancellationToken cancel) =>
        await handOvers.OfCaseAsync(item.CaseId, cancel) is { IsOpen: true } open && open.Id == item.HandOver;
}
