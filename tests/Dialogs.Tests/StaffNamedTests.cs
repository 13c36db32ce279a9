namespace SupportBot.Dialogs.Tests;

/// <summary>A person named in a report never learns that it exists.</summary>
public sealed class StaffNamedTests
{
    private readonly Chat _chat = new();

    [Theory]
    [InlineData("it was Mr. Reyes", "daniel-reyes")]
    [InlineData("reyes", "daniel-reyes")]
    [InlineData("the principal", "aisha-karim")]
    [InlineData("Aisha Karim and Daniel Reyes", "aisha-karim daniel-reyes")]
    [InlineData("a boy in 8th grade", "")]
    public async Task Whoever_is_named_as_the_one_who_did_it_is_kept_out(string who, string excluded)
    {
        await _chat.SendReportAsync(("Who did it?", who));
        Assert.Equal(excluded, string.Join(' ', _chat.Case.Excluded));
    }

    [Fact]
    public async Task Somebody_named_anywhere_else_is_kept_out_too()
    {
        await _chat.BeginReportAsync("someone keeps pushing me and Daniel Reyes laughed");
        await _chat.SendReportAsync();
        Assert.Equal(["daniel-reyes"], _chat.Case.Excluded);
    }

    [Fact]
    public async Task A_last_name_that_is_a_common_word_names_nobody_in_a_story()
    {
        await _chat.BeginReportAsync("someone keeps pushing me when the bell rings");
        await _chat.SendReportAsync();
        Assert.Empty(_chat.Case.Excluded);
    }

    [Fact]
    public async Task Somebody_named_after_the_alarm_is_kept_out_of_the_case_it_opened_before_the_alarm_climbs_to_them()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("someone keeps pushing me in the hallway");
        await _chat.GoToAsync("Did anyone see it", ("right now", "Yes, right now"), ("Who did it?", "Mr. Reyes"));
        Assert.Equal(["daniel-reyes"], _chat.Case.Excluded);
        Assert.All(_chat.Store.Audit, a => Assert.DoesNotContain("reyes", a.Subject, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("my counselor hurts me", "Yes, an adult at school", "aisha-karim daniel-reyes jun-watanabe")]
    [InlineData("somebody at school hurts me", "Yes, an adult at school", "aisha-karim daniel-reyes jun-watanabe")]
    [InlineData("my counselor hurts me", "I am not sure", "daniel-reyes")]
    [InlineData("somebody at school hurts me", "I am not sure", "")]
    [InlineData("a boy hits me and I told my counselor", "No", "")]
    public async Task Where_an_adult_of_the_school_did_it_and_nobody_says_who_the_school_is_kept_out_and_where_it_may_be_one_titles_count_in_every_box(string what, string adult, string excluded)
    {
        await SendAsync(("Did an adult", adult), ("What happened?", what));
        Assert.Equal(excluded, string.Join(' ', _chat.Case.Excluded.Order(StringComparer.Ordinal)));
        Assert.Equal(adult == "Yes, an adult at school", _chat.Case.SchoolKeptOut);
    }

    [Fact]
    public async Task Where_the_adult_is_named_everybody_else_of_the_school_can_help()
    {
        await SendAsync(("Did an adult", "Yes, an adult at school"), ("Who did it?", "the principal"));
        Assert.Equal((false, "aisha-karim"), (_chat.Case.SchoolKeptOut, string.Join(' ', _chat.Case.Excluded)));
    }

    [Fact]
    public async Task An_alarm_before_that_does_not_climb_to_the_school_either()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("someone keeps pushing me in the hallway");
        await _chat.GoToAsync("What happened?", ("right now", "Yes, right now"), ("Did an adult", "Yes, an adult at school"));
        Assert.True(_chat.Case.SchoolKeptOut);
        Assert.Contains("aisha-karim", _chat.Case.Excluded);
        Assert.Single(_chat.Store.Audit, a => a.Action == SupportBot.Cases.AuditAction.SchoolExcluded);
    }

    [Fact]
    public async Task Titles_count_in_what_is_added_later_too()
    {
        await SendAsync(("Did an adult", "Yes, an adult at school"), ("Who did it?", "the principal"));
        var back = new Chat(_chat.Store);
        await back.JoinAsync();
        await back.SayAsync(_chat.Receipt!);
        await back.SayAsync("the counselor was there as well");
        Assert.Equal("aisha-karim daniel-reyes", string.Join(' ', _chat.Case.Excluded));
    }

    private async Task SendAsync(params (string Question, string Answer)[] answers)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("I want to report bullying");
        await _chat.GoToAsync("Shall I send it?", answers);
        await _chat.PressAsync("Send it");
    }
}
