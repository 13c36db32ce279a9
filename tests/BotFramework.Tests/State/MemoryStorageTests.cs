using Microsoft.Bot.Builder;

namespace SupportBot.BotFramework.Tests;

public class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task What_is_read_is_equal_to_what_was_written_but_another_instance()
    {
        var item = new Item { Word = "a" };
        await WriteAsync("k", item);
        var read = Assert.IsType<Item>(await ReadAsync("k"));
        Assert.Equal("a", read.Word);
        Assert.NotSame(item, read);
        Assert.NotSame(read, await ReadAsync("k"));
    }

    [Fact]
    public async Task A_missing_key_is_left_out()
    {
        await WriteAsync("k", new Item());
        Assert.Equal(["k"], (await _storage.ReadAsync(["k", "missing"], default)).Keys);
    }

    [Fact]
    public async Task A_null_reads_as_missing()
    {
        await WriteAsync("k", new Item());
        await WriteAsync("k", null);
        Assert.Null(await ReadAsync("k"));
    }

    [Fact]
    public async Task What_is_deleted_is_gone()
    {
        await WriteAsync("k", new Item());
        await _storage.DeleteAsync(["k", "missing"], default);
        Assert.Null(await ReadAsync("k"));
    }

    [Fact]
    public async Task ETags_count_up_from_zero()
    {
        await WriteAsync("a", new Item());
        await WriteAsync("b", new Item());
        Assert.Equal("0", ((Item)await ReadAsync("a")).ETag);
        Assert.Equal("1", ((Item)await ReadAsync("b")).ETag);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("*", true)]
    [InlineData("7", false)]
    [InlineData(null, false)]
    public async Task A_write_from_another_version_is_a_conflict_unless_it_overwrites(string eTag, bool written)
    {
        await WriteAsync("k", new Item { Word = "old" });
        Task Write() => WriteAsync("k", new Item { Word = "new", ETag = eTag });
        if (written)
            await Write();
        else
            Assert.StartsWith("Etag conflict", (await Assert.ThrowsAnyAsync<ArgumentException>(Write)).Message, StringComparison.Ordinal);
        Assert.Equal(written ? "new" : "old", ((Item)await ReadAsync("k")).Word);
    }

    [Fact]
    public async Task A_conflict_of_one_item_writes_none_of_them()
    {
        await WriteAsync("k", new Item { Word = "old" });
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _storage.WriteAsync(
            new Dictionary<string, object> { ["fresh"] = new Item(), ["k"] = new Item { ETag = "7" } }, default));
        Assert.Null(await ReadAsync("fresh"));
    }

    [Fact]
    public async Task A_thing_without_an_etag_overwrites()
    {
        await WriteAsync("k", new Plain { Word = "old" });
        await WriteAsync("k", new Plain { Word = "new" });
        Assert.Equal("new", ((Plain)await ReadAsync("k")).Word);
    }

    [Fact]
    public async Task Items_can_be_read_by_their_type()
    {
        await WriteAsync("item", new Item { Word = "i" });
        await WriteAsync("plain", new Plain { Word = "p" });
        var items = await _storage.ReadAsync<Item>(["item", "plain", "missing"]);
        Assert.Equal("i", Assert.Single(items).Value.Word);
    }

    [Fact]
    public async Task Of_many_writers_from_the_same_version_exactly_one_wins()
    {
        await WriteAsync("k", new Item());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(async () =>
        {
            try
            {
                await WriteAsync("k", new Item { Word = $"{n}", ETag = "0" });
                return true;
            }
            catch (ArgumentException)
            {
                return false;
            }
        })));
        Assert.Single(outcomes, won => won);
    }

    private async Task<object> ReadAsync(string key) => (await _storage.ReadAsync([key], default)).TryGetValue(key, out var value) ? value : null;

    private Task WriteAsync(string key, object value) => _storage.WriteAsync(new Dictionary<string, object> { [key] = value }, default);

    private sealed class Item : IStoreItem
    {
        public string Word { get; set; }

        public string ETag { get; set; }
    }

    private sealed class Plain
    {
        public string Word { get; set; }
    }
}
