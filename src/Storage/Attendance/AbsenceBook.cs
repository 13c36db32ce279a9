using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Absence figures and the cases they opened. A student is a keyed hash here.</summary>
public sealed class AbsenceBook(Store store, ILogger<AbsenceBook> log) : IAbsenceBook
{
    // On the list: a figure that is still sealed, of a student without a case, or whose case closed before the figure's day.
    private const string OnList =
        """
        FROM absence_figure f LEFT JOIN absence_case l ON l.student=f.student LEFT JOIN case_file c ON c.id=l.case_id
        WHERE f.school=@school AND f.ct IS NOT NULL AND (c.id IS NULL OR (c.closed IS NOT NULL AND c.closed<f.as_of*864000000000))
        """;

    private static readonly Sql FindStudent = new(
        """
        SELECT (SELECT case_id FROM absence_case WHERE student=@student), (SELECT MAX(as_of) FROM absence_figure WHERE student=@student AND year=@year),
        (SELECT COUNT(*) FROM absence_figure WHERE student=@student AND year=@year AND as_of=@asof)
        """,
        "b:student t:year i:asof");
    private static readonly Sql FindCase = new("SELECT case_id FROM absence_case WHERE student=@student", "b:student");
    private static readonly Sql AddFigure = new(
        "INSERT INTO absence_figure(student, year, as_of, school, until, ct) VALUES(@student, @year, @asof, @school, @until, @ct) ON CONFLICT DO NOTHING",
        "b:student t:year i:asof t:school i:until b:ct");
    private static readonly Sql KeepNewest = new(
        """
        UPDATE absence_figure SET ct=NULL WHERE student=@student AND year=@year AND ct IS NOT NULL
        AND as_of<(SELECT MAX(n.as_of) FROM absence_figure n WHERE n.student=@student AND n.year=@year)
        """,
        "b:student t:year");
    private static readonly Sql List = new($"SELECT f.student, f.year, f.as_of, f.ct, l.case_id {OnList} ORDER BY f.as_of, f.student", "t:school");
    private static readonly Sql Count = new($"SELECT COUNT(*) {OnList}", "t:school");
    private static readonly Sql LinkFirst = new("INSERT INTO absence_case(student, case_id, until) VALUES(@student, @case, @until) ON CONFLICT DO NOTHING", "b:student b:case i:until");
    private static readonly Sql LinkAgain = new("UPDATE absence_case SET case_id=@case, until=@until WHERE student=@student AND case_id=@before", "b:case i:until b:student b:before");
    private static readonly Sql Unseal = new("UPDATE absence_figure SET ct=NULL WHERE student=@student AND ct IS NOT NULL", "b:student");
    private static readonly Sql ForgetFigures = new("DELETE FROM absence_figure WHERE until<@today", "i:today");
    private static readonly Sql ForgetCases = new(
        "DELETE FROM absence_case WHERE until<@today AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id=absence_case.case_id AND c.closed IS NULL)", "i:today");

    public Task<IReadOnlyList<KnownStudent>> KnownAsync(IReadOnlyList<AbsenceFigure> figures, CancellationToken cancel)
    {
        var open = store.Open;
        return open.Database.ReadAsync<IReadOnlyList<KnownStudent>>(async link =>
        {
            var known = new List<KnownStudent>(figures.Count);
            foreach (var figure in figures)
            {
                await using var row = await link.ReadAsync(FindStudent, [open.Absences.HashOf(figure.Key.Reveal()), figure.Year, figure.AsOf.DayNumber], cancel);
                await row.ReadAsync(cancel);
                known.Add(new KnownStudent(
                    row.GetInt64(2) > 0, row.IsDBNull(1) ? null : DateOnly.FromDayNumber(row.GetInt32(1)), row.IsDBNull(0) ? null : Ids.Guid(row.GetFieldValue<byte[]>(0))));
            }

            return known;
        });
    }

