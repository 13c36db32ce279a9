using SupportBot.Dialogs;
using SupportBot.Protocols;

namespace SupportBot.Storage.Tests;

/// <summary>What surveys count.</summary>
public class TallyTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static TallyMark Mark(string choice, string month = "2026-11", string school = "north") => new("student-pulse@1", school, month, "belong", choice);

    [Theory, MemberData(nameof(Databases))]
    public async Task Choices_add_up_by_school_and_month_and_a_repeat_counts_once(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        foreach (var (id, marks) in new (string, TallyMark[])[] { ("a", [Mark("often")]), ("b", [Mark("often"), Mark("often", "2026-07")]), ("b", [Mark("often")]), ("c", [Mark("seldom", school: "south")]) })
            await opened.Turns.CommitAsync(Sample.Turn(opened.Now, id, conversation: id) with { Tallies = marks }, None);

        var counts = await new Tallies(opened.Store).ReadAsync("student-pulse@1", "2026-08", "2026-11", None);
        Assert.Equal([new SurveyCount("north", "belong", "often", 2), new SurveyCount("south", "belong", "seldom", 1)], counts.OrderBy(c => c.SchoolId, StringComparer.Ordinal));
        Assert.Empty(await new Tallies(opened.Store).ReadAsync("student-pulse@2", "2026-08", "2026-11", None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Nothing_is_counted_of_a_turn_that_was_not_saved(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        Assert.Equal(CommitOutcome.Conflict, (await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a", expected: 4) with { Tallies = [Mark("often")] }, None)).Outcome);
        Assert.Empty(await new Tallies(opened.Store).ReadAsync("student-pulse@1", "2026-08", "2026-11", None));
    }
}
