using System.Text;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage.Tests;

/// <summary>Courses that people need not do: once at a time, with a reason that rests sealed, until they end or are taken back.</summary>
public class WaiverTests
{
    private const string Why = "On chemotherapy until spring: Marisol Vega";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static Task<bool> WaiveAsync(OpenedStore opened, string person = "ana", DateOnly? on = null, DateOnly? until = null, string course = "eq-3") => new Waivers(opened.Store).WaiveAsync(
        new Waiver(person, course, "hr", on ?? Today, until ?? DateOnly.MaxValue), new PersonText(Why), Entry(opened, AuditAction.CourseWaived, $"{person}:{course}"), None);

    private static AuditEntry Entry(OpenedStore opened, string action, string subject) => new(Guid.Empty, Actor.Staff("hr"), action, subject, opened.Now);

    private static async Task<IReadOnlyList<string>> JournalAsync(OpenedStore opened) => [.. (await opened.Book.TimelineAsync(Guid.Empty, None)).Select(e => $"{e.Action} {e.Subject}")];

    [Theory, MemberData(nameof(Databases))]
    public async Task The_reason_rests_sealed_opens_for_its_person_course_and_day_only_and_whoever_reads_it_stands_in_the_journal(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new Waivers(opened.Store);
        Assert.Empty(await book.ReadAsync("eq-3", Today, Entry(opened, AuditAction.WaiversRead, "eq-3"), None));
        Assert.True(await WaiveAsync(opened));
        var (waiver, reason) = Assert.Single(await book.ReadAsync("eq-3", Today, Entry(opened, AuditAction.WaiversRead, "eq-3"), None));
        Assert.Equal((new Waiver("ana", "eq-3", "hr", Today, DateOnly.MaxValue), Why), (waiver, reason.Reveal()));
        Assert.Equal(["course-waived ana:eq-3", "waivers-read eq-3"], (await JournalAsync(opened)).Order());

        var rests = Encoding.UTF8.GetString(Convert.FromHexString(await opened.ScalarAsync<string>($"SELECT {(database == "postgres" ? "encode(ct, 'hex')" : "hex(ct)")} FROM training_waiver")));
        Assert.DoesNotContain("chemotherapy", rests, StringComparison.Ordinal);
        foreach (var change in new[] { "person='ben'", "person='ana', course='eq-2'", "course='eq-3', given=given-1" })
        {
            await opened.ExecuteAsync($"UPDATE training_waiver SET {change}");
            await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => book.ReadAsync(change.Contains("eq-2", StringComparison.Ordinal) ? "eq-2" : "eq-3", Today, Entry(opened, AuditAction.WaiversRead, "x"), None));
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task It_is_waived_once_until_it_has_ended_or_was_taken_back_and_what_was_refused_leaves_no_trace(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new Waivers(opened.Store);
        Assert.True(await WaiveAsync(opened, until: Today.AddDays(10)));
        Assert.False(await WaiveAsync(opened));
        Assert.False(await WaiveAsync(opened, on: Today.AddDays(10)));
        Assert.True(await WaiveAsync(opened, "ben"));
        Assert.True(await WaiveAsync(opened, course: "eq-2"));
        Assert.True(await WaiveAsync(opened, on: Today.AddDays(11)));
        Assert.Equal(4, (await JournalAsync(opened)).Count);
        Assert.Equal(["ana", "ben"], (await book.OfCourseAsync("eq-3", Today, None)).Select(w => w.PersonId));

        Assert.True(await book.TakeBackAsync("ana", "eq-3", Today, Entry(opened, AuditAction.WaiverTakenBack, "ana:eq-3"), None));
        Assert.False(await book.TakeBackAsync("ana", "eq-3", Today, Entry(opened, AuditAction.WaiverTakenBack, "ana:eq-3"), None));
        Assert.Equal(["ben"], (await book.OfCourseAsync("eq-3", Today, None)).Select(w => w.PersonId));
        Assert.DoesNotContain("eq-3", (await new TranscriptBook(opened.Store).OfAsync("ana", None)).ValidOn(Today));
        Assert.Contains("eq-3", (await new TranscriptBook(opened.Store).OfAsync("ana", None)).ValidOn(Today.AddDays(11)));
        Assert.Equal(5, (await JournalAsync(opened)).Count);
    }
}
