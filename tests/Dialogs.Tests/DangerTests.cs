using Microsoft.Bot.Schema;
using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>Words of a weapon, of abuse or of a body in danger: help at once and the offer of a person, and nobody is told before a yes.</summary>
public sealed class DangerTests
{
    private const string Offer = "Would you like me to call a person of the district now?";
    private const string Hit = "my dad hits me every night";

    private readonly Chat _chat = new();

    [Theory]
    [InlineData(Hit)]
    [InlineData("a kid threatened to shoot up the school")]
    [InlineData("my friend is passed out and not breathing")]
    [InlineData("my counselor touches me")]
    public async Task On_the_first_screen_help_comes_first_and_then_the_offer(string words)
    {
        await _chat.SayAsync(words);
        var before = string.Join("\n", _chat.Replies.SkipLast(1).Select(r => r.Text));
        Assert.Contains("911", before, StringComparison.Ordinal);
        Assert.Contains("988", before, StringComparison.Ordinal);
        Assert.Contains(Offer, _chat.Asked, StringComparison.Ordinal);
        Assert.DoesNotContain("for school staff", _chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mi papá me pega todas las noches")]
    [InlineData("tôi thấy một bạn mang súng đến trường")]
    [InlineData("我爸爸每天晚上打我")]
    [InlineData("мой отчим бьёт меня каждый день")]
    [InlineData("aabahay habeen kasta wuu i garaacaa")]
    public async Task So_it_does_in_every_language_of_the_chat(string words)
    {
        await _chat.SayAsync(words);
        Assert.Equal(["in-danger"], Chat.OpenIn(_chat.Store.StateOf(_chat.Key)));
        Assert.Contains("911", _chat.Text, StringComparison.Ordinal);
        Assert.NotEqual("en", _chat.Language);
        Assert.DoesNotContain("Would you like", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_says_no_tells_nobody_and_leaves_nothing()
    {
        await _chat.SayAsync(Hit);
        await _chat.PressAsync("Not now");
        Assert.Contains("Nobody was told", _chat.Text, StringComparison.Ordinal);
        Assert.Empty(_chat.Store.Cases);
        Assert.Empty(_chat.Store.Words);
        Assert.Empty(_chat.Store.Notices);
    }

    [Fact]
    public async Task A_yes_calls_a_person_and_still_passes_on_no_word()
    {
        await _chat.SayAsync(Hit);
        await _chat.PressAsync("Yes, call someone");
        await _chat.PressAsync("Someone at home, or another adult, hurts or scares a child");
        Assert.Equal(Severity.Critical, _chat.Case.Severity);
        Assert.Equal("duty-counselor", _chat.Case.Alerts[0].Ladder[0].Role);
        Assert.DoesNotContain(_chat.Store.Words, w => w.Text.Reveal().Contains("hits", StringComparison.Ordinal));

        await _chat.GoToAsync("asked the duty counselor to join", ("What should they know?", "Skip"));
        Assert.DoesNotContain(_chat.Store.Words, w => w.Text.Reveal().Contains("hits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_written_goes_along_when_the_person_keeps_it()
    {
        await _chat.SayAsync(Hit);
        await _chat.PressAsync("Yes, call someone");
        await _chat.PressAsync("Someone at home, or another adult, hurts or scares a child");
        await _chat.GoToAsync("What should they know?");
        await _chat.PressAsync("Keep that");
        await _chat.PressAsync("Skip");
        Assert.Contains(_chat.Store.Words, w => w.About == "what-happened" && w.Text.Reveal() == Hit);
    }

    [Fact]
    public async Task An_adult_at_school_is_told_to_the_district_and_to_nobody_of_the_school()
    {
        await _chat.SayAsync("my counselor touches me");
        await _chat.PressAsync("Yes, call someone");
        await _chat.PressAsync("An adult at school hurts someone, or does what they should not");
        await _chat.PressAsync("Heron Middle School");
        await _chat.SayAsync("the counselor");
        await _chat.PressAsync("Skip");
        await _chat.PressAsync("Skip");
        Assert.Equal("safeguarding-lead", _chat.Case.Alerts[0].Ladder[0].Role);
        Assert.All(Demo.Content.District.People.Where(p => p.Posts.Any(post => post.SchoolId == "heron-middle" && post.Role == "counselor")), p => Assert.Contains(p.Id, _chat.Case.Excluded));
        Assert.NotNull(_chat.Receipt);
    }

    [Fact]
    public async Task In_a_report_the_offer_stands_on_top_and_the_report_goes_on_with_the_words_kept()
    {
        await _chat.JoinAsync();
        await _chat.PressAsync("Report bullying");
        await _chat.GoToAsync("What happened?");
        await _chat.SayAsync("he said he will bring a gun and shoot us");
        Assert.Contains(Offer, _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Not now");
        Assert.Contains("I kept what you wrote.", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Contains(_chat.Store.Words, w => w.About == "what" && w.Text.Reveal() == "he said he will bring a gun and shoot us");
    }

    [Fact]
    public async Task Who_has_answered_the_offer_sees_help_at_the_next_such_word_and_is_not_asked_again()
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync(Hit);
        await _chat.PressAsync("Not now");
        await _chat.GoToAsync("What happened?");
        await _chat.SayAsync("he beats me with a belt");
        Assert.Contains("I saw words that worry me", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Type **person**", _chat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Offer, _chat.Text, StringComparison.Ordinal);
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_a_person_is_not_interrupted_by_the_offer_of_one()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("talk to a person");
        await _chat.SayAsync(Hit);
        Assert.DoesNotContain(Offer, _chat.Text, StringComparison.Ordinal);
        Assert.Contains("I saw words that worry me", _chat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Type **person**", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_be_meant_shows_help_and_how_to_reach_a_person_and_the_chat_goes_on()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("they keep threatening me");
        Assert.Contains("I saw words that worry me", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Type **person**", _chat.Text, StringComparison.Ordinal);
        Assert.Empty(_chat.Store.Cases);
    }

    [Theory]
    [InlineData("how do I report a threat assessment", "in-danger")]
    [InlineData("suicide protocol", "suicide-risk")]
    public async Task Who_asks_for_steps_of_staff_gets_what_these_are_for(string words, string protocol)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(words);
        Assert.Equal([protocol], Chat.OpenIn(_chat.Store.StateOf(_chat.Key)));
        Assert.Contains("911", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suicide_is_answered_before_anything_else_that_is_said_with_it()
    {
        await _chat.SayAsync("my dad hits me every night and I want to kill myself");
        Assert.Equal(["suicide-risk"], Chat.OpenIn(_chat.Store.StateOf(_chat.Key)));
    }

    [Fact]
    public async Task What_began_a_protocol_that_asks_for_no_words_is_not_kept()
    {
        await _chat.SayAsync("I want to kill myself tonight");
        var state = System.Text.Encoding.UTF8.GetString(_chat.Store.StateOf(_chat.Key).Span);
        Assert.Contains("suicide-risk", state, StringComparison.Ordinal);
        Assert.DoesNotContain("tonight", state, StringComparison.Ordinal);
    }
}
