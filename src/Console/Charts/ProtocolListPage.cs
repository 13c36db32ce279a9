using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>Every version of every protocol, with its review.</summary>
public sealed class ProtocolListPage(District district, ProtocolShelf shelf, TimeProvider clock) : StaffPage(district)
{
    public IReadOnlyList<Protocol> Protocols => shelf.All;

    public DateOnly Today { get; } = district.CalendarOf(null).Today(clock.GetUtcNow());

    public bool IsReviewOverdue(Protocol protocol) => protocol.ReviewDue < Today;

    public string StatusOf(Protocol protocol) => shelf.IsRecalled(protocol.Key) ? "Recalled" : protocol.Status switch
    {
        ProtocolStatus.Draft => "Draft: not in use",
        ProtocolStatus.Retired => "Retired",
        _ => "In use",
    };

    public IActionResult OnGet() => Page();
}
