using System.Globalization;
using System.Text.RegularExpressions;
using SupportBot.Directory;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Reads what somebody says of a workshop, in whatever order they say it, or what stands in the form. What is not said stays as it was.</summary>
internal sealed partial class ScheduleReader(DialogContent content, IScheduling scheduling)
{
    // What is asked for, as a dialog keeps it, and the names of the form's inputs.
    public const string Course = "course", Where = "where", Days = "days", Length = "minutes", Chairs = "seats", Joined = "online", First = "from", Last = "to", Part = "part";

    // Choices of the part of the day; the last is the time that was said before.
    public const string AnyTime = "any", Morning = "morning", Afternoon = "afternoon", AsSaid = "as-said";

    /// <summary>Id of a place that is none.</summary>
    public const string Online = "online";

    /// <summary>So many days are looked at where nobody says until when.</summary>
    public const int Ahead = 20;

    private static readonly HashSet<string> SaysNothing =
    [
        "a", "an", "the", "for", "of", "on", "in", "at", "with", "and", "or", "to", "about", "please", "new", "another", "our", "my", "this", "that", "some", "time", "staff", "everybody", "it", "is", "be", "i", "we", "up", "only",
        "workshop", "workshops", "training", "trainings", "session", "sessions", "course", "courses", "class", "seminar", "webinar", "lead", "teach",
        "un", "una", "el", "la", "los", "las", "de", "del", "para", "con", "en", "y", "o", "a", "al", "por", "favor", "nuevo", "nueva", "otro", "otra", "mi", "este", "esta", "sobre", "personal", "solo",
        "taller", "talleres", "capacitacion", "capacitaciones", "sesion", "sesiones", "curso", "cursos", "formacion",
    ];

    private Phrases Phrases => content.Phrases;

    private IReadOnlyList<School> Schools => content.District.Schools;

    /// <param name="asks">What was asked, one of the constants: the whole text may answer it. Null where nothing was.</param>
    /// <param name="today">At the district.</param>
    public ScheduleHeard Read(SchedulePlan plan, string? asks, string text, DateOnly today)
    {
        var time = ComingText.Read(text, today, Phrases.Language);
        var heard = WithTime(plan, time, today);
        var rest = Seats(time.Rest, asks, ref heard);
        rest = Joining(rest, out var joined, out var only);
        List<string> faults = [];
        List<TrainingOption> which = [];
        var course = plan.CourseId is null ? null : Known(plan.CourseId);
        rest = Place(rest, asks, ref heard, faults, which);
        if (joined is { } online) heard = online && (only || (heard.SchoolId is null && !plan.IsMove)) ? At(heard, Online)! : heard with { Online = online };
        if (course is null && which.Count == 0 && Said(rest) is { Length: > 0 } words)
        {
            var found = scheduling.Find(words, Phrases.Language);
            if (found.Count == 1) heard = heard with { CourseId = found[0].Id };
            else if (found.Count > 1) which.AddRange(found.Select(c => new TrainingOption($"{SchedulePages.Course}~{c.Id}", c.Title)));
            else faults.Add(Phrases["training.unknown"]);
        }

        return new ScheduleHeard(heard, heard != plan || faults.Count > 0 || which.Count > 0, faults, which);
    }

