using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage.Tests;

/// <summary>What was completed before this program came, on both databases: kept once, sealed where it is words, and taken back.</summary>
public class EarlierBookTests
{
    private const string Words = "held by the neighbours at Lakeside";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = new(2026, 11, 23), Day = new(2025, 9, 2);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static EarlierLine Line(string person, string course = "sp-l1", string source = Words, DateOnly? on = null) => new(new Completion(person, course, on ?? Day, new DateOnly(2027, 9, 2)) { Brought = Today }, new PersonText(source));

    private static Func<EarlierLine, AuditEntry> Note(OpenedStore opened) => line => new(Guid.Empty, Actor.Staff("naomi"), AuditAction.CompletionBrought, $"{line.Completion.PersonId}:{line.Completion.CourseId}", opened.Now);

    private static AuditEntry Back(OpenedStore opened) => new(Guid.Empty, Actor.Staff("naomi"), AuditAction.CompletionTakenBack, "ana:sp-l1", opened.Now);

    private static AuditEntry Recorded(OpenedStore opened) => Back(opened) with { Action = AuditAction.CompletionRecorded };

    private static async Task<long> AuditedAsync(OpenedStore opened, string action) => Convert.ToInt64(await opened.ScalarAsync<object>($"SELECT COUNT(*) FROM audit WHERE action='{action}'"), System.Globalization.CultureInfo.InvariantCulture);

    [Theory, MemberData(nameof(Databases))]
    public async Task A_line_is_read_as_it_was_written_and_as_a_completion_without_a_certificate_wherever_completions_are_read(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new EarlierBook(opened.Store);
        Assert.Equal(2, await book.BringAsync([Line("ben"), Line("ana")], Note(opened), None));
        await opened.ReopenAsync();
        book = new EarlierBook(opened.Store);

        Assert.Equal([Line("ana"), Line("ben")], await book.AllAsync(None));
        Assert.Equal([Line("ana")], await book.OfPersonAsync("ana", None));
        var done = Line("ana").Completion;
        var transcripts = new TranscriptBook(opened.Store);
        Assert.Equal([done], (await transcripts.OfAsync("ana", None)).Completions);
        Assert.Equal([done], (await transcripts.AllAsync(new HashSet<string> { "sp-l1" }, None))["ana"].Completions);
        Assert.Contains(done, await transcripts.DoneAsync(new HashSet<string> { "sp-l1" }, None));
        Assert.Equal([done, Line("ben").Completion], await new Certificates(opened.Store).EndingAsync(new DateOnly(2027, 9, 1), new DateOnly(2027, 9, 3), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Where_it_is_from_and_why_it_was_taken_back_rest_sealed(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new EarlierBook(opened.Store);
        await book.BringAsync([Line("ana"), Line("ben")], Note(opened), None);
        await book.TakeBackAsync("ana", "sp-l1", Day, new PersonText("another Ana of Lakeside"), Back(opened), None);
        foreach (var column in new[] { "source", "why" })
            Assert.DoesNotContain("Lakeside", System.Text.Encoding.UTF8.GetString(await opened.ScalarAsync<byte[]>($"SELECT {column} FROM training_done WHERE person='ana'")), StringComparison.Ordinal);

        // Bound to its row: what somebody copies into another opens nowhere.
        await opened.ExecuteAsync("UPDATE training_done SET source=(SELECT source FROM training_done WHERE person='ana') WHERE person='ben'");
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => book.OfPersonAsync("ben", None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_list_again_adds_nothing_and_the_journal_has_each_line_once(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new EarlierBook(opened.Store);
        await new TrainingRolls(opened.Store).RecordAsync([new Completion("ana", "sp-l1", Day, DateOnly.MaxValue, "T-1")], Recorded(opened), None);
        Assert.Equal(1, await book.BringAsync([Line("ana"), Line("ben")], Note(opened), None));
        Assert.Equal(0, await book.BringAsync([Line("ben", source: "somewhere else")], Note(opened), None));

        Assert.Equal([Line("ben")], await book.AllAsync(None));
        Assert.Equal("T-1", Assert.Single((await new TranscriptBook(opened.Store).OfAsync("ana", None)).Completions).Serial);
        Assert.Equal(1, await AuditedAsync(opened, AuditAction.CompletionBrought));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_that_confirm_the_same_list_at_once_add_nothing_twice(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var lines = Enumerable.Range(0, 200).Select(n => Line($"person-{n}")).ToList();
        var stores = database == "postgres" ? new[] { opened.Store, opened.Make() } : [opened.Store, opened.Store];
        if (database == "postgres") await stores[1].StartAsync(None);
        var added = await Task.WhenAll(stores.SelectMany(s => new[] { lines, Enumerable.Reverse(lines).ToList() }.Select(l => new EarlierBook(s).BringAsync(l, Note(opened), None))));
        if (database == "postgres") await stores[1].DisposeAsync();

        Assert.Equal(200, added.Sum());
        Assert.Equal(200, (await new EarlierBook(opened.Store).AllAsync(None)).Count);
        Assert.Equal(200, await AuditedAsync(opened, AuditAction.CompletionBrought));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_line_is_taken_back_once_with_its_reason_and_a_list_does_not_bring_it_back(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (book, why) = (new EarlierBook(opened.Store), new PersonText("another Ana"));
        await book.BringAsync([Line("ana")], Note(opened), None);
        Assert.False(await book.TakeBackAsync("ana", "sp-l1", Day.AddDays(1), why, Back(opened), None));
        Assert.True(await book.TakeBackAsync("ana", "sp-l1", Day, why, Back(opened), None));
        Assert.False(await book.TakeBackAsync("ana", "sp-l1", Day, why, Back(opened), None));
        Assert.Equal(0, await book.BringAsync([Line("ana")], Note(opened), None));

        var line = Assert.Single(await book.AllAsync(None));
        Assert.Equal((true, "another Ana"), (line.Completion.Revoked, line.WhyTakenBack?.Reveal()));
        Assert.Empty((await new TranscriptBook(opened.Store).OfAsync("ana", None)).ValidOn(Today));
        Assert.Equal(1, await AuditedAsync(opened, AuditAction.CompletionTakenBack));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_came_to_be_here_is_no_line_of_a_list(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new EarlierBook(opened.Store);
        await new TrainingRolls(opened.Store).RecordAsync([new Completion("ana", "sp-l1", Day, DateOnly.MaxValue, "T-1"), new Completion("ben", "sp-l1", Day, DateOnly.MaxValue)], Recorded(opened), None);
        Assert.Empty(await book.AllAsync(None));
        Assert.False(await book.TakeBackAsync("ana", "sp-l1", Day, new PersonText("x"), Back(opened), None));
        Assert.False(await book.TakeBackAsync("ben", "sp-l1", Day, new PersonText("x"), Back(opened), None));
        Assert.Equal(0, await AuditedAsync(opened, AuditAction.CompletionTakenBack));
    }
}
