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
    public void All_that_a_person_reads_of_a_resource_or_topic_is_there_in_Spanish_and_is_no_copy_of_the_English()
    {
        var texts = Shelf.All.SelectMany(r => r.Texts.Select(t => (At: $"{r.Id} {t.Key}", t.Text)))
            .Concat(Shelf.Topics.Select(t => (At: $"{t.Id} answer", Text: t.Answer!)).Where(t => t.Text is not null)).ToList();
        Assert.True(texts.Count > 150, $"{texts.Count} texts");
        Assert.All(texts, t => Assert.True(t.Text.Has("es") && t.Text.In("es") != t.Text.In("en"), t.At));
    }

    // The same for the title of each topic; a name such as LGBTQ2SIA+ may stay.
    [Fact]
    public void The_crisis_lines_and_what_each_topic_names_first_say_in_all_six_languages_what_they_are_for()
    {
        var first = Shelf.Lists.Single(l => l.Id == "crisis-lines").Resources.Concat(Shelf.Topics.Where(t => t.Answer is not null).Select(t => t.Resources[0])).Distinct().Select(id => Shelf.All.Single(r => r.Id == id)).ToList();
        Assert.True(first.Count > 25, $"{first.Count}");
        foreach (var language in new[] { "es", "vi", "zh", "ru", "so" })
        {
            Assert.All(first, r => Assert.True(r.Purpose.Has(language), $"{r.Id} {language}"));
            Assert.All(Shelf.Topics, t => Assert.True(t.Title.Has(language), $"{t.Id} {language}"));
        }
    }

    [Fact]
    public void No_translation_of_a_resource_counts_as_reviewed_before_a_person_has_said_so() =>
        Assert.All(Shelf.All, r => Assert.Empty(r.Reviewed));

    [Fact]
    public void Numbers_in_a_translation_are_those_of_the_English()
    {
        // Hours, phones and ages: a slip of a digit sends somebody to the wrong place.
        var texts = Shelf.All.SelectMany(r => r.Texts.SelectMany(t => t.Text.Texts.Where(other => other.Key != "en").Select(other => (At: $"{r.Id} {t.Key} {other.Key}", English: t.Text.In("en"), Other: other.Value))));
        Assert.All(texts, t => Assert.True(Numbers(t.English) == Numbers(t.Other), $"{t.At}: {t.English} / {t.Other}"));

        static string Numbers(string text) => string.Join(' ', Digits().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));
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

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"press\s+(?:3|three)\b|\bPRIDE\b|marca\s+3", RegexOptions.IgnoreCase)]
    private static partial Regex PressThree();
}
