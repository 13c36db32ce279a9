using System.Text.RegularExpressions;
using SupportBot.Directory;

namespace SupportBot.Content.Tests;

public partial class ResourceContentTests
{
    private static readonly ResourceShelf Shelf = BuiltInDirectory.District.Resources;

    private static readonly DateTimeOffset SchoolNight = new(2026, 11, 24, 5, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NextSummer = new(2027, 7, 1, 5, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Jurisdictions() => ["OR", "CA"];

    [Fact]
    public void Every_resource_has_a_source_and_a_status()
    {
        Assert.NotEmpty(Shelf.All);
        Assert.All(Shelf.All, r =>
        {
            Assert.NotEmpty(r.Source);
            Assert.True(Enum.IsDefined(r.Status));
            Assert.Equal(r.Status == ResourceStatus.DistrictDefault, r.Source.Contains("demo", StringComparison.Ordinal));
        });
    }

    [Theory, MemberData(nameof(Jurisdictions))]
    public void Every_list_begins_with_911_988_and_crisis_text_line_by_call_and_text(string jurisdiction)
    {
        foreach (var list in Shelf.Lists)
            foreach (var who in Enum.GetValues<Who>())
                foreach (var at in new[] { SchoolNight, NextSummer })
                {
                    var first = Shelf.List(list.Id, new ResourceAudience(["US", jurisdiction], who), at).Take(3).Select(s => s.Resource).ToList();
                    Assert.Equal("911", first[0].Phone);
                    Assert.Equal("988", first[1].Phone);
                    Assert.Equal("988", first[1].Text?.To);
                    Assert.Equal("741741", first[2].Text?.To);
                    Assert.All(first, r => Assert.True(r.Hours.IsAlways));
                }
    }

    [Theory, MemberData(nameof(Jurisdictions))]
    public void Every_topic_has_something_for_a_student(string jurisdiction)
    {
        var empty = Shelf.Topics.Where(t => Shelf.ByTopic(t.Id, new ResourceAudience(["US", jurisdiction, "riverbend"], Who.Student), SchoolNight).First.Count == 0);
        Assert.Empty(empty.Select(t => t.Id));
    }

    [Theory, MemberData(nameof(Jurisdictions))]
    public void The_help_of_one_state_is_not_shown_in_the_other(string jurisdiction)
    {
        var other = jurisdiction == "OR" ? "CA" : "OR";
        var shown = Shelf.Topics.Select(t => Shelf.ByTopic(t.Id, new ResourceAudience(["US", jurisdiction], Who.Student), SchoolNight))
            .SelectMany(p => p.First.Concat(p.More)).Select(s => s.Resource);
        Assert.DoesNotContain(shown, r => r.Areas.Contains(other));
    }

    [Fact]
    public void Nothing_says_press_3()
    {
        var offenders = BuiltInDirectory.Files.Where(f => !f.Key.StartsWith("topics/", StringComparison.Ordinal) && PressThree().IsMatch(WithoutComments(f.Value))).Select(f => f.Key);
        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("844-472-3364", "SafeOregon ends in 3367")]
    [InlineData("741441", "the Crisis Text Line is 741741")]
    public void A_known_misprint_does_not_return(string misprint, string cure) =>
        Assert.True(!BuiltInDirectory.Files.Values.Any(text => text.Contains(misprint, StringComparison.Ordinal)), $"{misprint}: {cure}");

    [Fact]
    public void Nobody_is_sent_to_a_line_that_is_only_for_adults() =>
        Assert.DoesNotContain(Shelf.All, r => r.Name.Contains("TRUST", StringComparison.Ordinal));

    [Fact]
    public void A_line_that_closed_is_never_shown()
    {
        var closed = Assert.Single(Shelf.All, r => r.State == ResourceState.Closed);
        Assert.DoesNotContain(Shelf.Topics, t => t.Resources.Contains(closed.Id));
        var page = Shelf.ByTopic("eating", new ResourceAudience(["US"], Who.Student), SchoolNight);
        Assert.DoesNotContain(page.First.Concat(page.More), s => s.Resource.Id == closed.Id);
    }

    [Fact]
    public void Lines_about_violence_at_home_warn_of_a_shared_phone()
    {
        var about = Shelf.Topics.Where(t => t.Id is "abuse" or "dating-violence").SelectMany(t => t.Resources).Except(["emer-911", "dd-title-ix"]);
        Assert.All(about, id => Assert.True(Shelf.All.Single(r => r.Id == id).SharedPhoneWarning, id));
    }

    [Fact]
    public void Trans_lifeline_is_not_open_day_and_night() =>
        Assert.Equal(Opening.Closed, Shelf.All.Single(r => r.Id == "lg-trans").Hours.At(SchoolNight));

    [Fact]
    public void Every_resource_can_be_found_in_some_list_or_topic()
    {
        var lost = Shelf.All.Where(r => r.State != ResourceState.Closed).Select(r => r.Id).Except(Shelf.Lists.SelectMany(l => l.Resources)).Except(Shelf.Topics.SelectMany(t => t.Resources));
        Assert.Empty(lost);
    }

    private static string WithoutComments(string yaml) => string.Join('\n', yaml.Split('\n').Where(line => !line.TrimStart().StartsWith('#')));

    [GeneratedRegex(@"press\s+(?:3|three)\b|\bPRIDE\b|marca\s+3", RegexOptions.IgnoreCase)]
    private static partial Regex PressThree();
}
