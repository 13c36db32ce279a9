using System.Text.Json.Nodes;
using SupportBot.Bot.Tests.Teams;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>The cards by which a workshop is scheduled in Teams: what their buttons do, for whom, and how often. It is Monday, November 16, 2026.</summary>
public sealed class ScheduleCardTests
{
    private const string Dev = "dev-patel";

    [Fact]
    public async Task From_the_form_to_the_session_by_cards_alone_and_a_second_press_writes_nothing()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var dev = world.Staff(Dev);
        await world.SayAsync(dev, "schedule a workshop");
        var form = dev.Card;

        // What is wrong is told above the form, and everything else stays in it.
        await FillAsync(dev, form, ("f.from", "2026-12-11"), ("f.to", "2026-12-01"), ("f.seats", "0"));
        Assert.Contains("is before the first", dev.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("at least 1 seat", dev.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"heron-middle.library\"", dev.Card.ToJsonString(), StringComparison.Ordinal);
        await FillAsync(dev, dev.Card, ("f.from", "2026-12-01"), ("f.to", "2026-12-11"), ("f.seats", "16"));
        var times = dev.Card;
        Assert.Contains("Take this time", times.ToJsonString(), StringComparison.Ordinal);
        await dev.FillAsync(times, "Take this time", ("f.answer", FirstOf(times)));
        var summary = dev.Card;
        Assert.Contains("Library, Heron Middle School", summary.ToJsonString(), StringComparison.Ordinal);

        // Cards of steps that are over do nothing.
        var (_, closed) = await dev.FillAsync(form, "Find times", ("f.course", "bh-101"));
        Assert.Contains("Closed", closed!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await world.SessionsAsync());
        var before = world.Connector.Calls.Count;
        await dev.PressAsync(summary, "Yes, schedule it");
        Assert.Single(await world.SessionsAsync());
        var session = dev.Card;
        Assert.Contains("The workshop is scheduled", session.ToJsonString(), StringComparison.Ordinal);
        await dev.PressAsync(summary, "Yes, schedule it");
        Assert.Contains("This is how the workshop stands", world.Said(dev, before), StringComparison.Ordinal);
        Assert.Equal(("bh-101", "Library", "heron.library@example.org", 16), Assert.Single(await world.SessionsAsync()) is var made ? (made.CourseId, made.Place, made.Room, made.Seats) : default);

        // In the hands of somebody else the card is nobody's.
        var maya = world.Staff("maya-okafor");
        await maya.OpenChatAsync();
        await maya.PressAsync(session, "Cancel this workshop");
        await dev.PressAsync(session, "Cancel this workshop");
        await dev.SayAsync("no, keep it");
        Assert.Single(await world.SessionsAsync());
        await dev.PressAsync(session, "Reschedule");
        Assert.Contains("To which days shall it move?", dev.Card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_of_a_session_works_in_the_middle_of_anything_and_that_goes_on()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var dev = world.Staff(Dev);
        await world.SayAsync(dev, "schedule bh-101 next Tuesday at 9am online");
        await world.SayAsync(dev, "yes");
        var session = dev.Card;
        await world.SayAsync(dev, "I want to report bullying");
        var open = dev.Card;

        await dev.PressAsync(session, "Cancel this workshop");
        await world.SayAsync(dev, "yes, call it off");

        Assert.Empty(await world.SessionsAsync());
        Assert.True(JsonNode.DeepEquals(open["body"]![0], dev.Card["body"]![0]), dev.Card.ToJsonString());
    }

    private static Task<(int Status, JsonNode? Body)> FillAsync(Staff dev, JsonNode form, params (string Field, string Value)[] more) =>
        dev.FillAsync(form, "Find times", [("f.course", "bh-101"), ("f.where", "heron-middle.library"), ("f.online", "no"), ("f.part", "any"), .. more]);

    private static string FirstOf(JsonNode card) => System.Text.RegularExpressions.Regex.Match(card.ToJsonString(), "\"value\":\"(\\d{9,11})\"").Groups[1].Value;
}
