using Microsoft.Bot.Schema;

namespace SupportBot.Dialogs.Tests;

/// <summary>A button of something that is over says so kindly, and records nothing.</summary>
public sealed class ClosedQuestionTests
{
    private readonly Chat _chat = new();

    [Fact]
    public async Task A_button_of_an_earlier_question_is_closed_and_the_current_one_comes_again()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("someone keeps pushing me in the hallway");
        await _chat.PressAsync("I understand, start");
        var old = _chat.Button("Yes, right now");
        await _chat.PressAsync("No");

        await _chat.PressAsync(old);

        Assert.Contains("That question is closed. Here is the one we are at:", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("weapon", _chat.Asked, StringComparison.Ordinal);
        Assert.Empty(_chat.Store.Cases);
        await _chat.GoToAsync("Shall I send it?");
        Assert.Contains("Is anyone hurt or in danger right now?\n> No", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_another_field_of_the_same_form_is_closed_though_its_token_is_open()
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("Where did it happen?");
        var place = _chat.Button("On the school bus");
        var skip = _chat.Button("Skip");
        await _chat.PressAsync("In a classroom");

        foreach (var old in new[] { place, skip })
        {
            await _chat.PressAsync(old);
            Assert.Contains("That question is closed", _chat.Text, StringComparison.Ordinal);
            Assert.Contains("Who was hurt or treated badly?", _chat.Asked, StringComparison.Ordinal);
        }

        await _chat.GoToAsync("Shall I send it?");
        Assert.Contains("> In a classroom", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Who was hurt or treated badly?", string.Join(' ', await ChangeListAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_a_sent_report_is_closed()
    {
        await _chat.ReportToSummaryAsync();
        var send = _chat.Button("Send it");
        await _chat.PressAsync(send);
        await _chat.PressAsync(send);

        Assert.Contains("That question is closed.", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Report bullying", _chat.Buttons);
        Assert.Single(_chat.Store.Cases);
        Assert.Single(_chat.Case.Alerts);
    }

    [Fact]
    public async Task A_button_of_a_stopped_report_does_not_answer_the_next_one()
    {
        await _chat.JoinAsync();
        await _chat.PressAsync("Report bullying");
        await _chat.GoToAsync("right now");
        var old = _chat.Button("Yes, right now");
        await _chat.SayAsync("stop");
        await _chat.PressAsync(old);
        Assert.Contains("That question is closed.", _chat.Text, StringComparison.Ordinal);
        Assert.Empty(_chat.Store.Cases);
    }

    [Fact]
    public async Task The_same_place_in_a_second_report_is_another_question()
    {
        await _chat.JoinAsync();
        await _chat.PressAsync("Report bullying");
        await _chat.GoToAsync("right now");
        var old = _chat.Button("Yes, right now");
        await _chat.SayAsync("stop");
        await _chat.PressAsync("Report bullying");
        await _chat.GoToAsync("right now");

        await _chat.PressAsync(old);

        Assert.Contains("That question is closed", _chat.Text, StringComparison.Ordinal);
        Assert.Empty(_chat.Store.Cases);
    }

    [Fact]
    public async Task A_button_of_the_menu_is_closed_while_a_report_is_open()
    {
        await _chat.JoinAsync();
        var menu = _chat.Button("Report bullying");
        await _chat.PressAsync(menu);
        await _chat.GoToAsync("right now");
        await _chat.PressAsync(menu);
        Assert.Contains("That question is closed", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("right now", _chat.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sb":"1","t":"t1","f":"nothing-like-it","c":"x"}""")]
    [InlineData("""{"sb":"1","t":"t999","do":"skip"}""")]
    [InlineData("""{"sb":"1","do":"fly"}""")]
    [InlineData("""{"sb":"1","t":["t1"]}""")]
    public async Task A_forged_button_records_nothing(string value)
    {
        await _chat.BeginReportAsync();
        var activity = new Activity { Type = ActivityTypes.Message, Text = "x", Value = System.Text.Json.JsonDocument.Parse(value).RootElement };
        var answer = await _chat.SendAsync(activity);

        Assert.Equal(TurnKind.Answered, answer.Kind);
        Assert.Contains("Which school", _chat.Asked, StringComparison.Ordinal);
        Assert.Empty(_chat.Alarm.Heard);
    }

    [Fact]
    public async Task A_forged_choice_of_the_open_question_is_asked_again()
    {
        await _chat.BeginReportAsync();
        var button = _chat.Button("Heron Middle School");
        button.Value = ((Dictionary<string, string>)button.Value).ToDictionary(p => p.Key, p => p.Key == "c" ? "hogwarts" : p.Value);
        button.Title = "";
        await _chat.PressAsync(button);
        Assert.Contains("I do not know a school by that name", _chat.Asked, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> ChangeListAsync()
    {
        await _chat.PressAsync("Change something");
        return _chat.Buttons;
    }
}
