using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>What people type is understood and shown back, or asked again; never guessed in silence.</summary>
public sealed class UnderstandingAnswersTests
{
    private readonly Chat _chat = new();

    [Theory]
    [InlineData("last tuesday at lunch", "I understood: Tuesday, November 10, 2026, at lunch.")]
    [InlineData("yesterday after school", "I understood: Sunday, November 15, 2026, after school.")]
    [InlineData("november 3", "I understood: Tuesday, November 3, 2026.")]
    public async Task A_day_in_plain_words_is_understood_and_shown_back(string typed, string shown)
    {
        await AtAsync("When did it happen?");
        await _chat.SayAsync(typed);
        Assert.Contains(shown, _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Where did it happen?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_may_be_two_days_is_asked_again_with_both()
    {
        await AtAsync("When did it happen?");
        await _chat.SayAsync("monday at lunch");

        Assert.Contains("not sure which day", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Monday, November 16, at lunch", _chat.Buttons);
        await _chat.PressAsync("Monday, November 9, at lunch");
        Assert.Contains("I understood: Monday, November 9, 2026, at lunch.", _chat.Text, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Equal("Monday, November 9, 2026, at lunch", Told("when"));
    }

    [Theory]
    [InlineData("a while ago", "not sure which day")]
    [InlineData("purple", "not sure which day")]
    [InlineData("tomorrow", "still to come")]
    public async Task A_time_without_a_day_is_asked_again(string typed, string said)
    {
        await AtAsync("When did it happen?");
        await _chat.SayAsync(typed);
        Assert.Contains(said, _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Skip", _chat.Buttons);
        await _chat.SayAsync("skip");
        Assert.Contains("Where did it happen?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_remember_the_day_need_not()
    {
        await AtAsync("When did it happen?");
        await _chat.SayAsync("I don't remember");
        Assert.Contains("That is fine", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Where did it happen?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_school_gets_did_you_mean()
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync("herron midle");
        Assert.Equal("Did you mean Heron Middle School?", _chat.Asked);
        Assert.Equal("Heron Middle School", _chat.Buttons.First());
        await _chat.PressAsync("Heron Middle School");
        Assert.Contains("What happened?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yes_to_did_you_mean_is_that_school()
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync("herron midle");
        await _chat.SayAsync("yes");
        Assert.Contains("What happened?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Equal("heron-middle", _chat.Case.SchoolId);
    }

    [Fact]
    public async Task No_to_did_you_mean_gets_the_list()
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync("herron midle");
        await _chat.SayAsync("no");
        Assert.Contains("Riverbend High School", _chat.Buttons);
        await _chat.SayAsync("yes");
        Assert.Contains("I do not know a school by that name", _chat.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RHS", "riverbend-high")]
    [InlineData("i go to heron", "heron-middle")]
    [InlineData("1", "cottonwood-elementary")]
    public async Task A_school_by_its_short_name_or_number_is_understood(string typed, string school)
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync(typed);
        Assert.Contains("What happened?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Equal(school, _chat.Case.SchoolId);
    }

    [Fact]
    public async Task An_unknown_school_gets_the_list()
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync("Hogwarts");
        Assert.Contains("I do not know a school by that name", _chat.Asked, StringComparison.Ordinal);
        Assert.Equal(["Cottonwood Elementary School", "Heron Middle School", "Riverbend High School"], _chat.Buttons.Take(3));
    }

    [Theory]
    [InlineData("on the scool bus", "On the school bus")]
    [InlineData("hallway", "In the hallway")]
    [InlineData("ONLINE", "Online or by phone")]
    [InlineData("3", "In a restroom")]
    public async Task A_choice_in_other_letters_is_understood(string typed, string meant)
    {
        await AtAsync("Where did it happen?");
        await _chat.SayAsync(typed);
        await _chat.SendReportAsync();
        Assert.Equal(meant, Told("where"));
    }

    [Fact]
    public async Task What_is_not_in_the_list_is_asked_again_with_the_question_and_all_choices()
    {
        await AtAsync("Where did it happen?");
        await _chat.SayAsync("on the moon");
        Assert.Contains("I did not find that in the list", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Where did it happen?", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Away from school", _chat.Buttons);
    }

    [Fact]
    public async Task A_question_that_must_be_answered_has_no_skip_and_says_so()
    {
        await AtAsync("Do you feel safe");
        Assert.DoesNotContain("Skip", _chat.Buttons);
        await _chat.SayAsync("skip");
        Assert.Contains("Do you feel safe", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_the_limit_and_nothing_is_lost()
    {
        await AtAsync("What happened?");
        await _chat.SayAsync(new string('x', 4_000));
        Assert.Contains("4000 letters at most", _chat.Asked, StringComparison.Ordinal);
        Assert.Equal("Keep that", _chat.Buttons.First());

        await _chat.SayAsync("every day");
        await _chat.SendReportAsync();
        Assert.Equal("someone keeps pushing me in the hallway\nevery day", Told("what"));
    }

    [Fact]
    public async Task A_message_of_blanks_is_no_answer()
    {
        await AtAsync("What happened?");
        await _chat.SayAsync("   ");
        Assert.Contains("What happened?", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Keep that", _chat.Buttons);
    }

    [Fact]
    public async Task Every_choice_of_the_content_has_its_button()
    {
        await AtAsync("about any of these");
        Assert.Contains("None of these", _chat.Buttons);
        Assert.Contains("I am not sure", _chat.Buttons);
        Assert.Equal(15, _chat.Buttons.Except(["Skip", "Go back", "Stop"]).Count());
    }

    [Fact]
    public async Task Several_choices_are_picked_one_by_one_until_done()
    {
        await AtAsync("about any of these");
        await _chat.PressAsync("Religion");
        Assert.Contains("So far: Religion.", _chat.Asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Religion", _chat.Buttons);
        await _chat.PressAsync("Race or skin color");
        await _chat.PressAsync("Done");
        Assert.Contains("tell an adult", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Equal("Religion, Race or skin color", Told("basis"));
    }

    [Fact]
    public async Task Picks_survive_an_answer_that_was_not_understood_and_a_question_for_help()
    {
        await AtAsync("about any of these");
        await _chat.PressAsync("Religion");
        await _chat.SayAsync("blorp");
        Assert.Contains("Done", _chat.Buttons);
        await _chat.SayAsync("help");
        Assert.Contains("Done", _chat.Buttons);
        await _chat.SayAsync("done");
        await _chat.SendReportAsync();
        Assert.Equal("Religion", Told("basis"));
    }

    [Theory]
    [InlineData("1, 3", "Race or skin color, Immigration")]
    [InlineData("religion and disability", "Religion, A disability")]
    public async Task Several_choices_typed_at_once_are_the_whole_answer(string typed, string told)
    {
        await AtAsync("about any of these");
        await _chat.SayAsync(typed);
        Assert.Contains("tell an adult", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Equal(told, Told("basis"));
    }

    [Fact]
    public async Task None_is_a_choice_where_the_list_has_one_and_a_skip_elsewhere()
    {
        await AtAsync("about any of these");
        await _chat.SayAsync("none");
        await _chat.PressAsync("Done");
        await _chat.SayAsync("skip");
        await _chat.SendReportAsync(("better", "none"));
        Assert.Equal("None of these", Told("basis"));
        Assert.Null(Told("better"));
    }

    [Fact]
    public async Task No_is_an_answer_to_a_question_in_words()
    {
        await AtAsync("Did anyone see it");
        await _chat.SayAsync("no");
        await _chat.SendReportAsync();
        Assert.Equal("no", Told("witnesses"));
    }

    [Fact]
    public async Task Words_that_look_like_code_are_shown_as_words()
    {
        await AtAsync("What would help");
        await _chat.SayAsync("<img src=x onerror=alert(1)> **bold** [me](http://evil.example) # no\nline \u202E two");
        await _chat.GoToAsync("Shall I send it?");
        // A backslash before it makes each of them a plain character.
        Assert.DoesNotMatch(@"(?<!\\)(<img|\*\*bold|\[me|\]\(|# no)", _chat.Asked);
        Assert.DoesNotContain("\u202E", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("\n> line  two", _chat.Asked, StringComparison.Ordinal);
    }

    private async Task AtAsync(string question)
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync(question);
    }

    private string? Told(string about) => _chat.Store.Words.SingleOrDefault(w => w.Kind == WordsKind.Report && w.About == about)?.Text.Reveal();
}
