using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The lines without the page around them, for an open page that looks for news. No sign of life: its path is one that asks by itself.</summary>
public sealed class TalkFragment(District district, CaseWork work, ITalks talks, ICaseBook book, RefusalWords names, SchoolTime time) : TalkPage(district, work, talks, book, names, time)
{
    private readonly CaseWork _work = work;

    public async Task<IActionResult> OnGetLinesAsync(CancellationToken cancel)
    {
        if (await _work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        await LookAsync(seen, audits: false, cancel);
        return Page();
    }
}
