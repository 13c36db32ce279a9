using System.Text;
using Microsoft.Bot.Schema;

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
    public async Task Whoever_reads_Spanish_reads_no_English_about_a_place()
    {
        await _chat.SendAsync(new Activity { Type = ActivityTypes.Event, Name = "webchat/join", Locale = "es-MX" });
        await _chat.SayAsync("necesito comida para hoy");
        var shown = Demo.Content.District.Resources.All.Where(r => _chat.Text.Contains($"**{r.Name}**", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, r => Assert.Contains(r.Purpose.In("es"), _chat.Text, StringComparison.Ordinal));
        Assert.All(shown, r => Assert.DoesNotContain(r.Purpose.In("en"), _chat.Text, StringComparison.Ordinal));
        Assert.Contains("Gratis.", _chat.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\. [a-zñ]", _chat.Text);
        Assert.Contains("ninguna persona ha revisado", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_costs_and_who_hears_of_it_is_said_as_the_entry_says_it_and_no_more()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("I am so lonely");
        var shown = Demo.Content.District.Resources.All.Where(r => _chat.Text.Contains($"**{r.Name}**", StringComparison.Ordinal)).ToList();
        Assert.Contains(shown, r => r.IsFree && r.ConfidentialNote is not null);
        Assert.Contains(shown, r => !r.IsFree);
        Assert.All(shown, r => Assert.Equal(r.IsFree, LineOf(r.Name).Contains("Free.", StringComparison.Ordinal)));
        Assert.All(shown, r => Assert.Contains(r.ConfidentialNote?.In("en") ?? "", LineOf(r.Name), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_way_to_reach_a_place_is_shown()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("I think I am trans");
        var trevor = Demo.Content.District.Resources.All.Single(r => r.Id == "lg-trevor");
        Assert.All([trevor.Phone!, trevor.Text!.To, trevor.Chat!], way => Assert.Contains(way, LineOf(trevor.Name), StringComparison.Ordinal));
        var office = Demo.Content.District.Resources.All.Single(r => r.Id == "lg-transactive");
        Assert.Contains(office.Url!, LineOf(office.Name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_caller_must_know_beforehand_stands_beside_the_way()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("where can I get help with drinking");
        var samhsa = Demo.Content.District.Resources.All.Single(r => r.Phone == "800-662-4357");
        Assert.Contains(samhsa.Note!.In("en"), LineOf(samhsa.Name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_crisis_a_line_says_how_to_call_or_text_then_how_to_chat_and_nothing_else()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("help");
        Assert.Equal("- **988 Suicide & Crisis Lifeline**: call or text 988, or chat at 988lifeline.org", LineOf("988 Suicide & Crisis Lifeline"));
    }

    [Theory]
    [InlineData("my son needs an IEP", "FACT Oregon", true)]
    [InlineData("as a parent, how do I ask for an IEP", "FACT Oregon", true)]
    [InlineData("how do I get an IEP evaluation", "FACT Oregon", false)]
    [InlineData("my kid is trans", "The Trevor Project", false)]
    [InlineData("I think I am trans", "The Trevor Project", true)]
    [InlineData("I'm 13 and have so much anxiety", "Oregon YouthLine", true)]
    [InlineData("my 7 year old has so much anxiety", "Oregon YouthLine", false)]
    [InlineData("grandma died and I am grieving, in Gresham", "Dougy Center", true)]
    [InlineData("grandma died and I am grieving", "Dougy Center", false)]
    [InlineData("where is a food pantry in San Jose", "211 Bay Area", true)]
    [InlineData("where is a food pantry in San Jose", "211info", false)]
    [InlineData("where is a food pantry in Oregon", "211info", true)]
    public async Task Who_asks_for_which_grade_and_where_decides_what_is_shown(string text, string place, bool isShown)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(text);
        Assert.Contains("- **", _chat.Text, StringComparison.Ordinal);
        Assert.Equal(isShown, _chat.Text.Contains($"- **{place}**", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bullying", "Report bullying", "Find help: Bullying")]
    [InlineData("counselor", "Talk to a person", "Find help: Mental health")]
    [InlineData("I want to report bullying and talk to a counselor", "Talk to a person", "Report bullying")]
    public async Task Where_two_things_may_be_meant_the_person_is_asked_which_of_the_two(string text, string one, string other)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(text);
        Assert.Equal($"Do you mean **{one}** or **{other}**?", _chat.Asked);
        Assert.Equal([one, other, "Something else"], _chat.Buttons);
    }

    [Theory]
    [InlineData("I need help with school", "community-schools", "attendance")]
    public async Task Whoever_needs_help_with_something_that_may_be_two_things_is_asked_with_which(string text, string one, string other)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(text);
        Assert.Equal([.. new[] { one, other }.Select(id => $"Find help: {Demo.Content.District.Resources.Topics.Single(t => t.Id == id).Title}"), "Something else"], _chat.Buttons);
    }

    [Fact]
    public async Task What_no_word_of_the_person_stands_for_is_not_offered()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("problem with teacher");
        Assert.DoesNotContain("Do you mean", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("I did not understand that", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_of_a_topic_gives_its_answer_and_the_one_beside_it_begins()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("bullying");
        await _chat.PressAsync("Find help: Bullying");
        Assert.Contains(Demo.Content.District.Resources.Topics.Single(t => t.Id == "bullying").Answer!.In("en"), _chat.Text, StringComparison.Ordinal);
        await _chat.SayAsync("bullying");
        await _chat.PressAsync("Report bullying");
        await _chat.GoToAsync("Which school");
    }

    [Fact]
    public async Task It_is_asked_once_and_whoever_says_the_same_again_is_answered()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("bullying");
        await _chat.SayAsync("bullying");
        Assert.Contains(Demo.Content.District.Resources.Topics.Single(t => t.Id == "bullying").Answer!.In("en"), _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_leads_to_all_there_is()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("bullying");
        await _chat.PressAsync("Something else");
        Assert.Contains("Find help now", _chat.Buttons);
    }

    [Theory]
    [InlineData("threat assessment")]
    [InlineData("attendance")]
    [InlineData("articulation handoff")]
    public async Task What_somebody_may_not_begin_is_no_answer_that_they_are_offered(string text)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(text);
        var staff = Demo.Content.Protocols.All.Where(p => p.MayStart.Count > 0).Select(p => p.Title).ToHashSet();
        Assert.NotEmpty(staff);
        Assert.DoesNotContain(_chat.Buttons, staff.Contains);
    }

    [Theory]
    [InlineData("whats happening with my report")]
    [InlineData("what is going on with my bullying report")]
    [InlineData("qué está pasando con mi reporte")]
    public async Task Whoever_asks_after_a_report_is_asked_for_its_code(string text)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(text);
        Assert.Contains(Demo.Content.Phrasebook.In(_chat.Language)["follow.ask"], _chat.Text, StringComparison.Ordinal);
    }

    private string LineOf(string name) => _chat.Text.Split('\n').Single(l => l.StartsWith($"- **{name}**", StringComparison.Ordinal));

    [Fact]
    public async Task Of_the_question_a_counter_of_the_month_is_all_that_stays()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("my son is 12, we got evicted and are sleeping in our car in Gresham");
        var marks = _chat.Store.Commits.SelectMany(c => c.Tallies).ToList();
        Assert.Equal(("lookups", "", "topic", "housing-food"), (marks[0].Protocol, marks[0].SchoolId, marks[0].Question, marks[0].Choice));
        Assert.Single(marks);
        Assert.Empty(_chat.Store.Words);
        Assert.Empty(_chat.Store.Cases);
        Assert.DoesNotContain("evicted", Encoding.UTF8.GetString(_chat.Store.Commits[^1].State.Span), StringComparison.Ordinal);
    }
}
