using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>People on duty who cannot be reached, with what to do, for whoever answers for it.</summary>
[Authorize(ConsolePolicies.Reach)]
public sealed class ReachPage(District district, ReachBoard board, SchoolTime time) : StaffPage(district)
{
    public ReachBoard Board => board;

    public SchoolTime Time => time;

    public IReadOnlyList<OutOfReach> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => People = await board.OfAsync(Me, cancel);
}
