using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

/// <summary>No number of a table gives a small one away.</summary>
public class SmallCountsTests
{
    private static string Published(long[] counts) =>
        string.Join(' ', SmallCounts.Of(counts).Select((s, i) => s switch { Shown.Exact => $"{counts[i]}", Shown.FewerThanTen => "<10", _ => "?" }));

    [Theory]
    [InlineData("0 12 30", "0 12 30")]
    [InlineData("3 4 25", "? ? ?")]
    [InlineData("3 4 25 40 0", "<10 <10 ? 40 0")]
    [InlineData("3 12 40", "<10 ? 40")]
    [InlineData("3 12 13 60", "<10 ? 13 60")]
    [InlineData("1 10 11 60", "? ? ? ?")]
    [InlineData("9 9", "? ?")]
    [InlineData("2 3 4 4 3 50", "<10 <10 <10 <10 <10 50")]
    public void Shows(string counts, string published) => Assert.Equal(published, Published([.. counts.Split(' ').Select(long.Parse)]));

    [Fact]
    public void A_number_below_ten_is_never_shown_and_can_never_be_worked_out_from_the_others_their_total_and_this_rule()
    {
        // Whoever knows the rule tries every table of the same total and keeps those that would have been published alike.
        foreach (var (parts, most) in new[] { (2, 60), (3, 48), (4, 30) })
            for (var total = 10; total <= most; total++)
                foreach (var alike in Tables(parts, total).GroupBy(Published))
                {
                    var first = alike.First();
                    for (var at = 0; at < parts; at++)
                        if (first[at] is > 0 and < 10)
                            Assert.True(alike.Select(t => t[at]).Distinct().Count() > 1, $"{alike.Key} of {total}: part {at} is {first[at]}");
                    // Nor do all small ones together come to a number below ten.
                    long Small(long[] table) => table.Where(c => c is > 0 and < 10).Sum();
                    if (Small(first) is > 0 and < 10)
                        Assert.True(alike.Select(Small).Distinct().Count() > 1, $"{alike.Key} of {total}: the small ones are {Small(first)}");
                }
    }

    [Fact]
    public void What_is_called_fewer_than_ten_is()
    {
        foreach (var table in Tables(4, 33))
            Assert.All(SmallCounts.Of(table).Zip(table).Where(pair => pair.First == Shown.FewerThanTen), pair => Assert.InRange(pair.Second, 1, 9));
    }

    private static IEnumerable<long[]> Tables(int parts, long total)
    {
        if (parts == 1) return [[total]];
        return from first in Enumerable.Range(0, (int)total + 1) from rest in Tables(parts - 1, total - first) select (long[])[first, .. rest];
    }
}
