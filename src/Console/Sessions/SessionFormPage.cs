using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>The form of a session, for a new one and for a change. What is wrong is told beside its field; what is doubtful is saved once it is said to be meant so.</summary>
[Authorize(ConsolePolicies.Training)]
public abstract class SessionFormPage(District district, SessionDesk desk, SessionReader reader, TrainingSight sight, SessionWords words, DoubtWords doubtWords, ICardWords english) : StaffPage(district)
{
    protected SessionDesk Desk => desk;

    protected SessionReader Reader => reader;

    public SessionWords Words => words;

    /// <summary>What stands in the form.</summary>
    public TypedForm Typed { get; protected set; } = new("session", new Dictionary<string, PersonText>());

    public IReadOnlyList<string> Doubts { get; protected set; } = [];

    public string? Refused { get; protected set; }

    /// <summary>Null where the session is new.</summary>
    public Roll? Was { get; protected set; }

    public abstract string Action { get; }

    public IEnumerable<Course> Courses => desk.Catalogue.Courses.Where(c => c.Modality != Modality.SelfPaced);

    public IEnumerable<(string Id, string Words)> Cohorts => reader.Cohorts().Select(c => (c.Id, c.Words));

    public IReadOnlyList<Person> Facilitators => sight.Facilitators;

    /// <summary>Names of rooms of any school, offered while a place is typed.</summary>
    public IEnumerable<string> Rooms => District.Schools.SelectMany(s => s.Rooms).Select(r => r.Name).Distinct();

    public bool Leads(Person person) => Typed.Text("facilitators").Split(',').Contains(person.Id);

    public string? ErrorOf(string field) => Typed.Errors.GetValueOrDefault(field);

    protected static TypedForm FormOf(params (string Field, string Text)[] fields) => new("session", fields.ToDictionary(f => f.Field, f => new PersonText(f.Text)));

    protected PageResult Again(SessionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        (Typed, Doubts, Response.StatusCode) = (draft.Typed, [.. draft.Doubts.Select(d => doubtWords.Of(d, english))], 422);
        return Page();
    }

    protected PageResult Refuse(SessionDraft draft, string sentence)
    {
        Again(draft);
        (Refused, Response.StatusCode) = (sentence, 409);
        return Page();
    }

    protected async Task<SessionDraft> ReadAsync(CancellationToken cancel) => await reader.ReadAsync(TypedForm.Of("session", await Request.ReadFormAsync(cancel)), Was, cancel);
}

/// <summary>A new session.</summary>
public sealed class NewSessionPage(District district, SessionDesk desk, SessionReader reader, TrainingSight sight, SessionWords words, DoubtWords doubtWords, ICardWords english) : SessionFormPage(district, desk, reader, sight, words, doubtWords, english)
{
    public override string Action => "/console/training/new/save";

    public IActionResult OnGet(string? course)
    {
        if (!TrainingSight.MaySchedule(Me)) return new UnseenResult();
        var picked = Courses.FirstOrDefault(c => c.Id == course);
        Typed = FormOf(("course", picked?.Id ?? ""), ("seats", picked?.Seats.ToString(CultureInfo.InvariantCulture) ?? ""), ("facilitators", Facilitators.Any(f => f.Id == Me.Id) ? Me.Id : ""));
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (!TrainingSight.MaySchedule(Me)) return new UnseenResult();
        var draft = await ReadAsync(cancel);
        if (draft.Session is not { } session || (draft.Doubts.Count > 0 && draft.Typed.Text("meant") != "yes")) return Again(draft);
        await Desk.ScheduleAsync(Me, session, cancel);
        return LocalRedirect($"{SessionPage.AddressOf(session.Id)}?done=scheduled");
    }
}

/// <summary>Another time, place, number of seats or facilitator of a session that is to come.</summary>
public sealed class ChangeSessionPage(District district, ITrainingRolls rolls, SessionDesk desk, SessionReader reader, TrainingSight sight, SessionWords words, DoubtWords doubtWords, ICardWords english) : SessionFormPage(district, desk, reader, sight, words, doubtWords, english)
{
    [FromRoute]
    public Guid Id { get; set; }

    public override string Action => $"{SessionPage.AddressOf(Id)}/change/save";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return new UnseenResult();
        var session = Was!.Session;
        string Time(DateTimeOffset at) => Desk.CalendarOf(session).Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);
        Typed = FormOf(
            ("course", session.CourseId), ("day", CalendarPage.Iso(Desk.DayOf(session))), ("from", Time(session.Starts)), ("to", Time(session.Ends)), ("school", session.SchoolId ?? ""), ("place", session.Place),
            ("online", session.Online ? "yes" : ""), ("seats", session.Seats.ToString(CultureInfo.InvariantCulture)), ("facilitators", string.Join(',', session.FacilitatorIds)));
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return new UnseenResult();
        var draft = await ReadAsync(cancel);
        if (draft.Session is not { } session || (draft.Doubts.Count > 0 && draft.Typed.Text("meant") != "yes")) return Again(draft);
        if (await Desk.ChangeAsync(Me, session, cancel) is not { Refused: { } refused }) return LocalRedirect($"{SessionPage.AddressOf(Id)}?done=changed");
        return Refuse(draft, Words.Of(refused, Was!.Session));
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        Was = await rolls.FindAsync(Id, cancel) is { Session.State: SessionState.Scheduled } roll && Desk.Catalogue.Course(roll.Session.CourseId) is not null ? roll : null;
        return Was is not null && TrainingSight.MayLead(Me, Was.Session);
    }
}
