using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>The check-in code of a session, to be projected: six digits that change. Nobody is named on it, because a whole room reads it.</summary>
[Authorize(ConsolePolicies.Training)]
public class CodePage(District district, ITrainingRolls rolls, ICheckInSecrets secrets, SessionDesk desk, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Never null once a page is shown.</summary>
    public Roll Roll { get; private set; } = null!;

    public SessionWords Words => words;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public TrainingRules Rules => desk.Catalogue.Rules;

    public DateTimeOffset Opens => Roll.Session.Starts - Rules.CheckInBefore;

    public DateTimeOffset Closes => Roll.Session.Starts + Rules.CheckInAfter;

    /// <summary><c>123 456</c>; null while check-in is not open.</summary>
    public string? Code { get; private set; }

    public int Here => Roll.Enrolments.Count(e => e.CheckedInAt is not null);

    public int Expected => Roll.Enrolments.Count(e => e.State == EnrolmentState.Enrolled);

    /// <summary>Seconds until another code stands there.</summary>
    public long Left => Seconds - (Now.ToUnixTimeSeconds() % Seconds);

    public long Seconds => (long)Rules.CodeHolds.TotalSeconds;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await rolls.FindAsync(Id, cancel) is not { Session.State: SessionState.Scheduled } roll || !TrainingSight.MayLead(Me, roll.Session)) return new UnseenResult();
        Roll = roll;
        if (Now >= Opens && Now <= Closes) Code = CheckInCode.At(Now, secrets.Of(Id), Rules.CodeHolds).Insert(3, " ");
        return Page();
    }
}

/// <summary>The code without the page around it, for a screen that looks for the next one.</summary>
public sealed class CodeFragment(District district, ITrainingRolls rolls, ICheckInSecrets secrets, SessionDesk desk, SessionWords words, TimeProvider clock) : CodePage(district, rolls, secrets, desk, words, clock);
