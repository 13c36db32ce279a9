using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What came of an import.</summary>
/// <param name="Added">Figures that are new.</param>
/// <param name="AlreadyThere">Figures of a day that was there before; they stay as they were.</param>
/// <param name="InOpenCases">How many of the new ones went into students' open cases.</param>
/// <param name="Waiting">How many of the new ones put a student on the list of those over the line.</param>
public sealed record Imported(int Added, int AlreadyThere, int InOpenCases, int Waiting);

/// <summary>
/// Takes the good lines of a sheet into the book. What is over the line goes into the student's open case, or onto the list from which a person opens one;
/// those whom a case of that school would call hear of it once, however many students there are.
/// </summary>
public sealed class AbsenceImport(IAbsenceBook absences, ICaseBook cases, CasePlans plans, ICaseCalendars calendars, TimeProvider clock, ILogger<AbsenceImport> log)
{
    private const int Tries = 4;

    /// <returns>Null where cases kept changing meanwhile and nothing was written.</returns>
    public async Task<Imported?> BringAsync(Person person, IReadOnlyList<AbsenceRow> rows, AttendancePlan plan, CancellationToken cancel)
    {
        var figures = rows.Select(r => FigureOf(r, plan)).ToList();
        for (var left = Tries; left > 0; left--)
        {
            var looked = await LookAsync(person, figures, plan, cancel);
            if (await absences.AddAsync(looked, added => NewsOf(person, added, plan), cancel) is not { } added) continue;
            Log.AbsencesImported(log, person.Id, added.Count, figures.Count - added.Count);
            return new Imported(added.Count, figures.Count - added.Count, added.Count(a => a.Note is not null), Waiting(added).Count());
        }

        return null;
    }

    private static AbsenceFigure FigureOf(AbsenceRow row, AttendancePlan plan) => new(
        new PersonText(row.Student.RevealKey()), new PersonText(row.Student.Reveal()), row.School.Id, row.Year.Name, row.Year.To, row.Enrolled, row.Absent, row.AsOf, plan.Rule.IsOver(row.Enrolled, row.Absent));

    private async Task<IReadOnlyList<NewFigure>> LookAsync(Person person, IReadOnlyList<AbsenceFigure> figures, AttendancePlan plan, CancellationToken cancel)
    {
        var known = await absences.KnownAsync(figures, cancel);
        var newest = figures.GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Max(f => f.AsOf));
        List<NewFigure> looked = [];
        foreach (var (figure, student) in figures.Zip(known))
        {
            // An older figure than the newest says nothing new.
            var speaks = figure.IsOver && !student.IsThere && figure.AsOf == newest[figure.Key] && !(student.Newest >= figure.AsOf);
            var @case = speaks && student.CaseId is { } id ? await cases.FindAsync(id, cancel) : null;
            looked.Add(new NewFigure(figure, student.CaseId, @case is null ? null : NoteIn(@case, person, figure, plan)) { Waits = speaks && (@case is null || IsBehind(@case, figure.AsOf)) });
        }

        return looked;
    }

    // What is known of a day before a case closed is what that case was about.
    private static bool IsBehind(Case @case, DateOnly asOf) => @case.ClosedAt < asOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private CaseChange? NoteIn(Case @case, Person person, AbsenceFigure figure, AttendancePlan plan)
    {
        if (@case is not { ClosedAt: null, Shredded: false } || plans.Of(@case) is not { } its) return null;
        var (actor, now) = (Actor.Staff(person.Id), clock.GetUtcNow());
        var note = new Words(Guid.NewGuid(), @case.Id, WordsKind.Note, "", "", actor, now, new PersonText(AbsenceWords.Sentence(figure.Enrolled, figure.Absent, figure.AsOf, plan)));
        var step = CaseEngine.AddNote(@case, note, new CaseMoment(actor, now, its, calendars.Of(@case.SchoolId), () => throw new InvalidOperationException("A note needs no token."))).Step;
        return step is null ? null : new CaseChange(step, @case.Revision);
    }

    private AbsenceNews NewsOf(Person person, IReadOnlyList<NewFigure> added, AttendancePlan plan)
    {
        var now = clock.GetUtcNow();
        return new AbsenceNews(
            [.. added.GroupBy(a => a.Figure.SchoolId).Select(g => new AuditEntry(Guid.Empty, Actor.Staff(person.Id), AuditAction.AbsencesImported, FormattableString.Invariant($"{g.Key}:{g.Count()}"), now))],
            [.. Waiting(added).GroupBy(a => a.Figure.SchoolId).Select(g => new Notice(Guid.Empty, NoticeKind.StudentsOverLine, g.Key, plan.Alert.Role, 0, false, now))]);
    }

    private static IEnumerable<NewFigure> Waiting(IReadOnlyList<NewFigure> added) => added.Where(a => a.Waits);
}
