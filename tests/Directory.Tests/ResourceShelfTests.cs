using SupportBot.Directory;

namespace SupportBot.Directory.Tests;

public class ResourceShelfTests
{
    private static readonly ResourceShelf Shelf = SmallDistrict.District.Resources;
    private static readonly ResourceAudience OregonStudent = SmallDistrict.District.AudienceAt("north-middle", Who.Student);
    private static readonly ResourceAudience CaliforniaStudent = SmallDistrict.District.AudienceAt("alder-creek", Who.Student);

    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero); // Monday noon in Oregon
    private static readonly DateTimeOffset LateEvening = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero); // 11 pm
    private static readonly DateTimeOffset LastVerifiedDay = new(2027, 1, 30, 20, 0, 0, TimeSpan.Zero); // 90 days after 1 November, a Saturday
    private static readonly DateTimeOffset AfterVerification = LastVerifiedDay.AddDays(1);

    private static string Ids(IEnumerable<ShownResource> shown) => string.Join(' ', shown.Select(s => s.Resource.Id));

    [Fact]
    public void Crisis_lines_come_first_and_once_in_a_list() =>
        Assert.Equal("emer-911 cr-988 cr-ctl oregon-line day-line", Ids(Shelf.List("crisis-lines", OregonStudent, Noon)));

    [Fact]
    public void A_student_in_california_gets_the_lines_of_california() =>
        Assert.Equal("emer-911 cr-988 cr-ctl california-line day-line", Ids(Shelf.List("crisis-lines", CaliforniaStudent, Noon)));

    [Fact]
    public void A_topic_shows_three_and_keeps_the_rest_for_more()
    {
        var page = Shelf.ByTopic("bullying", OregonStudent, Noon);
        Assert.Equal("day-line rumored-line oregon-line", Ids(page.First));
        Assert.Equal("cr-ctl", Ids(page.More));
    }

    [Fact]
    public void What_is_closed_now_stands_behind_what_is_open()
    {
        var page = Shelf.ByTopic("bullying", OregonStudent, LateEvening);
        Assert.Equal("rumored-line oregon-line night-line cr-ctl day-line", Ids(page.First.Concat(page.More)));
        Assert.Equal(Opening.Closed, page.More[^1].Opening);
    }

    [Fact]
    public void A_family_gets_what_is_for_families()
    {
        var page = Shelf.ByTopic("bullying", OregonStudent with { Who = Who.Family }, Noon);
        Assert.Equal("parent-line cr-ctl", Ids(page.First));
    }

    [Fact]
    public void An_entry_nobody_verified_says_call_to_confirm_or_stays_hidden()
    {
        var shown = Shelf.ByTopic("bullying", OregonStudent, Noon).First;
        Assert.True(shown.Single(s => s.Resource.Id == "rumored-line").CallToConfirm);
        Assert.False(shown.Single(s => s.Resource.Id == "oregon-line").CallToConfirm);
        Assert.DoesNotContain(shown, s => s.Resource.Id == "hidden-line");
    }

    [Fact]
    public void When_verification_runs_out_only_911_988_and_crisis_text_line_stay()
    {
        Assert.Contains("oregon-line", Ids(Shelf.List("crisis-lines", OregonStudent, LastVerifiedDay)));
        Assert.Equal("emer-911 cr-988 cr-ctl", Ids(Shelf.List("crisis-lines", OregonStudent, AfterVerification)));
    }

    [Fact]
    public void The_console_learns_what_is_due_for_review()
    {
        Assert.Equal(["hidden-line", "rumored-line"], Shelf.DueForReview(Noon).Select(r => r.Id).Order());
        Assert.Contains("emer-911", Shelf.DueForReview(AfterVerification).Select(r => r.Id));
        Assert.DoesNotContain("closed-line", Shelf.DueForReview(AfterVerification).Select(r => r.Id));
    }

    [Theory]
    [InlineData("california", "")] // not for a student in Oregon
    [InlineData("oregon", "oregon-line")]
    [InlineData("oregno", "oregon-line")]
    [InlineData("I need help because someone is mean to me", "day-line rumored-line oregon-line cr-ctl")]
    [InlineData("suicide", "cr-988")]
    [InlineData("zzz", "")]
    public void People_find_resources_by_their_own_words(string text, string ids)
    {
        var page = Shelf.Search(text, OregonStudent, Noon);
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), page.First.Concat(page.More).Select(s => s.Resource.Id).Order());
    }

    [Fact]
    public void A_list_that_does_not_exist_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => Shelf.List("no-such-list", OregonStudent, Noon));

    [Theory]
    [InlineData("2026-11-23T18:59:00Z", Opening.Closed)] // Monday 10:59 in Oregon
    [InlineData("2026-11-23T19:00:00Z", Opening.Open)]
    [InlineData("2026-11-24T04:00:00Z", Opening.Closed)] // 8 pm
    [InlineData("2026-11-28T17:00:00Z", Opening.Open)] // Saturday 9 am
    [InlineData("2026-11-29T19:00:00Z", Opening.Closed)] // Sunday
    [InlineData("2027-06-07T18:00:00Z", Opening.Open)] // summer time: 11 am is an hour earlier in UTC
    public void A_line_is_open_by_the_clock_of_the_place_that_answers(string at, Opening opening) =>
        Assert.Equal(opening, Shelf.All.Single(r => r.Id == "day-line").Hours.At(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Hours_are_told_in_words()
    {
        Assert.Equal("Mon-Fri 11 am-8 pm, Sat 9 am-2 pm (Pacific time)", Shelf.All.Single(r => r.Id == "day-line").Hours.ToString());
        Assert.Equal("24 hours, every day", Shelf.All.Single(r => r.Id == "emer-911").Hours.ToString());
    }
}