    /// <param name="form">As the card sent it.</param>
    public ScheduleHeard Read(SchedulePlan plan, CardAnswer form, DateOnly today)
    {
        List<string> faults = [];
        List<TrainingOption> which = [];
        string? Of(string field) => form.Inputs.GetValueOrDefault(field);
        var heard = plan with
        {
            From = Day(Of(First)) ?? today.AddDays(1),
            To = Day(Of(Last)) ?? (Day(Of(First)) ?? today.AddDays(1)).AddDays(Ahead),
            Minutes = Number(Of(Length), "schedule.number-minutes", faults),
            Seats = Number(Of(Chairs), "schedule.number-seats", faults),
            Online = Of(Joined) != "no",
            Half = Of(Part) switch { Morning => DayHalf.Morning, Afternoon => DayHalf.Afternoon, _ => null },
            At = Of(Part) == AsSaid ? plan.At : null,
        };
        if (!plan.IsMove && Of(Course) is { } course)
        {
            if (Known(course) is { } known) heard = heard with { CourseId = known.Id };
            else if (scheduling.Find(course, Phrases.Language) is { Count: > 0 } found) (heard, which) = found.Count == 1 ? (heard with { CourseId = found[0].Id }, which) : (heard, [.. found.Select(c => new TrainingOption($"{SchedulePages.Course}~{c.Id}", c.Title))]);
            else faults.Add(Phrases["training.unknown"]);
        }

        if (Of(Where) is { } where)
        {
            if (At(heard, where) is { } placed) heard = placed;
            else Place(TextNormaliser.Fold(where), Where, ref heard, faults, which);
        }

        return new ScheduleHeard(heard.Anew(), true, faults, which);
    }

    /// <summary>The plan at a place that was picked: <see cref="Online"/>, a school, or a school and its room with a dot between them. Null where there is no such place.</summary>
    public SchedulePlan? At(SchedulePlan plan, string where)
    {
        if (where == Online) return plan with { IsOnlineOnly = true, Online = true, SchoolId = null, RoomId = "", Place = null };
        var parts = where.Split('.', 2);
        if (content.District.School(parts[0]) is not { } school) return null;
        var room = parts.Length == 1 ? "" : parts[1];
        return room.Length > 0 && school.Rooms.All(r => r.Id != room) ? null : plan with { SchoolId = school.Id, RoomId = room, Place = null, IsOnlineOnly = false };
    }

    private PlannedCourse? Known(string id) => scheduling.Courses(Phrases.Language).FirstOrDefault(c => c.Id == id);

    private SchedulePlan WithTime(SchedulePlan plan, ComingTime time, DateOnly today)
    {
        if (time.IsEmpty) return plan;
        // "At two" beside a time that was picked is at two on that day.
        if (plan.Starts is { } picked && time.At is not null && content.District.CalendarOf(plan.SchoolId).Today(picked) is var there) plan = plan with { From = there, To = there };
        var (from, to) = time switch
        {
            { IsAnyDay: true } => (today.AddDays(1), today.AddDays(1 + Ahead)),
            { From: { } first, To: { } last } => (first, last),
            { From: { } first } => (first, first.AddDays(Ahead)),
            { To: { } last } => (today < last ? today.AddDays(1) : today, last),
            _ => (plan.From, plan.To),
        };
        return plan.Anew() with
        {
            From = from, To = to, Minutes = time.Minutes ?? plan.Minutes,
            At = time.At ?? (time.Half is null && !time.IsAnyDay ? plan.At : null), Half = time.Half ?? (time.At is null && !time.IsAnyDay ? plan.Half : null),
        };
    }

