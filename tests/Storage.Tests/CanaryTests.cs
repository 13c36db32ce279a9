using System.Text;
using System.Text.Json;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>Plants sentences in everything a person may have written or been told, and searches every byte that storage leaves behind.</summary>
public class CanaryTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task No_planted_sentence_is_in_any_file_of_the_database_or_the_keys()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite");
        var planted = await PlantAsync(opened);
        Assert.Empty(Found(planted, Files(opened)));
        await opened.Wipe.EmptyJournalAsync();
        Assert.Empty(Found(planted, Files(opened)));
        await opened.Store.DisposeAsync();
        Assert.Empty(Found(planted, Files(opened)));
    }

    [Fact]
    public async Task The_same_search_finds_every_planted_sentence_when_nothing_is_sealed()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite", new PlainSealing());
        var planted = await PlantAsync(opened);
        var found = Found(planted.Where(p => p.IsSealed), Files(opened));
        Assert.Equal(planted.Where(p => p.IsSealed).Select(p => p.Where).Order(), found.Order());
    }

    [Theory, InlineData("base64"), InlineData("utf16"), InlineData("json"), InlineData("hex")]
    public void The_search_knows_the_disguises(string disguise)
    {
        const string sentence = "¿Él dijo \"nada\" a mi hermana?";
        var bytes = disguise switch
        {
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("xy" + sentence + "z"))),
            "utf16" => Encoding.Unicode.GetBytes(sentence),
            "json" => JsonSerializer.SerializeToUtf8Bytes(sentence),
            _ => Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(sentence))),
        };
        Assert.Single(Found([new Canary("x", sentence, true)], [bytes]));
        Assert.Empty(Found([new Canary("x", "something else entirely", true)], [bytes]));
    }

    [Fact]
    public async Task PostgreSQL_holds_no_planted_sentence_in_any_table()
    {
        await using var opened = await OpenedStore.OpenAsync("postgres");
        var planted = await PlantAsync(opened);
        string[] tables = ["conversation", "transcript", "turn_key", "case_file", "case_words", "case_key", "outbox", "deadline", "audit", "store_mark"];
        var dump = new List<byte[]>();
        foreach (var table in tables)
            dump.Add(Encoding.UTF8.GetBytes(await opened.ScalarAsync<string>($"SELECT COALESCE(string_agg(t::text, E'\\n'), '') FROM {table} t")));
        Assert.All(dump.Take(9), d => Assert.NotEmpty(d));
        Assert.Empty(Found(planted, dump));
    }

    [Fact]
    public async Task A_wiped_conversation_leaves_no_byte_behind_once_the_journal_is_emptied()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite", new PlainSealing());
        const string sentence = "this draft was never sent";
        for (var i = 0; i < 40; i++)
            await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1", conversation: $"c{i}", state: $"{{\"draft\":\"{sentence} {i}\"}}") with { Replies = [Sample.Utf8(sentence + new string('.', 3000))] }, None);
        Assert.Single(Found([new Canary("draft", sentence, true)], Files(opened)));
        opened.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(40, await opened.Wipe.ExpiredConversationsAsync(opened.Now, None));
        Assert.Empty(Found([new Canary("draft", sentence, true)], Files(opened)));
        Assert.Equal(0, new FileInfo(Path.Combine(opened.DatabaseFolder, "supportbot.db-wal")).Length);
    }

    private static async Task<List<Canary>> PlantAsync(OpenedStore opened)
    {
        var planted = new List<Canary>();
        string Plant(string where, bool isSealed = true)
        {
            var sentence = $"Él dijo \"{where}\" {Guid.NewGuid():N}";
            planted.Add(new Canary(where, sentence, isSealed));
            return sentence;
        }

        var (step, code) = (Sample.Report(opened.Now, Plant("report"), [Plant("excluded")]), ReceiptCode.New());
        planted.Add(new Canary("receipt", code.Secret, false));
        planted.Add(new Canary("receipt as shown", code.Shown, false));
        var others = Enum.GetValues<WordsKind>().Select(kind => Sample.WordsOf(step.Case.Id, Plant(kind.ToString()), kind, Actor.Reporter, opened.Now)).ToList();
        step = step with { Words = [.. step.Words, .. others] };
        var key = CaseKey.New();
        var conversation = new ConversationKey("webchat", Plant("conversation"));
        await opened.Turns.CommitAsync(
            Sample.Turn(opened.Now, Plant("activity", isSealed: false)) with
            {
                Key = conversation,
                State = Sample.Utf8(Plant("state")),
                Replies = [Sample.Utf8(Plant("reply")), Sample.Utf8(Plant("second reply"))],
                Cases = [new CaseCommit(step, 0, key, code)],
                ServerMayGoOn = true,
                Timers = [new SilenceTimer("run", "token", opened.Now.AddMinutes(5))],
            },
            None);
        var noted = CaseEngine.AddNote((await opened.Book.FindAsync(step.Case.Id, None))!, Sample.WordsOf(step.Case.Id, Plant("console note"), WordsKind.Note, Actor.Staff("ana"), opened.Now), Sample.Moment(opened.Now, Actor.Staff("ana"))).Step!;
        Assert.True(await opened.Book.CommitAsync(noted, 1, None));
        Assert.NotNull(await opened.Turns.OpenByReceiptAsync(code, None));
        return planted;
    }

    private static List<byte[]> Files(OpenedStore opened) =>
        [.. System.IO.Directory.EnumerateFiles(opened.Folder, "*", SearchOption.AllDirectories).Select(ReadShared)];

    private static byte[] ReadShared(string file)
    {
        if (file.EndsWith(".lock", StringComparison.Ordinal)) return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static List<string> Found(IEnumerable<Canary> canaries, IReadOnlyList<byte[]> files) =>
        [.. canaries.Where(c => Disguises(c.Sentence).Any(d => files.Any(f => f.AsSpan().IndexOf(d) >= 0))).Select(c => c.Where)];

    private static IEnumerable<byte[]> Disguises(string sentence)
    {
        var utf8 = Encoding.UTF8.GetBytes(sentence);
        yield return utf8;
        yield return Encoding.Unicode.GetBytes(sentence);
        yield return Encoding.BigEndianUnicode.GetBytes(sentence);
        yield return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(sentence)[1..^1]);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(utf8));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8));
        for (var shift = 0; shift < 3; shift++)
        {
            // Four letters at each end depend on the neighbours.
            var text = Convert.ToBase64String([.. new byte[shift], .. utf8]);
            yield return Encoding.ASCII.GetBytes(text[4..^4]);
        }
    }

    private sealed record Canary(string Where, string Sentence, bool IsSealed);
}
