using System.Security.Cryptography;
using System.Text;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

public class SealingTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Fact]
    public void Any_text_of_up_to_16000_characters_has_one_of_six_sizes()
    {
        using var key = SealKey.Of(new byte[32]);
        var sizes = new HashSet<int>();
        foreach (var letter in (string[])["a", "é", "字"])
            for (var length = 1; length <= 16_000; length += length < 40 ? 1 : 173)
                sizes.Add(new GcmSealing().Seal(key, new Place("t", "c", default, default), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(letter, length)))).Length);
        sizes.Add(new GcmSealing().Seal(key, new Place("t", "c", default, default), Encoding.UTF8.GetBytes(new string('字', 16_000))).Length);
        Assert.InRange(sizes.Count, 2, 6);
    }

    [Fact]
    public void A_picture_grows_in_steps_of_32_KB() =>
        Assert.Equal([98304, 131072, 131072], new[] { 98300, 98301, 131068 }.Select(Padding.Bucket));

    [Fact]
    public void What_is_sealed_opens_only_unchanged_with_its_key_at_its_place()
    {
        var sealing = new GcmSealing();
        using var key = SealKey.Of(RandomNumberGenerator.GetBytes(32));
        using var other = SealKey.Of(RandomNumberGenerator.GetBytes(32));
        var whole = sealing.Seal(key, new Place("case_words", "ct", "case1"u8, "row1"u8), "words"u8);
        Assert.NotEqual(whole, sealing.Seal(key, new Place("case_words", "ct", "case1"u8, "row1"u8), "words"u8));
        Assert.Equal("words"u8, sealing.Open(key, new Place("case_words", "ct", "case1"u8, "row1"u8), whole).Span);

        Assert.False(sealing.TryOpen(other, new Place("case_words", "ct", "case1"u8, "row1"u8), whole, out _));
        Assert.False(sealing.TryOpen(key, new Place("case_wordsc", "t", "case1"u8, "row1"u8), whole, out _));
        Assert.False(sealing.TryOpen(key, new Place("transcript", "ct", "case1"u8, "row1"u8), whole, out _));
        Assert.False(sealing.TryOpen(key, new Place("case_words", "label", "case1"u8, "row1"u8), whole, out _));
        Assert.False(sealing.TryOpen(key, new Place("case_words", "ct", "case2"u8, "row1"u8), whole, out _));
        Assert.False(sealing.TryOpen(key, new Place("case_words", "ct", "case1"u8, "row2"u8), whole, out _));
        Assert.False(sealing.TryOpen(key, new Place("case_words", "ct", "case1r"u8, "ow1"u8), whole, out _));
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.AsSpan().ToArray();
            changed[at] ^= 1;
            Assert.False(sealing.TryOpen(key, new Place("case_words", "ct", "case1"u8, "row1"u8), changed, out _), $"byte {at}");
        }

        Assert.False(sealing.TryOpen(key, new Place("case_words", "ct", "case1"u8, "row1"u8), whole.AsSpan(0, 20), out _));
    }

    [Fact]
    public void A_value_in_clear_is_never_taken_for_a_sealed_one()
    {
        using var key = SealKey.Of(new byte[32]);
        var clear = new PlainSealing().Seal(key, new Place("t", "c", default, default), "words"u8);
        Assert.False(new GcmSealing().TryOpen(key, new Place("t", "c", default, default), clear, out _));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Words_moved_between_rows_cases_kinds_or_authors_do_not_open(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (first, key, _) = await opened.OpenCaseAsync("first");
        var (second, _, _) = await opened.OpenCaseAsync("second");
        var reply = CaseEngine.ReporterWrites(first, Sample.WordsOf(first.Id, "more", WordsKind.Reply, Actor.Reporter, opened.Now), Sample.Moment(opened.Now, Actor.Reporter));
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "r1", conversation: "later") with { Cases = [new CaseCommit(reply, 1, key)] }, None);

        var (a, b) = (Tamper.Hex(opened, first.Id), Tamper.Hex(opened, second.Id));
        string[] attacks =
        [
            $"UPDATE case_words SET ct=(SELECT ct FROM kept k WHERE k.case_id={a} AND k.kind=2) WHERE case_id={a} AND kind=0",
            $"UPDATE case_words SET ct=(SELECT ct FROM kept k WHERE k.case_id={b}) WHERE case_id={a} AND kind=0",
            $"UPDATE case_words SET case_id={a} WHERE case_id={b}",
            $"UPDATE case_words SET kind=3 WHERE case_id={a} AND kind=2",
            $"UPDATE case_words SET author='staff:eve' WHERE case_id={a} AND kind=2",
            $"UPDATE case_words SET id={Tamper.Hex(opened, Guid.NewGuid())} WHERE case_id={a} AND kind=2",
            $"UPDATE case_words SET ct=(SELECT excluded FROM case_file WHERE id={a}) WHERE case_id={a} AND kind=2",
        ];
        await opened.ExecuteAsync("CREATE TABLE kept AS SELECT * FROM case_words");
        foreach (var attack in attacks)
        {
            Assert.NotEqual(0, await opened.ExecuteAsync(attack));
            await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(opened, first.Id));
            await opened.ExecuteAsync("DELETE FROM case_words");
            await opened.ExecuteAsync("INSERT INTO case_words SELECT * FROM kept");
            Assert.Equal(["first", "more"], await ReadAsync(opened, first.Id));
        }

        // The key of another case opens nothing either.
        await opened.ExecuteAsync($"UPDATE case_key SET slot_d=(SELECT k.slot_d FROM case_key k WHERE k.case_id={b}) WHERE case_id={a}");
        await opened.ReopenAsync();
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(opened, first.Id));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task States_and_replies_moved_between_conversations_or_turns_do_not_open(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a2", expected: 1), None);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1", conversation: "c2"), None);
        await opened.ExecuteAsync("UPDATE transcript SET ct=(SELECT t.ct FROM transcript t WHERE t.conversation=transcript.conversation AND t.revision=1) WHERE revision=2");
        await opened.ExecuteAsync("UPDATE conversation SET state=(SELECT c.state FROM conversation c WHERE c.revision=2) WHERE revision=1");
        await opened.ReopenAsync();
        Assert.Equal(2, (await opened.Turns.RepliesAsync(Sample.Conversation(), Sample.Tab(), 0, None)).Count);
        Assert.Null(await opened.Turns.LoadAsync(Sample.Conversation("c2"), Sample.Tab(), None));
        Assert.NotNull(await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_case_whose_list_of_people_kept_out_was_changed_is_shown_to_nobody(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (named, _, _) = await opened.OpenCaseAsync(excluded: ["vice-principal"]);
        var (other, _, _) = await opened.OpenCaseAsync();
        Assert.Equal(["vice-principal"], (await opened.Book.FindAsync(named.Id, None))!.Excluded);
        await opened.ExecuteAsync($"UPDATE case_file SET excluded=(SELECT f.excluded FROM case_file f WHERE f.id={Tamper.Hex(opened, other.Id)}) WHERE id={Tamper.Hex(opened, named.Id)}");
        await Assert.ThrowsAnyAsync<CryptographicException>(() => opened.Book.FindAsync(named.Id, None));
        Assert.Equal([other.Id], (await opened.Book.QueueAsync(new SupportBot.Console.QueueFilter(null), None)).Select(c => c.Id));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_opened_case_key_is_forgotten_after_a_minute_without_use(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        await ReadAsync(opened, @case.Id);
        Assert.Equal(1, opened.Store.Open.Keys.Held);
        opened.Clock.Advance(TimeSpan.FromSeconds(45));
        await ReadAsync(opened, @case.Id);
        opened.Clock.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(1, opened.Store.Open.Keys.Held);
        opened.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0, opened.Store.Open.Keys.Held);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_case_without_its_slots_is_gone_for_everybody(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, code) = await opened.OpenCaseAsync();
        await opened.ExecuteAsync("DELETE FROM case_key");
        await opened.ReopenAsync();
        Assert.Empty(await ReadAsync(opened, @case.Id));
        Assert.Null(await opened.Turns.OpenByReceiptAsync(code, None));
    }

    private static async Task<IEnumerable<string>> ReadAsync(OpenedStore opened, Guid caseId)
    {
        var @case = (await opened.Book.FindAsync(caseId, None))!;
        var words = await opened.Book.OpenWordsAsync(CaseEngine.Read(@case, Sample.Moment(opened.Now, Actor.Staff("ana"))), @case.Revision, None);
        return words!.Select(w => w.Text.Reveal());
    }
}
