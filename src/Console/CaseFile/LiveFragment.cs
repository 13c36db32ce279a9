using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The live view without the page around it, for an open page that looks for news. The same check as the page, and no word of anybody.</summary>
public sealed class LiveFragment(District district, CaseWork work, LiveViews lives) : StaffPage(district)
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>Never null once the fragment is shown.</summary>
    public LiveView Live { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await work.FindAsync(Me, Number, cancel) is not { Case.Shredded: false } seen) return new UnseenResult();
        Live = lives.Of(seen);
        return Page();
    }
}
