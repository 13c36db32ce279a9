using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>
/// Absence figures of this school year. Implemented by storage, which keeps no student's number in clear: a student is found by a keyed hash, and the number rests
/// sealed only while the student is over the line and has no open case. Access is decided by the caller.
/// </summary>
public interface IAbsenceBook
{
    /// <summary>What is known of each figure's student, in the same order.</summary>
    Task<IReadOnlyList<KnownStudent>> KnownAsync(IReadOnlyList<AbsenceFigure> figures, CancellationToken cancel);

    /// <summary>
    /// Adds figures in one transaction, with the notes that go into students' open cases and whatever <paramref name="tell"/> says of those that were added. A figure whose student,
    /// school year and day are there already is left as it is, together with its note.
    /// </summary>
    /// <param name="tell">Gets what was added and gives what must be written down and told. Called once or more, with no effect of its own.</param>
    /// <returns>What was added; null where a case changed or opened meanwhile and nothing was written: look again.</returns>
    Task<IReadOnlyList<NewFigure>?> AddAsync(IReadOnlyList<NewFigure> figures, Func<IReadOnlyList<NewFigure>, AbsenceNews> tell, CancellationToken cancel);

    /// <summary>Students of these schools whose newest figure is over the line and who have no open case; whoever's case closed comes again with a later figure.</summary>
    Task<IReadOnlyList<StudentOverLine>> OverLineAsync(IReadOnlyList<string> schoolIds, CancellationToken cancel);

    /// <summary>How many of them there are, by school; a school without any is left out. Opens nothing.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyList<string> schoolIds, CancellationToken cancel);

    /// <summary>Opens a student's case; the student is on the list no more.</summary>
    /// <returns>False where the student has another case meanwhile, or the number is taken: nothing was written.</returns>
    Task<bool> OpenCaseAsync(StudentOverLine student, CaseChange opening, DateOnly yearEnds, CancellationToken cancel);
}

/// <summary>One student's figures by one day.</summary>
/// <param name="Key">What the student is found by: the same for the same student.</param>
/// <param name="Number">As it is shown.</param>
/// <param name="Year">School year, <c>2026-27</c>.</param>
/// <param name="YearEnds">Last day the year speaks for; the figure is removed after it.</param>
/// <param name="IsOver">Only such a figure is kept as more than the fact that there was one.</param>
public sealed record AbsenceFigure(PersonText Key, PersonText Number, string SchoolId, string Year, DateOnly YearEnds, decimal Enrolled, decimal Absent, DateOnly AsOf, bool IsOver);

/// <param name="IsThere">A figure of that day is there already.</param>
/// <param name="Newest">Day of the newest figure of that year; null without any.</param>
/// <param name="CaseId">The case that such figures opened last, open or closed.</param>
public sealed record KnownStudent(bool IsThere, DateOnly? Newest, Guid? CaseId);

/// <summary>A figure to add.</summary>
/// <param name="CaseId">The student's case as it was known.</param>
/// <param name="Note">What goes into it; null where nothing does.</param>
public sealed record NewFigure(AbsenceFigure Figure, Guid? CaseId, CaseChange? Note)
{
    /// <summary>True where it puts the student on the list of those over the line.</summary>
    public bool Waits { get; init; }
}

/// <summary>What is written in the same transaction as the figures.</summary>
public sealed record AbsenceNews(IReadOnlyList<AuditEntry> Audit, IReadOnlyList<Notice> Notices);

/// <summary>A student over the line without an open case.</summary>
/// <param name="Handle">Names the student on a page without saying who it is.</param>
/// <param name="Before">The closed case of before, or null.</param>
public sealed record StudentOverLine(string Handle, PersonText Number, string SchoolId, decimal Enrolled, decimal Absent, DateOnly AsOf, Guid? Before);
