using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// What those on the roll of a session need to take part, for those who lead it. A page of its own, because the roll is often shown on a wall.
/// </summary>
[Authorize(ConsolePolicies.Training)]
public sealed class AccommodationsPage(District district, ITrainingRolls rolls, AccommodationDesk desk, SessionWords words) : StaffPage(district)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Never null once a page is shown.</summary>
    public Session Session { get; private set; } = null!;

    public SessionWords Words => words;

    public string Address => $"{SessionPage.AddressOf(Id)}/accommodations";

    public IReadOnlyList<Accommodation> Asked { get; private set; } = [];

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancel)
    {
        if (await rolls.FindAsync(Id, cancel) is not { } roll || await desk.ReadAsync(Me, roll.Session, cancel) is not { } asked) return new UnseenResult();
        (Session, Asked) = (roll.Session, asked);
        Done = done == "arranged" ? "They are told that it is taken care of." : null;
        return Page();
    }

    public async Task<IActionResult> OnPostArrangedAsync([FromForm] string? person, CancellationToken cancel)
    {
        if (await rolls.FindAsync(Id, cancel) is not { } roll || !TrainingSight.MayLead(Me, roll.Session)) return new UnseenResult();
        // Said twice, or taken back meanwhile: the page shows how it stands.
        return LocalRedirect(await desk.ArrangeAsync(Me, roll.Session, person ?? "", cancel) ? $"{Address}?done=arranged" : Address);
    }
}
