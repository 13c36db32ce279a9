using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Whoever sits in a session types the code that stands on its wall. Which session it is follows from the code.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed class CheckInPage(District district, CheckInDesk desk, SessionWords words) : StaffPage(district)
{
    public SessionWords Words => words;

    public string? Refused { get; private set; }

    /// <summary>Sessions of today in which the person has a seat.</summary>
    public IReadOnlyList<MySession> Today { get; private set; } = [];

    /// <summary>The session that the person was just checked in to.</summary>
    public Session? Done { get; private set; }

    public DateTimeOffset OpensAt(Session session) => desk.OpensAt(session);

    public async Task OnGetAsync(CancellationToken cancel) => Today = await desk.TodayAsync(Me, cancel);

    public async Task<IActionResult> OnPostCodeAsync([FromForm] string? code, CancellationToken cancel)
    {
        var answer = await desk.CheckInAsync(Me, code ?? "", cancel);
        Today = await desk.TodayAsync(Me, cancel);
        switch (answer)
        {
            case { Outcome: CheckInOutcome.TooOften }:
                return Refuse("You have tried many codes. Please wait five minutes, or talk to whoever leads the session: they can let you in.", 429);
            case { Outcome: CheckInOutcome.NoSession }:
                return Refuse("You have no seat in a session of today. Please talk to whoever leads the session: they can give you one.", 422);
            case { Outcome: CheckInOutcome.WrongCode }:
                return Refuse("This is not the code of a session in which you have a seat, or it has changed meanwhile. Please type the six digits that stand on the wall now.", 422);
            case { Refused: { } refused, Session: { } session }:
                return Refuse(words.Of(refused, session), 409);
            default:
                Done = answer.Session;
                return Page();
        }
    }

    private PageResult Refuse(string sentence, int status)
    {
        (Refused, Response.StatusCode) = (sentence, status);
        return Page();
    }
}
