using SupportBot.Cases;

namespace SupportBot.Protocols.Tests;

/// <summary>What the school's year begins by itself, as content says it.</summary>
public class YearlyTests
{
    private const string Entry = "{ id: nominate, on: \"02-01\", due: \"02-28\", tells: counselor, levels: [elementary, middle], starts: true, text: \"The hand-offs begin.\", source: \"the calendar\", status: verify }";

    private static string With(string entries) => Samples.Text(Samples.Help).Replace("owner: principal\n", $"owner: principal\nyearly: [{entries}]\n", StringComparison.Ordinal);

    private static IReadOnlyList<string> Faults(string entry)
    {
        var (protocol, faults) = ProtocolReader.Read("small/1.yaml", With(entry));
        var known = Samples.References with { Levels = new HashSet<string> { "elementary", "middle", "high" } };
        return [.. faults.Concat(protocol is null ? [] : ProtocolChecks.Check(protocol, known)).Select(f => $"{f.Line} {f.What}")];
    }

    [Fact]
    public void An_entry_says_when_to_whom_and_where_it_comes_from()
    {
        var entry = Assert.Single(Samples.Read(With(Entry)).Yearly);
        Assert.Equal(("nominate", "02-01", "02-28", "counselor", WorkCalendar.SchoolDays, true, "The hand-offs begin.", "verify"), (entry.Id, $"{entry.On}", $"{entry.Due}", entry.Tells, entry.Days, entry.Starts, entry.Text, entry.Source.Status));
        Assert.True(entry.Concerns(["middle", "high"]));
        Assert.False(entry.Concerns(["high"]));
        Assert.False(entry.Concerns([]));
        Assert.True((entry with { Levels = [] }).Concerns([]));
        Assert.Equal(new DateOnly(2027, 2, 28), entry.DueAfter(new DateOnly(2027, 2, 1)));
        Assert.Empty(Faults(Entry));
    }

    [Theory]
    [InlineData("02-01", "02-30", "not a day of the year")]
    [InlineData("due: \"02-28\"", "due: \"01-31\"", "not within nine months")]
    [InlineData("due: \"02-28\"", "due: \"02-01\"", "not within nine months")]
    [InlineData("due: \"02-28\", ", "", "due is missing")]
    [InlineData("tells: counselor", "tells: counsellor", "there is no role counsellor")]
    [InlineData("levels: [elementary, middle]", "levels: [elementary, midle]", "there is no level midle")]
    [InlineData("starts: true", "calendar: school-hours", "a school day or a working day")]
    [InlineData("starts: true", "stars: true", "\"stars\" is not known")]
    [InlineData("status: verify", "status: sure", "status cannot be \"sure\"")]
    public void What_is_wrong_with_it_is_told_at_its_line(string old, string now, string what)
    {
        Assert.Contains(old, Entry, StringComparison.Ordinal);
        Assert.Contains(Faults(Entry.Replace(old, now, StringComparison.Ordinal)), f => f.StartsWith("10 ", StringComparison.Ordinal) && f.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_entries_of_one_id_are_one_too_many() => Assert.Contains(Faults($"{Entry}, {Entry}"), f => f.Contains("another entry nominate", StringComparison.Ordinal));

    [Fact]
    public void A_district_may_move_its_days_without_a_new_version_and_a_pinned_text_begins_nothing()
    {
        var (with, without) = (Samples.Read(With(Entry)), Samples.Of(Samples.Help));
        Assert.Equal(without.Hash, with.Hash);
        Assert.Empty(ProtocolReader.ReadCanonical(with.CanonicalJson).Protocol!.Yearly);
    }

    [Fact]
    public void Staff_read_it_in_their_language_where_it_is_translated()
    {
        var protocol = Samples.Read(With(Entry));
        var texts = string.Join('\n', TextKeys.Of(protocol).Select(k => $"  {k.Key}: \"x\""));
        ProtocolLanguage Read(string more, out IReadOnlyList<Yaml.Fault> faults)
        {
            var (language, found) = LanguageReader.Read("small/1.es.yaml", $"protocol: small@1\nlanguage: es\ntext:\n{texts}\n{more}", protocol, forStaff: true);
            faults = found;
            return language!;
        }

        Assert.Equal("Empiezan.", Read("  yearly.nominate: \"Empiezan.\"\n", out var none).Over(protocol.Yearly[0]).Text);
        Assert.Empty(none);
        Assert.Equal("The hand-offs begin.", Read("", out var warned).Over(protocol.Yearly[0]).Text);
        Assert.Contains("yearly.nominate", Assert.Single(warned).What, StringComparison.Ordinal);
        Assert.True(Read("", out _).IsComplete);
    }

    [Fact]
    public void The_comparison_tells_of_entries_that_came_moved_were_reworded_and_went()
    {
        IEnumerable<string> Between(string before, string after) => VersionDifferences.Between(Samples.Read(With(before)), Samples.Read(With(after))).Select(d => d.Sentence);
        Assert.Equal(["Every year it now begins by itself on February 1, to the counselor of elementary, middle, due on February 28: “The hand-offs begin.”"], Between("", Entry));
        Assert.Equal(["Every year it begins by itself on March 1, to the counselor of elementary, middle, due on March 28; before: on February 1, to the counselor of elementary, middle, due on February 28."], Between(Entry, Entry.Replace("\"02-", "\"03-", StringComparison.Ordinal)));
        Assert.Equal(["What the year tells on February 1 was reworded."], Between(Entry, Entry.Replace("begin.", "start.", StringComparison.Ordinal)));
        Assert.Equal(["The year no longer begins “The hand-offs begin.”"], Between(Entry, ""));
    }
}
