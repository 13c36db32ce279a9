using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Whoever sits in a session types the code that stands on its wall. Which session it is follows from the code.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed class CheckInPage(District district, ITrainingRolls rolls, ICheckInSecrets secrets, SessionDesk desk, CheckInTries tries, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    public SessionWords Words => words;

    public string? Refused { get; private set; }

    /// <summary>Sessions of today in which the person has a seat.</summary>
    public IReadOnlyList<MySession> Today { get; private set; } = [];

    /// <summary>The session that the person was just checked in to.</summary>
    public Session? Done { get; private set; }

    public DateTimeOffset OpensAt(Session session) => session.Starts - desk.Catalogue.Rules.CheckInBefore;

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostCodeAsync([FromForm] string? code, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (!tries.Take(Me.Id)) return Refuse("You have tried many codes. Please wait five minutes, or talk to whoever leads the session: they can let you in.", 429);
        if (Today.Count == 0) return Refuse("You have no seat in a session of today. Please talk to whoever leads the session: they can give you one.", 422);
        var (now, holds) = (clock.GetUtcNow(), desk.Catalogue.Rules.CodeHolds);
        var found = Today.FirstOrDefault(m => CheckInCode.Counts(code ?? "", now, secrets.Of(m.Session.Id), holds));
        if (found is null) return Refuse("This is not the code of a session in which you have a seat, or it has changed meanwhile. Please type the six digits that stand on the wall now.", 422);
        var result = await desk.CheckInAsync(Me, found.Session.Id, cancel);
        if (result is { Refused: { } refused }) return Refuse(words.Of(refused, found.Session), 409);
        Done = found.Session;
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var mine = await rolls.OfPersonAsync(Me.Id, clock.GetUtcNow(), cancel);
        Today = [.. mine.Where(m => m.Enrolment.State == EnrolmentState.Enrolled && desk.DayOf(m.Session) == desk.CalendarOf(m.Session).Today(clock.GetUtcNow()))];
    }

    private PageResult Refuse(string sentence, int status)
    {
        (Refused, Response.StatusCode) = (sentence, status);
        return Page();
    }
}
