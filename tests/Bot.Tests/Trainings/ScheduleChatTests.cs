using SupportBot.Bot.Tests.Teams;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>A facilitator schedules, moves and calls off a workshop by words in Teams. It is Monday, November 16, 2026, 10:07.</summary>
public sealed class ScheduleChatTests
{
    private const string Dev = "dev-patel", Lead = "nadia-rahman", Counselor = "maya-okafor";
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_sentence_that_says_it_all_leads_to_the_summary_and_one_yes_writes_it_once()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var dev = world.Staff(Dev);

        var summary = await world.SayAsync(dev, "schedule the trauma workshop next Tuesday at 2pm in the library at Riverbend High for 24 people");
        System.Console.WriteLine(summary);
        Assert.Contains("Shall I schedule this workshop?", summary, StringComparison.Ordinal);
        Assert.Contains("Tuesday, Nov 24, 2:00 PM to 4:00 PM", summary, StringComparison.Ordinal);
        Assert.Empty(await SessionsAsync(world));
        var done = await world.SayAsync(dev, "yes");

        var session = Assert.Single(await SessionsAsync(world));
        Assert.Contains("The workshop is scheduled", done, StringComparison.Ordinal);
        Assert.Equal(("tic-1", "Library", "riverbend-high", "riverbend.library@example.org", 24, true), (session.CourseId, session.Place, session.SchoolId, session.Room, session.Seats, session.Online));
        Assert.Equal((new DateTimeOffset(2026, 11, 24, 22, 0, 0, TimeSpan.Zero), [Dev]), (session.Starts, session.FacilitatorIds));
    }

    private static async Task<IReadOnlyList<Session>> SessionsAsync(TrainingWorld world) => [.. (await world.Rolls.BetweenAsync(world.Bot.Clock.GetUtcNow(), world.Bot.Clock.GetUtcNow().AddDays(300), Never)).Select(l => l.Session)];
}
