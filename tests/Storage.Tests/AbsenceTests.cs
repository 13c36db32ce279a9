using Microsoft.Extensions.Logging.Abstractions;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage.Tests;

/// <summary>Absence figures: each once, nobody's number in clear, one case a student, and gone when the year is over.</summary>
public class AbsenceTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly November = new(2026, 11, 20), December = new(2026, 12, 11), YearEnds = new(2027, 7, 31);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static AbsenceBook BookOf(OpenedStore opened) => new(opened.Store, NullLogger<AbsenceBook>.Instance);

    private static AbsenceFigure Figure(string student, DateOnly asOf, bool over = true, string school = "north") =>
        new(new PersonText(student), new PersonText(student), school, "2026-27", YearEnds, 50, over ? 8.5m : 1, asOf, over);

    private static AbsenceNews Tell(IReadOnlyList<NewFigure> added) => new(
        added.Count == 0 ? [] : [new AuditEntry(Guid.Empty, Actor.Staff("ana"), AuditAction.AbsencesImported, $"north:{added.Count}", DateTimeOffset.UnixEpoch)],
        added.Count == 0 ? [] : [new Notice(Guid.Empty, NoticeKind.StudentsOverLine, "north", "counselor", 0, false, DateTimeOffset.UnixEpoch)]);

    private static async Task<int> AddAsync(AbsenceBook book, params AbsenceFigure[] figures) =>
        (await book.AddAsync([.. figures.Select(f => new NewFigure(f, null, null))], Tell, None))!.Count;

    private static async Task<IReadOnlyList<StudentOverLine>> ListAsync(AbsenceBook book) => await book.OverLineAsync(["north", "south"], None);

    private static CaseStep Opening(OpenedStore opened)
    {
        var (id, moment) = (Guid.NewGuid(), Sample.Moment(opened.Now, Actor.Staff("ana")));
        return CaseEngine.Open(new CaseOpening(id, CaseNumber.From(id.ToByteArray()), "attendance-intervention@1", [], Severity.Standard, "north", "OR", false, "en", []), moment);
    }

    private static CaseChange Change(CaseStep step) => new(step, 0, new ProtocolPin("attendance-intervention@1", "hash", "{}"));

    [Theory, MemberData(nameof(Databases))]
    public async Task A_second_import_of_the_same_figures_adds_nothing_and_tells_nobody(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = BookOf(opened);
        AbsenceFigure[] figures = [Figure("1001", November), Figure("1002", November, over: false), Figure("1003", November, school: "south")];
        Assert.Equal(3, await AddAsync(book, figures));
        Assert.Equal(0, await AddAsync(book, figures));
        Assert.Equal(3, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM absence_figure"));
        Assert.Equal(1, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM outbox"));
        Assert.Single(await opened.Book.TimelineAsync(Guid.Empty, None));
        Assert.Equal([("1001", "north", 50m, 8.5m, November), ("1003", "south", 50m, 8.5m, November)], (await ListAsync(book)).Select(s => (s.Number.Reveal(), s.SchoolId, s.Enrolled, s.Absent, s.AsOf)));
        Assert.Equal([("north", 1), ("south", 1)], (await book.CountAsync(["north", "south", "west"], None)).Select(c => (c.Key, c.Value)).Order());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_people_who_import_at_once_add_each_figure_once(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var figures = Enumerable.Range(0, 200).Select(n => Figure($"{1000 + n}", November, over: n % 5 == 0)).ToArray();
        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => AddAsync(BookOf(opened), figures))));
        Assert.Equal(200, added.Sum());
        Assert.Equal(200, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM absence_figure"));
        Assert.Equal(40, (await ListAsync(BookOf(opened))).Count);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_newest_figure_decides_whatever_the_order_in_which_they_came(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = BookOf(opened);
        await AddAsync(book, Figure("1001", November), Figure("1002", December), Figure("1003", December, over: false));
        await AddAsync(book, Figure("1001", December, over: false), Figure("1002", November), Figure("1003", November));
        Assert.Equal([("1002", December)], (await ListAsync(book)).Select(s => (s.Number.Reveal(), s.AsOf)));
        // Of everybody else nothing is left but that there was a figure.
        Assert.Equal(1, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM absence_figure WHERE ct IS NOT NULL"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task No_number_is_in_clear_and_a_figure_that_was_moved_to_another_student_does_not_open(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = BookOf(opened);
        await AddAsync(book, Figure("77007700", November), Figure("88008800", November), Figure("99009900", December, over: false));
        var rests = await opened.ScalarAsync<string>(database == "postgres"
            ? "SELECT string_agg(t::text || encode(t.ct, 'escape'), ' ') FROM absence_figure t"
            : "SELECT group_concat(hex(student) || ' ' || year || ' ' || as_of || ' ' || school || ' ' || coalesce(hex(ct), '') || ' ' || coalesce(CAST(ct AS TEXT), ''), ' ') FROM absence_figure");
        Assert.DoesNotContain("77007700", rests);
        Assert.DoesNotContain(Convert.ToHexString("77007700"u8), rests, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(1, await opened.ExecuteAsync("UPDATE absence_figure SET ct=(SELECT ct FROM absence_figure WHERE ct IS NOT NULL ORDER BY student LIMIT 1) WHERE student=(SELECT student FROM absence_figure WHERE ct IS NOT NULL ORDER BY student DESC LIMIT 1)"));
        Assert.Single(await ListAsync(book));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_who_press_at_once_open_one_case_and_the_student_leaves_the_list(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = BookOf(opened);
        await AddAsync(book, Figure("1001", November));
        var student = Assert.Single(await ListAsync(book));
        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => BookOf(opened).OpenCaseAsync(student, Change(Opening(opened)), YearEnds, None))));
        Assert.Single(done, d => d);
        var only = Assert.Single(await opened.Book.QueueAsync(new QueueFilter(null), None));
        Assert.Empty(await ListAsync(book));
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM absence_figure WHERE ct IS NOT NULL"));
        Assert.Equal([new KnownStudent(true, November, only.Id), new KnownStudent(false, November, only.Id)], await book.KnownAsync([Figure("1001", November), Figure("1001", December)], None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_figure_of_a_student_with_an_open_case_goes_into_it_once_or_nothing_is_written(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = BookOf(opened);
        await AddAsync(book, Figure("1001", November));
        await book.OpenCaseAsync((await ListAsync(book))[0], Change(Opening(opened)), YearEnds, None);
        var @case = Assert.Single(await opened.Book.QueueAsync(new QueueFilter(null), None));
        NewFigure Noted(Case now, Guid? known) => new(Figure("1001", December), known, new CaseChange(
            CaseEngine.AddNote(now, Sample.WordsOf(now.Id, "8.5 of 50", WordsKind.Note, Actor.Staff("ana"), opened.Now), Sample.Moment(opened.Now, Actor.Staff("ana"))).Step!, now.Revision));

        Assert.Null(await book.AddAsync([new NewFigure(Figure("1002", December), null, null), Noted(@case with { Revision = 7 }, @case.Id)], Tell, None));
        Assert.Null(await book.AddAsync([Noted(@case, null)], Tell, None));
        Assert.Equal(1, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM absence_figure"));

        Assert.Single((await book.AddAsync([Noted(@case, @case.Id)], Tell, None))!);
        Assert.Empty((await book.AddAsync([Noted(@case, @case.Id)], Tell, None))!);
        Assert.Equal(2, (await opened.Book.FindAsync(@case.Id, None))!.Revision);
        Assert.Equal(1, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM case_words"));
        Assert.Empty(await ListAsync(book));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task After_a_case_is_closed_only_a_later_figure_brings_the_student_back(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = BookOf(opened);
        await AddAsync(book, Figure("1001", November));
        var student = (await ListAsync(book))[0];
        await book.OpenCaseAsync(student, Change(Opening(opened)), YearEnds, None);
        var @case = Assert.Single(await opened.Book.QueueAsync(new QueueFilter(null), None));
        Assert.True(await opened.Book.CommitAsync(new CaseStep(@case with { ClosedAt = opened.Now }), @case.Revision, None));
        Assert.NotNull(await book.AddAsync([new NewFigure(Figure("1001", new DateOnly(2026, 11, 23)), @case.Id, null)], Tell, None));
        Assert.Empty(await ListAsync(book));
        Assert.NotNull(await book.AddAsync([new NewFigure(Figure("1001", December), @case.Id, null)], Tell, None));
        var again = Assert.Single(await ListAsync(book));
        Assert.Equal((@case.Id, December), (again.Before, again.AsOf));
        Assert.False(await book.OpenCaseAsync(student, Change(Opening(opened)), YearEnds, None));
        Assert.True(await book.OpenCaseAsync(again, Change(Opening(opened)), YearEnds, None));
        Assert.False(await book.OpenCaseAsync(again, Change(Opening(opened)), YearEnds, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Figures_of_last_year_are_removed_and_an_open_case_is_still_known_as_the_students(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = BookOf(opened);
        await AddAsync(book, Figure("1001", November), Figure("1002", November), Figure("1003", November, over: false));
        await book.OpenCaseAsync((await ListAsync(book)).Single(s => s.Number.Reveal() == "1001"), Change(Opening(opened)), YearEnds, None);
        Assert.Equal(0, await book.ForgetAsync(YearEnds));
        Assert.Equal(3, await book.ForgetAsync(YearEnds.AddDays(1)));
        Assert.Empty(await ListAsync(book));
        var @case = Assert.Single(await opened.Book.QueueAsync(new QueueFilter(null), None));
        Assert.Equal([new KnownStudent(false, null, @case.Id)], await book.KnownAsync([Figure("1001", December)], None));

        Assert.True(await opened.Book.CommitAsync(new CaseStep(@case with { ClosedAt = opened.Now }), @case.Revision, None));
        Assert.Equal(0, await book.ForgetAsync(YearEnds.AddDays(1)));
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM absence_case"));
    }
}
