using System.Text;

namespace SupportBot.Dialogs.Tests;

/// <summary>A question in one's own words: the short answer, at most three places, and no trace of what was asked.</summary>
public sealed class LookupTests
{
    private readonly Chat _chat = new();

    [Fact]
    public async Task A_question_gets_the_short_answer_of_its_topic_and_at_most_three_places()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("we got evicted and are sleeping in our car");
        var topic = Demo.Content.District.Resources.Topics.Single(t => t.Id == "housing-food");
        Assert.Contains(topic.Answer!.In("en"), _chat.Text, StringComparison.Ordinal);
        Assert.InRange(_chat.Text.Split("- **").Length - 1, 1, 3);
        Assert.Contains("911", _chat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("translation", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Report bullying", _chat.Buttons);
    }

    [Fact]
    public async Task Whoever_says_how_they_feel_gets_an_answer_and_people_to_turn_to()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("I am so lonely");
        Assert.Contains(Demo.Content.District.Resources.Topics.Single(t => t.Id == "mental-health").Answer!.In("en"), _chat.Text, StringComparison.Ordinal);
        Assert.Contains("988", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Find help now", _chat.Buttons);
    }

    [Fact]
    public async Task A_question_about_two_things_gets_both()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("how do I get an IEP evaluation, and where is a food pantry");
        Assert.Contains(Demo.Content.District.Resources.Topics.Single(t => t.Id == "special-education").Title.In("en"), _chat.Text, StringComparison.Ordinal);
        Assert.Contains(Demo.Content.District.Resources.Topics.Single(t => t.Id == "housing-food").Title.In("en"), _chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is the weather tomorrow")]
    [InlineData("who won the game last night")]
    [InlineData("purple elephants dance at noon")]
    public async Task What_is_out_of_scope_gets_no_guess_and_hears_what_can_be_done(string text)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(text);
        Assert.Contains("I did not understand that", _chat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("- **", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Find help now", _chat.Buttons);
    }

    [Fact]
    public async Task Of_the_question_a_counter_of_the_month_is_all_that_stays()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("we got evicted and are sleeping in our car");
        var marks = _chat.Store.Commits.SelectMany(c => c.Tallies).ToList();
        Assert.Equal(("lookups", "", "topic", "housing-food"), (marks[0].Protocol, marks[0].SchoolId, marks[0].Question, marks[0].Choice));
        Assert.Single(marks);
        Assert.Empty(_chat.Store.Words);
        Assert.Empty(_chat.Store.Cases);
        Assert.DoesNotContain("evicted", Encoding.UTF8.GetString(_chat.Store.Commits[^1].State.Span), StringComparison.Ordinal);
    }
}
