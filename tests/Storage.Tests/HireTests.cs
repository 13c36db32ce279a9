using System.Text;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage.Tests;

/// <summary>Who was hired when, and their leaves.</summary>
public class HireTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly August = new(2026, 8, 17);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_hire_brought_twice_is_there_once_and_what_hr_put_right_is_right(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new HireBook(opened.Store);
        List<(int, int)> told = [];
        AuditEntry Audit(int added, int changed)
        {
            told.Add((added, changed));
            return Entry(opened);
        }

        Assert.Equal((2, 0), await book.BringAsync([HireOf("E-1", "ana"), HireOf("E-2", null)], Audit, None));
        Assert.Equal((0, 0), await book.BringAsync([HireOf("E-2", null), HireOf("E-1", "ana")], Audit, None));
        Assert.Equal((1, 1), await book.BringAsync([HireOf("E-2", "ben") with { On = August.AddDays(-3) }, HireOf("E-3", null)], Audit, None));
        Assert.Equal([(2, 0), (1, 1)], told);
        Assert.Equal([("E-2", "ben"), ("E-1", "ana"), ("E-3", null)], (await book.AllAsync(None)).Select(h => (h.EmployeeId, h.PersonId)));
        Assert.Equal(HireOf("E-1", "ana").Details, (await book.OfPersonAsync("ana", None))!.Details);
        Assert.Null(await book.OfPersonAsync("nobody", None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Where_one_person_would_have_two_hires_nothing_of_the_list_is_written(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new HireBook(opened.Store);
        await book.BringAsync([HireOf("E-1", "ana")], (_, _) => Entry(opened), None);
        await Assert.ThrowsAsync<ArgumentException>(() => book.BringAsync([HireOf("E-5", null), HireOf("E-6", "ana")], (_, _) => Entry(opened), None));
        await Assert.ThrowsAsync<ArgumentException>(() => book.BringAsync([HireOf("E-7", null), HireOf("E-7", null)], (_, _) => Entry(opened), None));
        Assert.Equal("E-1", Assert.Single(await book.AllAsync(None)).EmployeeId);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_leave_stays_when_hr_brings_the_hire_again_and_gets_its_end_later(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new HireBook(opened.Store);
        await book.BringAsync([HireOf("E-1", "ana")], (_, _) => Entry(opened), None);
        Assert.False(await book.LeaveAsync("E-9", new Leave(August, null), Entry(opened), None));
        Assert.True(await book.LeaveAsync("E-1", new Leave(August.AddDays(30), null), Entry(opened), None));
        await book.BringAsync([HireOf("E-1", "ana") with { On = August.AddDays(1) }], (_, _) => Entry(opened), None);
        Assert.Equal([new Leave(August.AddDays(30), null)], (await book.FindAsync("E-1", None))!.Leaves);
        Assert.True(await book.LeaveAsync("E-1", new Leave(August.AddDays(30), August.AddDays(60)), Entry(opened), None));
        Assert.Equal([new Leave(August.AddDays(30), August.AddDays(60))], Assert.Single(await book.AllAsync(None)).Leaves);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Names_and_addresses_rest_sealed(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await new HireBook(opened.Store).BringAsync([HireOf("E-1", "p-1")], (_, _) => Entry(opened), None);
        var rests = Encoding.UTF8.GetString(Convert.FromHexString(await opened.ScalarAsync<string>(database == "postgres" ? "SELECT encode(ct, 'hex') FROM hire" : "SELECT hex(ct) FROM hire")));
        Assert.DoesNotContain("Ana", rests, StringComparison.Ordinal);
        Assert.DoesNotContain("example", rests, StringComparison.Ordinal);
    }

    private static Hire HireOf(string employee, string? person) =>
        new(employee, person, August, new HireDetails(new PersonText("Ana Lopez"), new PersonText("ana.lopez@example.org"), "counselor", "heron-middle", new PersonText("lead@example.org")));

    private static AuditEntry Entry(OpenedStore opened) => new(Guid.Empty, Actor.Staff("hr"), "hires-brought", "2", opened.Now);
}
