using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>One session: what, when, where, how many. Who comes is shown to whoever leads it, human resources and the training lead; everybody else sees counts.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed class SessionPage(District district, ITrainingRolls rolls, SessionDesk desk, FeedbackDesk feedback, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Never null once a page is shown.</summary>
    public Roll Roll { get; private set; } = null!;

    public Session Session => Roll.Session;

    public Course Course => desk.Catalogue.Course(Session.CourseId)!;

    public SessionWords Words => words;

    public bool SeesRoll => TrainingSight.SeesRoll(Me, Session);

    public bool MayLead => TrainingSight.MayLead(Me, Session);

    public bool MayChange => MayLead && Session.State == SessionState.Scheduled;

    public bool HasBegun => clock.GetUtcNow() >= Session.Starts;

    /// <summary>True where the person has a seat and feedback is asked for now.</summary>
    public bool IsAsked => feedback.MomentOf(Me, Roll) is not null;

    /// <summary>Where the page of a session is.</summary>
    public static string AddressOf(Guid id) => $"/console/training/sessions/{id:D}";

    public string? Done { get; private set; }

    public string? Refused { get; private set; }

    /// <summary>Who has a seat or had one, in order of arrival; then the waiting list in its own order; then those who left it.</summary>
    public IReadOnlyList<Enrolment> Listed => [.. Roll.Enrolments.Where(HasOrHadSeat).OrderBy(e => e.Order), .. Roll.Waiting, .. Roll.Enrolments.Where(e => !e.IsLive && !HasOrHadSeat(e)).OrderBy(e => e.Order)];

    public IReadOnlyList<(string Words, string Value)> CourseFacts =>
    [
        ("Length", $"{Course.Minutes} minutes"),
        .. Course.Prerequisites.Count == 0 ? [] : new[] { ("Comes after", string.Join("; ", Course.Prerequisites.Select(one => string.Join(" or ", one.Select(words.CodeOf))))) },
        .. Course.Pdu > 0 ? new[] { ("Credit", $"{Course.Pdu:0.##} PDU") } : [],
    ];

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } roll) return new UnseenResult();
        Roll = roll;
        Done = done switch
        {
            "scheduled" => "The session is in the calendar.",
            "changed" => "The session is changed.",
            "closed" => "The roll is closed. Whoever completed the course has a certificate.",
            _ => null,
        };
        return Page();
    }

    /// <summary>The roll as a list for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetRosterAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } roll || !TrainingSight.SeesRoll(Me, roll.Session)) return new UnseenResult();
        Roll = roll;
        return File(RosterFile.Of(roll, Listed, District, words), RosterFile.MediaType, "roster.csv");
    }

    /// <summary>The session for a calendar program.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel) =>
        await FindAsync(cancel) is { } roll ? File(SessionCalendarFile.Of([roll.Session], desk.Catalogue, words), SessionCalendarFile.MediaType, "training-session.ics") : new UnseenResult();

    public async Task<IActionResult> OnPostOffAsync([FromForm] string? sure, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } roll || !TrainingSight.MayLead(Me, roll.Session)) return new UnseenResult();
        Roll = roll;
        if (sure != "yes") return Refuse("Please confirm that the session is called off for everybody.", 422);
        var result = await desk.CallOffAsync(Me, Id, cancel);
        if (result is not { Refused: { } refused }) return LocalRedirect($"{CalendarPage.Address}?done=called-off");
        return Refuse(words.Of(refused, roll.Session), 409);
    }

    private async Task<Roll?> FindAsync(CancellationToken cancel) => await rolls.FindAsync(Id, cancel) is { } roll && desk.Catalogue.Course(roll.Session.CourseId) is not null ? roll : null;

    private static bool HasOrHadSeat(Enrolment e) =>
        e.HoldsSeat || e.State is EnrolmentState.Attended or EnrolmentState.Partial or EnrolmentState.NoShow or EnrolmentState.Excused or EnrolmentState.Completed;

    private PageResult Refuse(string sentence, int status)
    {
        (Refused, Response.StatusCode) = (sentence, status);
        return Page();
    }
}
