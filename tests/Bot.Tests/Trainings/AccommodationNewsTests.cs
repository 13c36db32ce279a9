using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>What the chats of those concerned say of an accommodation: that there is one, and never what or whose it is.</summary>
public sealed class AccommodationNewsTests
{
    private const string Leader = "grace-whitefeather", Participant = "maya-okafor";
    private static readonly CancellationToken Never = CancellationToken.None;

    private static Person PersonOf(TrainingWorld world, string id) => world.Bot.Get<District>().Person(id)!;

    [Fact]
    public async Task Whoever_leads_the_session_hears_that_somebody_asked_and_the_person_that_it_is_taken_care_of()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var (leader, participant) = (world.Staff(Leader), world.Staff(Participant));
        foreach (var staff in new[] { leader, participant }) await staff.OpenChatAsync();
        await world.Bot.Get<TrainingDesk>().SignUpAsync(PersonOf(world, Participant), session.Id, Never);
        var desk = world.Bot.Get<AccommodationDesk>();
        Assert.Equal(AccommodationAnswer.Asked, await desk.AskAsync(PersonOf(world, Participant), session.Id, new PersonText("Captions, I lip-read"), Never));
        await world.Bot.WorkAsync();
        Assert.Contains("Somebody has asked for an accommodation at a session you lead", world.Said(leader), StringComparison.Ordinal);

        Assert.True(await desk.ArrangeAsync(PersonOf(world, Leader), session, Participant, Never));
        await world.Bot.WorkAsync();
        Assert.Contains("What you asked for is taken care of", world.Said(participant), StringComparison.Ordinal);
        Assert.DoesNotContain("accommodation at a session you lead", world.Said(participant), StringComparison.Ordinal);
        foreach (var said in new[] { world.Said(leader), world.Said(participant) }) Assert.DoesNotContain("lip-read", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", world.Said(leader), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_before_anybody_was_told_is_told_nobody()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var leader = world.Staff(Leader);
        await leader.OpenChatAsync();
        await world.Bot.Get<TrainingDesk>().SignUpAsync(PersonOf(world, Participant), session.Id, Never);
        var desk = world.Bot.Get<AccommodationDesk>();
        await desk.AskAsync(PersonOf(world, Participant), session.Id, new PersonText("A ramp"), Never);
        await desk.TakeBackAsync(PersonOf(world, Participant), session.Id, Never);
        await world.Bot.WorkAsync();
        Assert.DoesNotContain("accommodation", world.Said(leader), StringComparison.Ordinal);
    }
}
