using System.Security.Cryptography;
using System.Text;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>Absence figures in memory that keep the port's promises: each once, all of an import or nothing, one open case a student.</summary>
internal sealed class MemoryAbsenceBook(MemoryCaseBook book) : IAbsenceBook, IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<(string Student, string Year, DateOnly AsOf), AbsenceFigure> figures = [];
    private readonly Dictionary<string, Guid> cases = [];

    /// <summary>What was told beside the figures.</summary>
    public List<Notice> Notices { get; } = [];

    public int Count => figures.Count;

    public async Task<IReadOnlyList<KnownStudent>> KnownAsync(IReadOnlyList<AbsenceFigure> asked, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            return [.. asked.Select(f => new KnownStudent(figures.ContainsKey(KeyOf(f)), Newest(KeyOf(f).Student), CaseOf(f)))];
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<IReadOnlyList<NewFigure>?> AddAsync(IReadOnlyList<NewFigure> asked, Func<IReadOnlyList<NewFigure>, AbsenceNews> tell, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            var added = asked.Where(n => !figures.ContainsKey(KeyOf(n.Figure))).ToList();
            if (added.Any(n => n.Figure.IsOver && n.CaseId != CaseOf(n.Figure))) return null;
            var notes = added.Select(n => n.Note).OfType<CaseChange>().ToList();
            if (notes.Count > 0 && !await book.CommitAsync(notes, cancel)) return null;
            foreach (var figure in added) figures[KeyOf(figure.Figure)] = figure.Figure;
            var news = tell(added);
            Notices.AddRange(news.Notices);
            foreach (var entry in news.Audit) await book.NoteAsync(entry, cancel);
            return added;
        }
        finally
        {
            gate.Release();
        }
    }

    public Task<IReadOnlyList<StudentOverLine>> OverLineAsync(IReadOnlyList<string> schoolIds, CancellationToken cancel) => Task.FromResult<IReadOnlyList<StudentOverLine>>(
    [
        .. figures.Values.Where(f => schoolIds.Contains(f.SchoolId) && f.IsOver && Newest(KeyOf(f).Student) == f.AsOf && (CaseOf(f) is not { } id || book.Get(id).ClosedAt < f.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)))
            .Select(f => new StudentOverLine(KeyOf(f).Student, f.Number, f.SchoolId, f.Enrolled, f.Absent, f.AsOf, CaseOf(f))),
    ]);

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyList<string> schoolIds, CancellationToken cancel) =>
        (await OverLineAsync(schoolIds, cancel)).GroupBy(s => s.SchoolId).ToDictionary(g => g.Key, g => g.Count());

    public async Task<bool> OpenCaseAsync(StudentOverLine student, CaseChange opening, DateOnly yearEnds, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if ((cases.TryGetValue(student.Handle, out var id) ? id : (Guid?)null) != student.Before || !await book.CommitAsync([opening], cancel)) return false;
            cases[student.Handle] = opening.Step.Case.Id;
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private static (string Student, string Year, DateOnly AsOf) KeyOf(AbsenceFigure figure) =>
        (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure.Key.Reveal()))), figure.Year, figure.AsOf);

    private Guid? CaseOf(AbsenceFigure figure) => cases.TryGetValue(KeyOf(figure).Student, out var id) ? id : null;

    private DateOnly? Newest(string student) => figures.Keys.Where(k => k.Student == student).Select(k => (DateOnly?)k.AsOf).Max();
}