    private static string Seats(string rest, string? asks, ref SchedulePlan heard)
    {
        if (asks is Chairs or Length && int.TryParse(rest.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bare))
        {
            heard = asks == Chairs ? heard with { Seats = bare } : heard.Anew() with { Minutes = bare };
            return "";
        }

        if (InSeats().Match(rest) is not { Success: true } match) return rest;
        heard = heard with { Seats = int.Parse(match.Groups["n"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) };
        return rest.Remove(match.Index, match.Length);
    }

    private static string Joining(string rest, out bool? joined, out bool only)
    {
        (joined, only) = (null, false);
        if (InPerson().Match(rest) is { Success: true } person)
        {
            joined = false;
            return rest.Remove(person.Index, person.Length);
        }

        if (OnLine().Match(rest) is not { Success: true } online) return rest;
        (joined, only) = (true, online.Value.Contains("only", StringComparison.Ordinal) || online.Value.Contains("solo", StringComparison.Ordinal));
        return rest.Remove(online.Index, online.Length);
    }

    // Takes the place out of the text, so that no word of it is looked for among the courses.
    private string Place(string rest, string? asks, ref SchedulePlan heard, List<string> faults, List<TrainingOption> which)
    {
        var plain = TextNormaliser.Plain(rest);
        if (plain.Length == 0) return rest;
        var said = asks == Where ? plain : AtPlace().Match(plain) is { Success: true } match ? match.Groups["it"].Value : "";
        var school = SchoolSearch.Find(plain, Schools) is SchoolMatch.Exact exact ? exact.School : null;
        // A room of the school that is known already needs no "in the".
        var known = school ?? content.District.School(heard.SchoolId);
        var rooms = RoomsIn(plain, s => s == known);
        if (rooms.Count == 0 && school is null) rooms = RoomsIn(said, s => s != known);
        if (rooms.Count == 1) heard = At(heard.Anew(), $"{rooms[0].School.Id}.{rooms[0].Room.Id}")!;
        else if (rooms.Count > 1) which.AddRange(rooms.Select(r => new TrainingOption($"{SchedulePages.Where}~{r.School.Id}.{r.Room.Id}", $"{r.Room.Name}, {r.School.Name}")));
        else if (school is not null) heard = school.Id == heard.SchoolId ? heard : heard.Anew() with { SchoolId = school.Id, RoomId = null, Place = null, IsOnlineOnly = false };
        else if (said.Length > 0 && SchoolSearch.Find(said, Schools) is SchoolMatch.DidYouMean near) which.AddRange(near.Schools.Select(s => new TrainingOption($"{SchedulePages.School}~{s.Id}", s.Name)));
        else if (Said(said).Length > 0 && !heard.IsMove) faults.Add(Phrases["schedule.no-place"]);
        var others = said.Length == 0 ? plain : plain.Replace(said, " ", StringComparison.Ordinal);
        foreach (var room in rooms) others = $" {others} ".Replace($" {TextNormaliser.Plain(room.Room.Name)} ", " ", StringComparison.Ordinal);
        return school is null ? others : Without(others, school);
    }

    private List<(School School, Room Room)> RoomsIn(string plain, Func<School, bool> counts) => [.. Schools.Where(counts).SelectMany(s => s.Rooms.Where(r => Holds(plain, r.Name)).Select(r => (s, r)))];

    private static string Without(string plain, School school)
    {
        foreach (var name in school.AlsoKnownAs.Append(school.Name).Select(TextNormaliser.Plain).OrderByDescending(n => n.Length))
            if (Holds(plain, name)) return $" {plain} ".Replace($" {name} ", " ", StringComparison.Ordinal).Trim();
        return plain;
    }

    private static bool Holds(string plain, string name) => $" {plain} ".Contains($" {TextNormaliser.Plain(name)} ", StringComparison.Ordinal);

    // Without the words that any wish has.
    private static string Said(string rest) => string.Join(' ', TextNormaliser.Plain(rest).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !SaysNothing.Contains(w)));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private int? Number(string? text, string wrong, List<string> faults)
    {
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        faults.Add(Phrases[wrong]);
        return null;
    }

    [GeneratedRegex(@"(\b(for|para|with|con) )?(?<n>-?\d{1,6}) ?(seats?|people|persons?|participants?|spots?|places?|chairs?|lugares?|personas?|participantes?|cupos?|asientos?)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InSeats();

    [GeneratedRegex(@"\b(only )?(in[ -]person( only)?|presencial(es)?|not online|no meeting|sin reunion)\b", RegexOptions.NonBacktracking)]
    private static partial Regex InPerson();

    [GeneratedRegex(@"\b((and|also|or|only|y|tambien|solo) )?(online( only)?|virtual(ly)?|hybrid|(on|by|por|en) teams|en linea|hibrid[oa])\b", RegexOptions.NonBacktracking)]
    private static partial Regex OnLine();

    [GeneratedRegex(@"\b(at|in the|in room|en) (?<it>.+?)( for| with| on| para| con)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex AtPlace();
}
