using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Storage.Tests;

/// <summary>The list of people that a source gave last.</summary>
public class PeopleListTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly byte[] First = Encoding.UTF8.GetBytes("""{"people":["maya.okafor@example.org"]}"""), Second = Encoding.UTF8.GetBytes(new string('x', 700_000));

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task It_is_there_after_a_restart_and_holds_no_name_in_clear(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        Assert.Equal(0, (await new PeopleList(opened.Store).ReadAsync(None)).Revision);
        Assert.True(await new PeopleList(opened.Store).WriteAsync(0, First, opened.Now));
        var rests = Encoding.UTF8.GetString(await RestsAsync(opened));
        Assert.DoesNotContain("okafor", rests, StringComparison.OrdinalIgnoreCase);

        await opened.ReopenAsync();
        var kept = await new PeopleList(opened.Store).ReadAsync(None);
        Assert.Equal((1, opened.Now), (kept.Revision, kept.At));
        Assert.Equal(First, kept.Content.ToArray());
        Assert.True(await new PeopleList(opened.Store).WriteAsync(1, Second, opened.Now));
        Assert.Equal(Second, (await new PeopleList(opened.Store).ReadAsync(None)).Content.ToArray());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Only_whoever_has_seen_the_newest_may_write(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var list = new PeopleList(opened.Store);
        Assert.False(await list.WriteAsync(3, First, opened.Now));
        var begun = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => list.WriteAsync(0, First, opened.Now)));
        Assert.Single(begun, b => b);
        var changed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => list.WriteAsync(1, Second, opened.Now)));
        Assert.Single(changed, c => c);
        Assert.Equal(2, (await list.ReadAsync(None)).Revision);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_list_that_other_hands_have_changed_is_not_read(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var list = new PeopleList(opened.Store);
        await list.WriteAsync(0, First, opened.Now);
        var whole = await RestsAsync(opened);
        whole[^20] ^= 1;
        await opened.ExecuteAsync($"UPDATE people_list SET content={Tamper.Hex(opened, whole)}");
        await Assert.ThrowsAnyAsync<CryptographicException>(() => list.ReadAsync(None));
    }

    private static async Task<byte[]> RestsAsync(OpenedStore opened) =>
        Convert.FromHexString(await opened.ScalarAsync<string>(opened.Options.Provider == "postgres" ? "SELECT encode(content, 'hex') FROM people_list" : "SELECT hex(content) FROM people_list"));
}
