using System.Globalization;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// Notes in the journal that a caller named an address elsewhere to which the answers should go. Anybody can send such a call without proving anything, so the first is
/// noted at once and the rest are counted: one entry in ten minutes at the most, by which nobody can fill the journal.
/// </summary>
public sealed class RefusedCallers(ICaseBook cases, TimeProvider time, ILogger<RefusedCallers> log)
{
    /// <summary>What the journal calls it.</summary>
    public const string ServiceAddress = "service-address";

    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(10);
    private static readonly string[] Elsewhere = ["ServiceUrl", "ServiceUrlClaim"];
    private readonly Lock _gate = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private int _uncounted;

    /// <param name="rule">Name of the rule by which the caller was refused.</param>
    public async Task NoteAsync(string rule, CancellationToken cancel)
    {
        if (!Elsewhere.Contains(rule) || Due() is not { } more) return;
        var subject = string.Create(CultureInfo.InvariantCulture, $"{ServiceAddress}:{more}");
        try
        {
            await cases.NoteAsync(new AuditEntry(Guid.Empty, Actor.Program, AuditAction.CallerRefused, subject, time.GetUtcNow()), cancel);
        }
        catch (StoreUnavailableException)
        {
            // Refused it is all the same.
            Log.ActionRefused(log, ServiceAddress);
        }
    }

    /// <returns>How many were not noted since the last entry; null where none is to be made now.</returns>
    private int? Due()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now < _next)
            {
                _uncounted++;
                return null;
            }

            (_next, var more) = (now + Apart, _uncounted);
            _uncounted = 0;
            return more;
        }
    }
}
