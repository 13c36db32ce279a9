using System.Text.Json.Nodes;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>The cards of trainings in Teams: what their buttons do, for whom, and how often.</summary>
public sealed class TrainingCardTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task From_the_catalogue_to_a_seat_and_to_giving_it_up_by_cards_alone()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday, place: "Library **1**");
        var maya = world.Staff("maya-okafor");
        await world.SayAsync(maya, "trainings");

        await maya.FillAsync(maya.Card, "Show dates", ("f.answer", "tic-1"));
        var dates = maya.Card;
        Assert.Contains("Library **1**", dates.ToJsonString(), StringComparison.Ordinal);
        var (status, body) = await maya.FillAsync(dates, "Sign me up", ("f.answer", session.Id.ToString("N")));
        Assert.Equal(200, status);
        Assert.Contains("Answered", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(EnrolmentState.Enrolled, await world.StateAsync(session, "maya-okafor"));

        await world.SayAsync(maya, "my trainings");
        await maya.FillAsync(maya.Card, "Take me off", ("f.answer", session.Id.ToString("N")));
        Assert.Equal(EnrolmentState.Cancelled, await world.StateAsync(session, "maya-okafor"));
        // The card of the dates was used: pressed once more it does nothing.
        await maya.FillAsync(dates, "Sign me up", ("f.answer", session.Id.ToString("N")));
        Assert.Equal(EnrolmentState.Cancelled, await world.StateAsync(session, "maya-okafor"));
    }

    [Fact]
    public async Task A_seat_that_is_held_is_taken_by_its_card_in_the_middle_of_anything_and_by_nobody_else()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday, seats: 1);
        var (desk, district) = (world.Bot.Get<TrainingDesk>(), world.Bot.Get<District>());
        var (daniel, linh) = (world.Staff("daniel-reyes"), world.Staff("linh-tran"));
        await daniel.OpenChatAsync();
        await linh.OpenChatAsync();
        foreach (var person in new[] { "maya-okafor", "daniel-reyes" }) await desk.SignUpAsync(district.Person(person)!, session.Id, Never);
        await desk.CancelAsync(district.Person("maya-okafor")!, session.Id, Never);
        await world.Bot.WorkAsync();
        var offer = world.Connector.Cards(daniel.Conversation).Last(c => c.ToJsonString().Contains("A seat is free", StringComparison.Ordinal));

        // In somebody else's hands, or changed, the card does nothing.
        await linh.PressAsync(offer, "Take the seat");
        var changed = offer.DeepClone();
        foreach (var action in changed["actions"]!.AsArray()) action!["data"]!["s"] = "forged";
        await daniel.PressAsync(changed, "Take the seat");
        Assert.Equal(EnrolmentState.Offered, await world.StateAsync(session, "daniel-reyes"));
        Assert.Null(await world.StateAsync(session, "linh-tran"));

        await world.SayAsync(daniel, "I want to report bullying");
        var open = daniel.Card;
        await daniel.PressAsync(offer, "Take the seat");

        Assert.Equal(EnrolmentState.Enrolled, await world.StateAsync(session, "daniel-reyes"));
        Assert.Contains("You have a seat", world.Said(daniel), StringComparison.Ordinal);
        // The question that was open is asked again.
        Assert.True(JsonNode.DeepEquals(open["body"]![0], daniel.Card["body"]![0]), daniel.Card.ToJsonString());
    }
}
