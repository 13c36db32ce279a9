using SupportBot.Console;

namespace SupportBot.Bot;

/// <summary>Ends offers of seats that nobody took in time, and asks the next in line. Whom it concerns is told with the same commit.</summary>
public sealed class OffersWorker(ITrainingRolls rolls, TrainingDesk desk, TimeProvider time, ILogger<OffersWorker> log) : WorkLoop(time, log)
{
    private const int Most = 50;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(30);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var due = await rolls.DueAsync(Time.GetUtcNow(), Most, cancel);
        var moved = 0;
        foreach (var session in due)
            if (await desk.PassAsync(session, cancel) > 0) moved++;

        if (moved > 0) Log.OffersPassed(log, moved);
        return moved == Most;
    }
}
