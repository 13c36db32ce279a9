using Microsoft.Extensions.Logging.Abstractions;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage.Tests;

/// <summary>The rows of the public log.</summary>
public class LogTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static LogRow Row(string outcome = "substantiated", int year = 2026) =>
        new("bullying-report@2", "north", "OR", year, new DateOnly(2026, 11, 3), "harassment", "middle", "no-group", outcome, "support", 12, Held: false);

    private static LogBook Book(OpenedStore opened) => new(opened.Store, NullLogger<LogBook>.Instance);

    private static Task<bool> Change(OpenedStore opened, Case @case, LogChange change, int revision) => opened.Book.CommitAsync(new CaseStep(@case) { Log = change }, revision, None);

    [Theory, MemberData(nameof(Databases))]
    public async Task A_case_has_one_row_that_is_replaced_and_can_go(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        var (other, _, _) = await opened.OpenCaseAsync();
        Assert.True(await Change(opened, @case, new LogChange.Put(Row()), 1));
        Assert.True(await Change(opened, other, new LogChange.Put(Row(year: 2025)), 1));
        Assert.True(await Change(opened, @case, new LogChange.Put(Row("unfounded")), 2));
        Assert.Equal(Row("unfounded"), Assert.Single(await Book(opened).ReadAsync(2026, None)).Row);
        Assert.Equal([2025, 2026], await Book(opened).YearsAsync(None));

        Assert.True(await Change(opened, @case, new LogChange.Remove(), 3));
        Assert.Empty(await Book(opened).ReadAsync(2026, None));
        Assert.Equal([2025], await Book(opened).YearsAsync(None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_step_that_comes_too_late_leaves_the_row_as_it_was(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        Assert.True(await Change(opened, @case, new LogChange.Put(Row()), 1));
        Assert.False(await Change(opened, @case, new LogChange.Put(Row("unfounded")), 1));
        Assert.False(await Change(opened, @case, new LogChange.Remove(), 1));
        Assert.Equal("substantiated", Assert.Single(await Book(opened).ReadAsync(2026, None)).Row.Outcome);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Who_is_kept_out_of_a_case_is_kept_out_of_its_row_and_nobody_sees_one_whose_case_was_tampered_with(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync(excluded: ["officer"]);
        var (other, _, _) = await opened.OpenCaseAsync();
        Assert.True(await Change(opened, @case, new LogChange.Put(Row()), 1));
        var entry = Assert.Single(await Book(opened).ReadAsync(2026, None));
        Assert.Equal((false, true), (entry.MaySee("officer"), entry.MaySee("ola")));

        await opened.ExecuteAsync($"UPDATE case_file SET excluded=(SELECT excluded FROM case_file WHERE number='{other.Number}') WHERE number='{@case.Number}'");
        var tampered = Assert.Single(await Book(opened).ReadAsync(2026, None));
        Assert.Equal((Row(), false, false), (tampered.Row, tampered.MaySee("officer"), tampered.MaySee("ola")));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_row_outlives_the_shredding_of_its_case_without_its_day_and_nothing_leads_from_one_to_the_other(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        var (second, _, _) = await opened.OpenCaseAsync();
        Assert.True(await opened.Book.CommitAsync(new CaseStep(@case with { State = "closed", ClosedAt = opened.Now }) { Log = new LogChange.Put(Row()) }, 1, None));
        Assert.True(await Change(opened, second, new LogChange.Put(Row("unfounded")), 1));

        var shredded = CaseEngine.Shred((await opened.Book.FindAsync(@case.Id, None))!, Sample.Moment(opened.Now, Actor.Program));
        Assert.True(await new Keeping(opened.Store, NullLogger<Keeping>.Instance).ShredAsync(shredded, 2, None));

        var rows = (await Book(opened).ReadAsync(2026, None)).Select(e => e.Row).OrderBy(r => r.Outcome, StringComparer.Ordinal).ToList();
        Assert.Equal([Row() with { Reported = null }, Row("unfounded")], rows);
        Assert.Equal(1, await opened.ScalarAsync<long>("SELECT COUNT(*) FROM log_row WHERE case_id IS NULL AND reported IS NULL"));
    }
}
