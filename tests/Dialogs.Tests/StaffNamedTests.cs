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
    public async Task Somebody_named_after_the_alarm_is_kept_out_of_the_case_it_opened()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("someone keeps pushing me in the hallway");
        await _chat.GoToAsync("Shall I send it?", ("right now", "Yes, right now"), ("Who did it?", "Mr. Reyes"));
        Assert.Empty(_chat.Case.Excluded);
        await _chat.PressAsync("Send it");
        Assert.Equal(["daniel-reyes"], _chat.Case.Excluded);
        Assert.All(_chat.Store.Audit, a => Assert.DoesNotContain("reyes", a.Subject, StringComparison.Ordinal));
    }
}
