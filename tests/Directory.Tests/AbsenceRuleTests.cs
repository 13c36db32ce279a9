namespace SupportBot.Directory.Tests;

/// <summary>From which share of missed days on: the limits are content.</summary>
public class AbsenceRuleTests
{
    private const string Path = "directory/attendance.yaml";

    private const string Page = """
        format: 1
        protocol: attendance-intervention
        task: tier
        form: tell-us
        alert: tell-counselor
        enrolled-at-least: 10
        bands:
          - { band: low, from: 0, tier: tier-1 }
          - { band: ten, from: 10, tier: tier-2 }
          - { band: twenty, from: 20, tier: tier-3 }
        line: ten
        source: "test"
        status: district default
        """;

    private static DistrictReading Read(string page) => SmallDistrict.Read(new Dictionary<string, string>(SmallDistrict.Files()) { [Path] = page });

    private static AbsenceRule Rule => Read(Page).District!.Absence!;

    [Theory]
    [InlineData(60, 5.9, "low"), InlineData(60, 6, "ten"), InlineData(100, 9.99, "low"), InlineData(60, 12, "twenty"), InlineData(10, 10, "twenty"), InlineData(10, 0, "low"), InlineData(9.5, 9, null), InlineData(0, 0, null)]
    public void A_limit_belongs_to_the_band_above_it_and_few_days_say_nothing(decimal enrolled, decimal absent, string? band) => Assert.Equal(band, Rule.BandOf(enrolled, absent)?.Id);

    [Fact]
    public void Over_the_line_is_from_the_named_band_on_and_no_percent_is_rounded_over_it()
    {
        Assert.Equal((false, true, true, false), (Rule.IsOver(100, 9.99m), Rule.IsOver(100, 10), Rule.IsOver(10, 9), Rule.IsOver(9, 9)));
        Assert.Equal((9.9m, 10m, 14.2m), (AbsenceRule.Percent(100, 9.99m), AbsenceRule.Percent(60, 6), AbsenceRule.Percent(60, 8.55m)));
    }

    [Fact]
    public void A_district_without_the_file_takes_no_figures() => Assert.Null(SmallDistrict.District.Absence);

    [Theory]
    [InlineData("from: 10", "from: 30", "do not rise")]
    [InlineData("from: 0", "from: 5", "do not rise")]
    [InlineData("from: 20", "from: 120", "do not rise")]
    [InlineData("line: ten", "line: eleven", "there is no band \"eleven\"")]
    [InlineData("enrolled-at-least: 10", "enrolled-at-least: 0", "less than one day")]
    [InlineData("task: tier\n", "tasks: tier\n", "not known here")]
    public void Limits_that_make_no_sense_are_faults(string old, string replacement, string what)
    {
        var reading = Read(Page.Replace(old, replacement, StringComparison.Ordinal));
        Assert.Null(reading.District);
        Assert.Contains(reading.Faults, f => f.File == Path && f.What.Contains(what, StringComparison.Ordinal));
    }
}
