using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>What the program says of trainings by itself.</summary>
public sealed class TrainingWorkerTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static Person PersonOf(TrainingWorld world, string id) => world.Bot.Get<District>().Person(id)!;

    private static async Task SignUpAsync(TrainingWorld world, Session session, string person) => Assert.True((await world.Bot.Get<TrainingDesk>().SignUpAsync(PersonOf(world, person), session.Id, Never)).IsDone);

    // Rounds of the worker, a quarter of an hour apart, until that moment.
    private static async Task LetPassAsync(TrainingWorld world, DateTimeOffset until)
    {
        while (world.Bot.Clock.GetUtcNow() < until)
        {
            world.Bot.Clock.Advance(TimeSpan.FromMinutes(15));
            var before = Reminders(world).Count;
            await world.Bot.Get<RemindersWorker>().RoundAsync(Never);
            await world.Bot.WorkAsync();
            var hour = world.Bot.Get<District>().CalendarOf("riverbend-high").Local(world.Bot.Clock.GetUtcNow()).Hour;
            Assert.True(Reminders(world).Count == before || hour is >= 7 and < 18, $"Somebody was reminded at {hour}.");
        }
    }

    private static List<(string Person, string Subject)> Reminders(TrainingWorld world) => [.. world.Bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.TrainingReminder).Select(s => (s.Person, s.Notice.Subject))];

    [Fact]
    public async Task A_seat_that_nobody_takes_goes_to_the_next_and_both_hear_of_it_in_their_own_chats()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday, seats: 1);
        var (maya, daniel, linh) = (world.Staff("maya-okafor"), world.Staff("daniel-reyes"), world.Staff("linh-tran"));
        foreach (var staff in new[] { maya, daniel, linh }) await staff.OpenChatAsync();
        foreach (var person in new[] { "maya-okafor", "daniel-reyes", "linh-tran" }) await SignUpAsync(world, session, person);
        await world.Bot.Get<TrainingDesk>().CancelAsync(PersonOf(world, "maya-okafor"), session.Id, Never);
        await world.Bot.WorkAsync();
        Assert.Contains("A seat is free", world.Said(daniel), StringComparison.Ordinal);
        Assert.DoesNotContain("A seat is free", world.Said(linh), StringComparison.Ordinal);

        await world.Bot.Get<OffersWorker>().RoundAsync(Never);
        Assert.Equal(EnrolmentState.Offered, await world.StateAsync(session, "daniel-reyes"));
        world.Bot.Clock.Advance(TimeSpan.FromHours(24));
        await world.Bot.Get<OffersWorker>().RoundAsync(Never);
        await world.Bot.WorkAsync();

        Assert.Equal((EnrolmentState.Expired, EnrolmentState.Offered), (await world.StateAsync(session, "daniel-reyes"), await world.StateAsync(session, "linh-tran")));
        Assert.Contains("went to the next person", world.Said(daniel), StringComparison.Ordinal);
        Assert.Contains("A seat is free", world.Said(linh), StringComparison.Ordinal);
        Assert.DoesNotContain("A seat is free", world.Said(maya), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_seat_is_reminded_a_week_a_day_and_an_hour_before_and_after_a_new_start_not_again()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday, seats: 1);
        await SignUpAsync(world, session, "maya-okafor");
        await SignUpAsync(world, session, "daniel-reyes");

        await LetPassAsync(world, TrainingWorld.Tuesday.AddDays(-7));
        var mine = ("maya-okafor", TrainingSubject.Of(session.Id, "maya-okafor"));
        Assert.Equal([mine], Reminders(world));
        await world.Bot.RestartAsync();
        await LetPassAsync(world, TrainingWorld.Tuesday.AddDays(-1).AddHours(-1));
        Assert.Single(Reminders(world));
        await LetPassAsync(world, TrainingWorld.Tuesday);

        // Whoever waits is reminded of nothing.
        Assert.Equal([mine, mine, mine], Reminders(world));
    }

    [Fact]
    public async Task The_hour_before_an_early_session_is_said_the_evening_before_and_what_falls_together_is_one_notice()
    {
        await using var world = await TrainingWorld.OpenAsync();
        // Half past seven, and another one at the same time of day for the same person a week later.
        var (early, later) = (await world.AddAsync("tic-1", TrainingWorld.Tuesday.AddHours(-8)), await world.AddAsync("sp-post", TrainingWorld.Tuesday.AddDays(6).AddHours(-8)));
        foreach (var session in new[] { early, later }) await SignUpAsync(world, session, "maya-okafor");

        await LetPassAsync(world, early.Starts);

        var subjects = Reminders(world).Select(r => r.Subject).ToList();
        // A week before; a day before, with the week before of the other one; and the evening before in place of the hour.
        Assert.Equal([TrainingSubject.Of(early.Id, "maya-okafor"), TrainingSubject.Of([early.Id, later.Id], "maya-okafor"), TrainingSubject.Of(early.Id, "maya-okafor")], subjects);
    }

    [Fact]
    public async Task The_title_of_a_sensitive_course_stands_in_no_notice()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("sp-post", TrainingWorld.Tuesday);
        var maya = world.Staff("maya-okafor");
        await maya.OpenChatAsync();
        await SignUpAsync(world, session, "maya-okafor");
        var before = world.Connector.Calls.Count;

        await LetPassAsync(world, TrainingWorld.Tuesday.AddDays(-6));

        var said = world.Said(maya, before);
        Assert.Contains("A training you signed up for", said, StringComparison.Ordinal);
        Assert.DoesNotContain("After a death", said, StringComparison.Ordinal);
        // Asked for in the person's own chat, it is there.
        Assert.Contains("After a death", await world.SayAsync(maya, "my trainings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_chat_nothing_of_trainings_is_said()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var maya = world.Staff("maya-okafor");

        await maya.SayAsync("sign me up for the trauma training", conversationType: "groupChat");

        Assert.DoesNotContain("Trauma", world.Said(maya), StringComparison.Ordinal);
        Assert.Null(await world.StateAsync(session, "maya-okafor"));
    }
}
