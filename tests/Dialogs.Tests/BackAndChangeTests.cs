namespace SupportBot.Dialogs.Tests;

/// <summary>Going back, changing an answer, stopping: until it is sent, everything is the person's own.</summary>
public sealed class BackAndChangeTests
{
    private readonly Chat _chat = new();

    [Theory]
    [InlineData(null)]
    [InlineData("go back")]
    [InlineData("back please")]
    public async Task Going_back_opens_the_question_before(string? typed)
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("Where did it happen?");
        if (typed is null) await _chat.PressAsync("Go back");
        else await _chat.SayAsync(typed);

        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SayAsync("yesterday");
        Assert.Contains("Where did it happen?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_through_the_whole_report_arrives_at_its_first_question()
    {
        await _chat.BeginReportAsync();
        for (var i = 0; i < 7; i++) await _chat.SayAsync("back");
        Assert.Contains("Shall we start?", _chat.Asked, StringComparison.Ordinal);

        await _chat.SayAsync("back");
        Assert.Contains("This is the first question.", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Shall we start?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Single(_chat.Store.Cases);
    }

    [Fact]
    public async Task The_first_step_back_from_a_half_picked_list_is_the_empty_list()
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("about any of these");
        await _chat.PressAsync("Religion");
        await _chat.PressAsync("Go back");
        Assert.Contains("about any of these", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Religion", _chat.Buttons);
        await _chat.PressAsync("Go back");
        Assert.Contains("Has it happened before?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_something_leads_straight_to_the_answers_and_keeps_all_others()
    {
        await _chat.ReportToSummaryAsync(("When did", "yesterday"), ("Where did", "On the school bus"), ("better", "a talk"));
        await _chat.PressAsync("Change something");

        Assert.Contains("Which answer would you like to change?", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Who did it?", _chat.Buttons);
        Assert.Contains("Which school is it about?", _chat.Buttons);
        await _chat.PressAsync("Where did it happen?");
        Assert.Contains("Where did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("In a restroom");

        Assert.Contains("Shall I send it?", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("> In a restroom", _chat.Asked, StringComparison.Ordinal);
        Assert.DoesNotContain("school bus", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Sunday, November 15", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("> a talk", _chat.Asked, StringComparison.Ordinal);
        Assert.Single(_chat.Replies, r => r.SuggestedActions is not null);
    }

    [Fact]
    public async Task Somebody_who_changes_nothing_after_all_is_back_at_the_summary()
    {
        await _chat.ReportToSummaryAsync();
        await _chat.SayAsync("change");
        await _chat.PressAsync("None, go on");
        Assert.Contains("Shall I send it?", _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Send it");
        Assert.Single(_chat.Store.Cases);
    }

    [Theory]
    [InlineData("change where", "Where did it happen?")]
    [InlineData("change the school", "Which school")]
    [InlineData("fix who did it", "Who did it?")]
    public async Task An_answer_can_be_changed_by_naming_it(string typed, string question)
    {
        await _chat.ReportToSummaryAsync(("Who did it?", "a boy in 8th grade"));
        await _chat.SayAsync(typed);
        Assert.Contains(question, _chat.Asked, StringComparison.Ordinal);
        await _chat.GoToAsync("Shall I send it?");
    }

    [Fact]
    public async Task An_answer_can_be_changed_in_the_middle_and_the_person_goes_on_where_they_were()
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("Where did it happen?");
        await _chat.SayAsync("change school");
        Assert.Contains("Which school", _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Riverbend High School");
        Assert.Contains("Where did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Equal("riverbend-high", _chat.Case.SchoolId);
    }

    [Fact]
    public async Task A_changed_answer_takes_the_questions_with_it_that_no_longer_apply()
    {
        await _chat.ReportToSummaryAsync(("Who was hurt", "Another student"), ("first name or a grade", "Sam"));
        Assert.Contains("> Sam", _chat.Asked, StringComparison.Ordinal);
        await _chat.SayAsync("change who was hurt");
        await _chat.PressAsync("Me");
        Assert.DoesNotContain("> Sam", _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Send it");
        Assert.DoesNotContain(_chat.Store.Words, w => w.Text.Reveal() == "Sam");
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("cancel my report")]
    [InlineData("start over")]
    [InlineData(null)]
    public async Task Stopping_sends_nothing_and_leads_to_the_menu(string? typed)
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("When did it happen?");
        if (typed is null) await _chat.PressAsync("Stop");
        else await _chat.SayAsync(typed);

        Assert.Contains("Nothing was sent", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Report bullying", _chat.Buttons);
        Assert.Empty(_chat.Store.Cases);
        Assert.DoesNotContain("pushing", System.Text.Encoding.UTF8.GetString(_chat.Store.Commits[^1].State.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_alarm_has_carried_away_cannot_be_changed_any_more()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("someone keeps pushing me in the hallway");
        await _chat.GoToAsync("weapon", ("right now", "Yes, right now"));
        Assert.Single(_chat.Store.Cases);
        Assert.DoesNotContain("Go back", _chat.Buttons);

        foreach (var typed in new[] { "back", "change", "change danger right now" })
        {
            await _chat.SayAsync(typed);
            Assert.Contains("already sent", _chat.Text, StringComparison.Ordinal);
            Assert.Contains("weapon", _chat.Asked, StringComparison.Ordinal);
        }

        await _chat.PressAsync("No");
        await _chat.SayAsync("back");
        Assert.Contains("weapon", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_after_an_alarm_says_that_it_stays_sent()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("someone keeps pushing me in the hallway");
        await _chat.GoToAsync("weapon", ("right now", "Yes, right now"));
        await _chat.SayAsync("stop");
        Assert.Contains("stays with the school", _chat.Text, StringComparison.Ordinal);
        Assert.Single(_chat.Store.Cases);
    }
}
