using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Dialogs.Tests;

/// <summary>A workshop is planned by words alone, on a channel without cards. It is Monday, November 16, 2026, 10:07.</summary>
public sealed class ScheduleTests
{
    private static readonly ChannelTraits Plain = new("plain", Anonymous: false, Forms: false, KeepsTranscript: false);

    private readonly PlannedWorkshops _workshops = new();
    private readonly MemoryTurnStore _store = new();
    private readonly TurnPipeline _pipeline;
    private IReadOnlyList<Activity> _replies = [];

    public ScheduleTests() => _pipeline = new TurnPipeline(
        _store, Demo.Content, new Chat.Calendars(), new AlertRelease(atOnce: true, () => 0.5), new FakeTimeProvider(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero)), new Chat.Alarms(), new Chat.Lines(), scheduling: _workshops);

    [Fact]
    public async Task One_question_at_a_time_leads_from_the_course_to_the_yes()
    {
        Assert.Contains("Which course is it?", await SayAsync("schedule a workshop"), StringComparison.Ordinal);
        Assert.Contains("I know no training by that name", await SayAsync("juggling"), StringComparison.Ordinal);
        Assert.Contains("Which one do you mean?", await SayAsync("circles, for 25 people"), StringComparison.Ordinal);
        Assert.Contains("Where will it be?", await SayAsync("2"), StringComparison.Ordinal);
        Assert.Contains("I know no school or room by that name", await SayAsync("Lincoln"), StringComparison.Ordinal);
        Assert.Contains("Which place do you mean?", await SayAsync("library"), StringComparison.Ordinal);
        Assert.Contains("On which days could it be?", await SayAsync("3"), StringComparison.Ordinal);
        Assert.Contains("has passed", await SayAsync("nov 3"), StringComparison.Ordinal);
        var times = await SayAsync("next week");
        Assert.Contains("1. Monday, Nov 23, 9:00 AM", times, StringComparison.Ordinal);
        Assert.Contains("Tuesday, Nov 24, 9:00 AM", await SayAsync("more times"), StringComparison.Ordinal);
        var summary = await SayAsync("1");
        Assert.Contains("Tuesday, Nov 24, 9:00 AM to 11:00 AM", summary, StringComparison.Ordinal);
        Assert.Contains("Seats: 25", summary, StringComparison.Ordinal);
        // A changed mind changes the one thing.
        Assert.Contains("Seats: 12", await SayAsync("12 seats"), StringComparison.Ordinal);
        Assert.Contains("at least 1 seat", await SayAsync("-3 seats"), StringComparison.Ordinal);
        Assert.Contains("Seats: 14", await SayAsync("14"), StringComparison.Ordinal);
        Assert.Contains("Tuesday, Nov 24, 2:00 PM to 4:00 PM", await SayAsync("at 2"), StringComparison.Ordinal);
        Assert.Empty(_workshops.Written);
        Assert.Contains("The workshop is scheduled", await SayAsync("yes please"), StringComparison.Ordinal);
        Assert.Equal(("circles-2", "riverbend-high", "library", 14), Assert.Single(_workshops.Written) is var plan ? (plan.CourseId, plan.SchoolId, plan.RoomId, plan.Seats) : default);
    }

    [Fact]
    public async Task A_turn_that_ends_before_its_commit_writes_the_same_session_once_more_and_none_beside_it()
    {
        await SayAsync("schedule trauma online tomorrow at 9");
        _store.CannotBeWritten = true;
        await SayAsync("yes");
        _store.CannotBeWritten = false;
        Assert.Contains("The workshop is scheduled", await SayAsync("yes"), StringComparison.Ordinal);
        Assert.Equal((2, 1), (_workshops.Asked, _workshops.Written.Count));
    }

    [Fact]
    public async Task Calendars_that_are_out_of_reach_are_said_to_be()
    {
        _workshops.Sight = CalendarSight.Silent;
        Assert.Contains("I could not look at the calendars just now", await SayAsync("schedule trauma online next week"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ends_it_and_back_goes_to_what_was_asked()
    {
        await SayAsync("schedule trauma online tomorrow at 9");
        Assert.Contains("On which days", await SayAsync("back"), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", await SayAsync("stop"), StringComparison.Ordinal);
        Assert.Empty(_workshops.Written);
    }

    [Theory]
    [InlineData("schedule a workshop", "maya-okafor", "scheduled by those who lead them")]
    [InlineData("schedule a workshop", null, "There are no trainings")]
    public async Task Whoever_may_not_hears_who_may(string text, string? person, string told) => Assert.Contains(told, await SayAsync(text, person), StringComparison.Ordinal);

    [Theory]
    [InlineData("schedule a call with the family")]
    [InlineData("please plan my day")]
    public async Task What_is_no_workshop_is_none(string text) => Assert.DoesNotContain("Which course is it?", await SayAsync(text), StringComparison.Ordinal);

    private async Task<string> SayAsync(string text, string? person = PlannedWorkshops.Facilitator)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message, Text = text, Id = Guid.NewGuid().ToString("N"), ChannelId = "plain", Conversation = new ConversationAccount(id: $"c-{person}"), From = new ChannelAccount($"a-{person}"), Recipient = new ChannelAccount("bot"),
        };
        var answer = await _pipeline.RunAsync(new IncomingTurn(activity, new ConversationKey("plain", $"c-{person}"), Lockbox.Server, Plain) { PersonId = person }, CancellationToken.None);
        _replies = answer.Replies;
        return string.Join("\n", _replies.Select(r => r.Text));
    }
}
