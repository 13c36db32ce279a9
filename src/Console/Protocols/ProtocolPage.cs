using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>
/// One version of one protocol: chart, steps, clocks, review, languages. With a case, the steps that its report walked are marked;
/// whoever may not see that case gets what they would get if there were none.
/// </summary>
public class ProtocolPage(District district, ProtocolShelf shelf, CaseWork work, SchoolTime time, ConsoleOptions options, ProtocolWords words, ReviewBoard reviews) : StaffPage(district)
{
    public Protocol Protocol { get; private set; } = null!;

    /// <summary>The case whose way is marked, if any.</summary>
    public Case? Case { get; private set; }

    public SchoolTime Time => time;

    public ConsoleOptions Options => options;

    public ProtocolWords Words => words;

    public ReviewBoard Reviews => reviews;

    public IReadOnlyList<string> Walked => Case?.Walked ?? [];

    public RecalledVersion? Recall => shelf.Recalls.FirstOrDefault(r => r.Protocol == Protocol.Key);

    public int Versions => shelf.Versions(Protocol.Id).Count;

    public async Task<IActionResult> OnGetAsync(string id, int version, [FromQuery(Name = "case")] string? number, CancellationToken cancel)
    {
        if (shelf.Get(new ProtocolKey(id, version)) is not { } protocol) return new UnseenResult();
        Protocol = protocol;
        if (string.IsNullOrEmpty(number)) return Page();
        if (await work.FindAsync(Me, number, cancel) is not { } seen || seen.Case.Protocol != protocol.Key.ToString()) return new UnseenResult();
        Case = seen.Case;
        return Page();
    }
}