    public async Task<IReadOnlyList<NewFigure>?> AddAsync(IReadOnlyList<NewFigure> figures, Func<IReadOnlyList<NewFigure>, AbsenceNews> tell, CancellationToken cancel)
    {
        var open = store.Open;
        var rows = new List<(NewFigure New, byte[] Student, byte[]? Ct, SealedCase? Note)>(figures.Count);
        foreach (var figure in figures)
        {
            var (of, student) = (figure.Figure, open.Absences.HashOf(figure.Figure.Key.Reveal()));
            var ct = of.IsOver && figure.Note is null ? open.Absences.Seal(student, of.Year, of.AsOf.DayNumber, new SealedFigure(of.Number.Reveal(), of.Enrolled, of.Absent)) : null;
            rows.Add((figure, student, ct, figure.Note is { } note ? await open.Sealer.SealAsync(note.Step, note.ExpectedRevision, cancel) : null));
        }

        return await open.Writer.WriteAsync<IReadOnlyList<NewFigure>?>(
            session =>
            {
                var added = new List<NewFigure>();
                foreach (var (figure, student, ct, note) in rows)
                {
                    var of = figure.Figure;
                    if (session.Link.Run(AddFigure, student, of.Year, of.AsOf.DayNumber, of.SchoolId, of.YearEnds.DayNumber, ct) == 0) continue;
                    if ((of.IsOver && CaseOf(session, student) != figure.CaseId) || (note is not null && !CaseWriter.Write(session, note)))
                    {
                        session.Undo();
                        return null;
                    }

                    session.Link.Run(KeepNewest, student, of.Year);
                    added.Add(figure);
                }

                var news = tell(added);
                foreach (var notice in news.Notices) CaseWriter.Tell(session.Link, notice);
                session.Audit(news.Audit);
                return added;
            },
            committed: store.Announce);
    }

    public Task<IReadOnlyList<StudentOverLine>> OverLineAsync(IReadOnlyList<string> schoolIds, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<StudentOverLine>>(async link =>
    {
        var found = new List<StudentOverLine>();
        foreach (var school in schoolIds)
        {
            await using var row = await link.ReadAsync(List, [school], cancel);
            while (await row.ReadAsync(cancel))
                if (Read(row, school) is { } student) found.Add(student);
        }

        return found;
    });

    public Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyList<string> schoolIds, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyDictionary<string, int>>(async link =>
    {
        var counts = new Dictionary<string, int>();
        foreach (var school in schoolIds)
        {
            await using var row = await link.ReadAsync(Count, [school], cancel);
            if (await row.ReadAsync(cancel) && row.GetInt64(0) is var count and > 0) counts[school] = (int)count;
        }

        return counts;
    });

    public async Task<bool> OpenCaseAsync(StudentOverLine student, CaseChange opening, DateOnly yearEnds, CancellationToken cancel)
    {
        if (opening.ExpectedRevision != 0) throw new ArgumentException("A case opens at revision 0.", nameof(opening));
        var open = store.Open;
        var (hash, id) = (Convert.FromHexString(student.Handle), Ids.Bytes(opening.Step.Case.Id));
        var sealedCase = await open.Sealer.SealAsync(new CaseCommit(opening.Step, 0, CaseKey.New()), () => Task.FromResult(true), cancel);
        return await open.Writer.WriteAsync(
            session =>
            {
                var linked = student.Before is { } before
                    ? session.Link.Run(LinkAgain, id, yearEnds.DayNumber, hash, Ids.Bytes(before))
                    : session.Link.Run(LinkFirst, hash, id, yearEnds.DayNumber);
                if (linked == 0 || !CaseWriter.Write(session, sealedCase!))
                {
                    session.Undo();
                    return false;
                }

                if (opening.Pin is { } pin) session.Link.Run(TurnJob.Pin, pin.Key, pin.Hash, pin.CanonicalJson);
                // The case has it now, under its own key.
                session.Link.Run(Unseal, hash);
                return true;
            },
            committed: store.Announce);
    }

    /// <summary>Removes the figures of school years that ended before <paramref name="today"/>, and which case a student's figures opened where that is over, too. Then empties the journal.</summary>
    /// <returns>How many figures.</returns>
    public async Task<int> ForgetAsync(DateOnly today)
    {
        var open = store.Open;
        var forgotten = await open.Writer.WriteAsync(session => (Figures: session.Link.Run(ForgetFigures, today.DayNumber), Cases: session.Link.Run(ForgetCases, today.DayNumber)));
        if (forgotten != (0, 0)) await open.Writer.AloneAsync(open.Database.Truncate);
        return forgotten.Figures;
    }

    private static Guid? CaseOf(WriteSession session, byte[] student)
    {
        using var row = session.Link.Read(FindCase, student);
        return row.Read() ? Ids.Guid(row.GetFieldValue<byte[]>(0)) : null;
    }

    private StudentOverLine? Read(DbDataReader row, string school)
    {
        var (student, year, asOf) = (row.GetFieldValue<byte[]>(0), row.GetString(1), row.GetInt32(2));
        try
        {
            var figure = store.Open.Absences.Open(student, year, asOf, row.GetFieldValue<byte[]>(3));
            return new StudentOverLine(
                Convert.ToHexStringLower(student), new PersonText(figure.Number), school, figure.Enrolled, figure.Absent, DateOnly.FromDayNumber(asOf), row.IsDBNull(4) ? null : Ids.Guid(row.GetFieldValue<byte[]>(4)));
        }
        catch (CryptographicException)
        {
            Log.DoesNotOpen(log, "absence_figure");
            return null;
        }
    }
}
