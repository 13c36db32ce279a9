using SupportBot.Console;

namespace SupportBot.Bot;

/// <summary>Finds hires whom the directory did not know when HR told of them.</summary>
public sealed class HireWorker(HireImport hires, TimeProvider time, ILogger<HireWorker> log) : WorkLoop(time, log)
{
    protected override TimeSpan Pause => TimeSpan.FromMinutes(15);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        await hires.FindWaitingAsync(cancel);
        return false;
    }
}
