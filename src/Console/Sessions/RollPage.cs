using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Who was there: whoever leads the session lets people in by hand, closes the roll, enters tests, and gives those who missed it a seat in another session.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed partial class RollPage(District district, ITrainingRolls rolls, SessionDesk desk, SessionWords words, IMeetingReports reports, TimeProvider clock) : StaffPage(district)
{
    // How far ahead a session is looked for in which somebody can make up for this one.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(180);

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Never null once a page is shown.</summary>
    public Roll Roll { get; private set; } = null!;

    public Session Session => Roll.Session;

    public Course Course => desk.Catalogue.Course(Session.CourseId)!;

    public SessionWords Words => words;

    public string Address => AddressOf(Id);

    public string? Refused { get; private set; }

    public string? Done { get; private set; }

    /// <summary>What stands in the form as minutes, by person: typed and refused, or filled in from a report.</summary>
    public IReadOnlyDictionary<string, string> TypedMinutes { get; private set; } = new Dictionary<string, string>();

    public IReadOnlySet<string> WrongMinutes { get; private set; } = new HashSet<string>();

    public IReadOnlySet<string> Excused { get; private set; } = new HashSet<string>();

    public bool IsClosed => Session.State == SessionState.Held;

    public bool HasBegun => clock.GetUtcNow() >= Session.Starts;

    /// <summary>Minutes somebody must be there for the course to count.</summary>
    public long Enough => (long)Math.Ceiling(Session.Minutes * Course.AttendPercent / 100m);

    /// <summary>Who has a seat, by name; once the roll is closed, who had one.</summary>
    public IReadOnlyList<Enrolment> Seated => [.. RosterDesk.Seated(Roll).OrderBy(e => words.NameOf(e.PersonId), StringComparer.CurrentCulture)];

    /// <summary>Later sessions of the course that have a free seat, for whoever missed this one.</summary>
    public IReadOnlyList<ListedSession> MakeUps { get; private set; } = [];

    /// <summary>Where the page of a session is.</summary>
    public static string AddressOf(Guid id) => $"{SessionPage.AddressOf(id)}/roll";

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return new UnseenResult();
        Done = done switch
        {
            "in" => "They are checked in.",
            "seat" => "They have a seat now.",
            "closed" => "The roll is closed. Whoever completed the course has a certificate.",
            "test" => "The test is entered.",
            "make-up" => "They have a seat in the other session now.",
            _ => null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostInAsync([FromForm] string? person, CancellationToken cancel) =>
        await FindAsync(cancel) ? await AfterAsync(await desk.LetInAsync(Me, Id, person ?? "", cancel), Session, "in", cancel) : new UnseenResult();

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostSeatAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return new UnseenResult();
        var mail = (await Request.ReadFormAsync(cancel))["mail"].ToString().Trim();
        if (District.People.FirstOrDefault(p => p.Mail.Equals(mail, StringComparison.OrdinalIgnoreCase)) is not { } person) return Refuse("Nobody in the directory has this mail address. Please look whether it is spelled right.", 422);
        return await AfterAsync(await desk.SeatAsync(Me, Id, person, cancel), Session, "seat", cancel);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return new UnseenResult();
        var form = await ReadFormAsync(cancel);
        Dictionary<string, int> minutes = [];
        HashSet<string> wrong = [];
        foreach (var (person, typed) in TypedMinutes.Where(m => m.Value.Length > 0))
        {
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said <= Session.Minutes) minutes[person] = said;
            else wrong.Add(person);
        }

        WrongMinutes = wrong;
        if (wrong.Count > 0) return Refuse($"Minutes are whole numbers from 0 to {Session.Minutes}. Please look at what is marked.", 422);
        if (form["sure"] != "yes") return Refuse("Please confirm that the roll is right: once it is closed, it stays.", 422);
        return await AfterAsync(await desk.CloseAsync(Me, Id, minutes, Excused, cancel), Session, "closed", cancel);
    }

    public async Task<IActionResult> OnPostTestAsync([FromForm] string? person, [FromForm] string? percent, CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return new UnseenResult();
        if (!int.TryParse(percent?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var right) || right > 100) return Refuse("The result of a test is a whole number from 0 to 100.", 422);
        if (right < Course.PassPercent) return Refuse($"{Course.PassPercent} percent are asked for. Nothing is changed: the test can be taken again.", 422);
        return await AfterAsync(await desk.TestAsync(Me, Id, person ?? "", right, cancel), Session, "test", cancel);
    }

    public async Task<IActionResult> OnPostMakeUpAsync([FromForm] string? person, [FromForm] Guid session, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !IsClosed) return new UnseenResult();
        // Only somebody who missed this very session, and only in a session of the same course.
        if (Seated.FirstOrDefault(e => e.PersonId == person && Missed(e)) is null || District.Person(person) is not { } who) return Refuse("This person did not miss the session.", 422);
        if (MakeUps.FirstOrDefault(m => m.Session.Id == session) is not { } other) return Refuse("This session has no free seat any more. Please pick another.", 409);
        return await AfterAsync(await desk.SeatAsync(Me, session, who, cancel), other.Session, "make-up", cancel);
    }

    public static bool Missed(Enrolment enrolment)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        return enrolment.State is EnrolmentState.Partial or EnrolmentState.NoShow or EnrolmentState.Excused;
    }

    private async Task<IActionResult> AfterAsync(RollResult? result, Session session, string done, CancellationToken cancel)
    {
        if (result is { Step: not null }) return LocalRedirect($"{Address}?done={done}");
        await FindAsync(cancel);
        return result?.Refused is { } refused ? Refuse(words.Of(refused, session), 409) : new UnseenResult();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await rolls.FindAsync(Id, cancel) is not { } roll || roll.Session.State == SessionState.Cancelled || !TrainingSight.MayLead(Me, roll.Session) || desk.Catalogue.Course(roll.Session.CourseId) is null) return false;
        Roll = roll;
        var now = clock.GetUtcNow();
        if (IsClosed && Roll.Enrolments.Any(Missed))
            MakeUps = [.. (await rolls.BetweenAsync(now, now + Ahead, cancel)).Where(l => l.Session.CourseId == Session.CourseId && l.Session.Id != Id && l.Session.State == SessionState.Scheduled && l.Free > 0)];
        return true;
    }

    private PageResult Refuse(string sentence, int status)
    {
        (Refused, Response.StatusCode) = (sentence, status);
        return Page();
    }
}
