using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Whether the process lives, and whether it can keep its promises. No detail for anonymous callers.</summary>
internal static class Health
{
    // A loop that has not finished a round for this long stands still.
    private static readonly TimeSpan Still = TimeSpan.FromMinutes(3);

    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", () => Results.Text("alive"));
        health.MapGet("/ready", async (Store store, OutboxWorker outbox, DeadlineWorker deadlines, TimeProvider time, CancellationToken cancel) =>
        {
            var now = time.GetUtcNow();
            var ready = await store.ProbeAsync(cancel) && now - outbox.LastTick < Still && now - deadlines.LastTick < Still;
            return ready ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        });
    }
}
