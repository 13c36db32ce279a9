using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>One session: what, where that concerns the reader (<see cref="TitleSight"/>), when, where, how many. Who comes is shown to whoever leads it, human resources and the training lead; everybody else sees counts.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed class SessionPage(District district, ITrainingRolls rolls, SessionDesk desk, FeedbackDesk feedback, AccommodationDesk accommodations, ITrainingEvents events, TrainingSight sight, TitleSight titles, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Never null once a page is shown.</summary>
    public Roll Roll { get; private set; } = null!;

    public Session Session => Roll.Session;

    public Course Course => desk.Catalogue.Course(Session.CourseId)!;

    public SessionWords Words => words;

    /// <summary>False for whoever is not shown what it is about.</summary>
    public bool Knows { get; private set; }

    public bool SeesRoll => TrainingSight.SeesRoll(Me, Session);

    public bool MayLead => TrainingSight.MayLead(Me, Session);

    public bool MayChange => MayLead && Session.State == SessionState.Scheduled;

    public bool HasBegun => clock.GetUtcNow() >= Session.Starts;

    /// <summary>True where the person has a seat and feedback is asked for now.</summary>
    public bool IsAsked => feedback.MomentOf(Me, Roll) is not null;

    /// <summary>Where the page of a session is.</summary>
    public static string AddressOf(Guid id) => $"/console/training/sessions/{id:D}";

    /// <summary>True where the person has a seat, or waits for one, and may say what they need.</summary>
    public bool MayAsk => Roll.Of(Me.Id) is { IsLive: true } && accommodations.IsOpen(Session);

    /// <summary>What the person has asked for themselves.</summary>
    public Accommodation? Asked { get; private set; }

    /// <summary>What was typed, where it was refused.</summary>
    public string? TypedNeed { get; private set; }

    public string? NeedError { get; private set; }

    /// <summary>What others have asked for, counted, for those who lead the session.</summary>
    public (int All, int Open)? Needs { get; private set; }

    /// <summary>How the session's event stands, for those who may change the session; null for everybody else.</summary>
    public EventStanding? Event { get; private set; }

    public string LeaderNames => string.Join(", ", sight.LeadersOf(Session).Select(p => p.Name).DefaultIfEmpty("nobody yet").Append("and the training lead of the district").Distinct());

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
        if (!await ShowAsync(cancel)) return new UnseenResult();
        Done = done switch
        {
            "asked" => "Those who lead the session are told that you asked for something.",
            "taken-back" => "It is taken back, and gone.",
            "scheduled" => "The session is in the calendar.",
            "invited" => "The event is made anew, and everybody who has a seat is invited again.",
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
        if (!await ShowAsync(cancel) || !MayLead) return new UnseenResult();
        if (sure != "yes") return Refuse("Please confirm that the session is called off for everybody.", 422);
        var result = await desk.CallOffAsync(Me, Id, cancel);
        if (result is not { Refused: { } refused }) return LocalRedirect($"{CalendarPage.Address}?done=called-off");
        return Refuse(words.Of(refused, Session), 409);
    }

    /// <summary>Somebody has deleted the event by hand, and that was a mistake.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || !MayChange || HasBegun) return new UnseenResult();
        var asked = await events.AgainAsync(Id, SessionEntry.Of(Me, AuditAction.SessionEventAgain, Id, clock.GetUtcNow()), cancel);
        return LocalRedirect($"{AddressOf(Id)}{(asked ? "?done=invited" : "")}");
    }

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostNeedAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || !MayAsk) return new UnseenResult();
        TypedNeed = (await Request.ReadFormAsync(cancel))["words"].ToString();
        NeedError = await accommodations.AskAsync(Me, Id, new PersonText(TypedNeed), cancel) switch
        {
            AccommodationAnswer.NoWords => "Please say in a few words what you need.",
            AccommodationAnswer.TooLong => $"Please say it in at most {AccommodationDesk.Longest:N0} characters. What you typed is still here.",
            AccommodationAnswer.NotOnRoll => "You have no seat on this session any more.",
            AccommodationAnswer.Over => "This session is over.",
            _ => null,
        };
        if (NeedError is null) return LocalRedirect($"{AddressOf(Id)}?done=asked");
        Response.StatusCode = 422;
        return Page();
    }

    public async Task<IActionResult> OnPostUnneedAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel)) return new UnseenResult();
        return LocalRedirect($"{AddressOf(Id)}{(await accommodations.TakeBackAsync(Me, Id, cancel) ? "?done=taken-back" : "")}");
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } roll) return false;
        Roll = roll;
        Knows = (await titles.OfAsync(Me, cancel)).Knows(Session, Roll.Of(Me.Id) is not null);
        if (MayAsk) Asked = await accommodations.OwnAsync(Me, Id, cancel);
        if (MayChange && !HasBegun) Event = await events.FindAsync(Id, cancel);
        Needs = await accommodations.CountAsync(Me, Session, cancel);
        return true;
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
