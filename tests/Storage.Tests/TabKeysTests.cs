using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>What processes share for the tabs of the web chat, on both databases: keys that are destroyed, what was used once, and how far conversations are.</summary>
public sealed class TabKeysTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_key_is_the_same_in_every_process_and_after_a_restart_and_is_destroyed_half_an_hour_after_its_own(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var began = opened.Now;
        var key = Keys(opened).KeyAt(began)!;
        Assert.Equal(32, key.Length);
        var copy = key.ToArray();
        await opened.ReopenAsync();
        Assert.Equal(copy, Keys(opened).KeyAt(began));
        Assert.Null(Keys(opened).KeyAt(began + ITabKeys.Period));
        Assert.Null(Keys(opened).KeyAt(began - ITabKeys.Period));

        // Sealed, so that a copy of the folder is no copy of the key.
        var files = System.IO.Directory.GetFiles(opened.Options.Keys!, "tab.*.key");
        Assert.DoesNotContain(Convert.ToHexString(copy), Convert.ToHexString(File.ReadAllBytes(Assert.Single(files))), StringComparison.Ordinal);

        opened.Clock.Advance(ITabKeys.Period);
        await Keys(opened).TendAsync();
        Assert.Equal(copy, Keys(opened).KeyAt(began));
        Assert.NotEqual(copy, Keys(opened).KeyAt(opened.Now));
        opened.Clock.Advance(ITabKeys.Period);
        await Keys(opened).TendAsync();
        Assert.Null(Keys(opened).KeyAt(began));
        Assert.False(File.Exists(files[0]));
    }

    [Fact]
    public async Task Of_two_processes_that_use_the_same_at_once_one_is_first_and_no_row_of_it_stays()
    {
        await using var opened = await OpenedStore.OpenAsync("postgres");
        await using var second = opened.Make();
        await second.StartAsync(None);
        var (one, two) = (Keys(opened), new TabKeys(second, opened.Clock));
        var until = opened.Now.AddMinutes(1);
        for (var i = 0; i < 20; i++)
        {
            var name = $"ticket {i}";
            var first = await Task.WhenAll(one.UseOnceAsync(name, until, None), two.UseOnceAsync(name, until, None));
            Assert.Single(first, f => f);
            Assert.False(await one.UseOnceAsync(name, until, None));
        }

        await one.TendAsync();
        await opened.Wipe.ExpiredConversationsAsync(opened.Now, None);
        Assert.Equal(20, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM used_nonce"));
        opened.Clock.Advance(TimeSpan.FromMinutes(3));
        await two.TendAsync();
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM used_nonce"));
    }

    [Fact]
    public async Task Where_one_process_alone_writes_what_was_used_is_written_nowhere()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite");
        var keys = Keys(opened);
        Assert.True(await keys.UseOnceAsync("ticket", opened.Now.AddMinutes(1), None));
        Assert.False(await keys.UseOnceAsync("ticket", opened.Now.AddMinutes(1), None));
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM used_nonce"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task How_far_conversations_are_is_told_for_as_many_as_are_asked_for(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a2", expected: 1), None);
        var known = Sample.Conversation();
        var many = Enumerable.Range(0, 70).Select(i => new ConversationKey("webchat", $"nobody {i}")).Append(known);

        var marks = await new ConversationMarks(opened.Store).OfAsync(many, None);

        var (key, mark) = Assert.Single(marks);
        Assert.Equal((known, 2), (key, mark.Revision));
        Assert.True(mark.Expires > opened.Now);
        Assert.Equal(database == "postgres", new ConversationMarks(opened.Store).OthersWrite);
    }

    private static TabKeys Keys(OpenedStore opened) => new(opened.Store, opened.Clock);
}
