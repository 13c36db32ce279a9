using Microsoft.AspNetCore.Http;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The alerts that were sent to this person, newest first.</summary>
public class InboxPage(District district, AlertBoard board, SchoolTime time, ConsoleOptions options) : StaffPage(district)
{
    public Board Board { get; private set; } = new([], []);

    public SchoolTime Time => time;

    public ConsoleOptions Options => options;

    public async Task OnGetAsync(CancellationToken cancel) => Board = await board.OfAsync(Me, Origin(), cancel);

    private Uri Origin() => options.PublicAddress ?? new Uri($"{Request.Scheme}://{Request.Host.ToUriComponent()}");
}
