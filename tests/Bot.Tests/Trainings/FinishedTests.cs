using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>What people hear after a session: that their certificate is ready, and that feedback is open, at once and some weeks later, each once.</summary>
public sealed class FinishedTests
{
    // 3:30 to 5:30 PM at Riverbend High.
    private static readonly DateTimeOffset Ends = TrainingWorld.Tuesday.AddHours(2);
    private static readonly string[] OnRoll = ["maya-okafor", "daniel-reyes", "linh-tran"];

    private static Person PersonOf(TrainingWorld world, string id) => world.Bot.Get<District>().Person(id)!;

    /// <summary>Maya was there to the end, Daniel for a while, Linh not at all; the roll is closed ten minutes after the end.</summary>
    private static async Task<Session> CloseAsync(TrainingWorld world, string course, TimeSpan after)
    {
        var session = await world.AddAsync(course, TrainingWorld.Tuesday);
        foreach (var person in OnRoll)
            Assert.Null((await world.Bot.Get<SessionDesk>().SeatAsync(PersonOf(world, "grace-whitefeather"), session.Id, PersonOf(world, person), TrainingWorld.Never))!.Value.Refused);
        world.Bot.Clock.Advance(Ends + after - world.Bot.Clock.GetUtcNow());
        var minutes = new Dictionary<string, int> { ["maya-okafor"] = 120, ["daniel-reyes"] = 30, ["linh-tran"] = 0 };
        Assert.NotNull((await world.Bot.Get<SessionDesk>().CloseAsync(PersonOf(world, "grace-whitefeather"), session.Id, minutes, new HashSet<string>(), TrainingWorld.Never))!.Value.Step);
        await world.Bot.WorkAsync();
        return session;
    }

    private static int Told(TrainingWorld world, NoticeKind kind, string person) => world.Bot.Told.Sent.Count(s => s.Notice.Kind == kind && s.Person == person);

    private static async Task<Dictionary<string, Teams.Staff>> ChatsAsync(TrainingWorld world)
    {
        var chats = OnRoll.ToDictionary(p => p, world.Staff);
        foreach (var staff in chats.Values) await staff.OpenChatAsync();
        return chats;
    }

    [Fact]
    public async Task Whoever_was_counted_present_hears_of_certificate_and_feedback_once_and_whoever_was_not_hears_nothing()
    {
        await using var world = await TrainingWorld.OpenAsync(("Teams:PublicAddress", "https://support.example.org"));
        var chats = await ChatsAsync(world);
        await CloseAsync(world, "tic-1", TimeSpan.FromMinutes(10));
        var title = world.Bot.Get<TrainingOffer>().Catalogue!.Course("tic-1")!.TitleIn("en");
        Assert.Contains($"Thank you for taking part: {title}. Your certificate is ready. How was it? Feedback is open: three minutes, without your name. Type **feedback**.", world.Said(chats["maya-okafor"]), StringComparison.Ordinal);
        Assert.Contains("https://support.example.org/console/training/mine", world.Said(chats["maya-okafor"]), StringComparison.Ordinal);
        Assert.Contains("Feedback is open", world.Said(chats["daniel-reyes"]), StringComparison.Ordinal);
        Assert.DoesNotContain("certificate", world.Said(chats["daniel-reyes"]), StringComparison.Ordinal);
        Assert.Equal([1, 1, 0], OnRoll.Select(p => Told(world, NoticeKind.TrainingFinished, p)));

        await world.Bot.RestartAsync();
        world.Bot.Clock.Advance(TimeSpan.FromDays(1));
        await world.Bot.WorkAsync();
        Assert.Equal([1, 1, 0], OnRoll.Select(p => Told(world, NoticeKind.TrainingFinished, p)));
    }

    [Fact]
    public async Task What_would_come_in_quiet_hours_comes_in_the_morning_and_not_with_a_certificate_that_was_taken_back_meanwhile()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var chats = await ChatsAsync(world);
        await CloseAsync(world, "tic-1", TimeSpan.FromMinutes(40)); // ten past six in the evening
        Assert.Equal(0, Told(world, NoticeKind.TrainingFinished, "maya-okafor"));
        var serial = Assert.Single((await world.Rolls.TranscriptAsync("maya-okafor", TrainingWorld.Never)).Completions).Serial!;
        await world.Bot.Get<ICertificateBook>().RevokeAsync(serial, new AuditEntry(Guid.Empty, Actor.Program, AuditAction.CertificateTakenBack, "x", world.Bot.Clock.GetUtcNow()), TrainingWorld.Never);
        world.Bot.Clock.Advance(TimeSpan.FromHours(12.5));
        await world.Bot.WorkAsync();
        Assert.Equal(0, Told(world, NoticeKind.TrainingFinished, "maya-okafor"));
        world.Bot.Clock.Advance(TimeSpan.FromMinutes(21));
        await world.Bot.WorkAsync();
        Assert.Contains("Feedback is open", world.Said(chats["maya-okafor"]), StringComparison.Ordinal);
        Assert.DoesNotContain("certificate", world.Said(chats["maya-okafor"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_course_with_a_test_the_certificate_is_said_once_the_test_is_passed()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var chats = await ChatsAsync(world);
        var session = await CloseAsync(world, "de-vi", TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("certificate", world.Said(chats["maya-okafor"]), StringComparison.Ordinal);
        Assert.NotNull((await world.Bot.Get<SessionDesk>().TestAsync(PersonOf(world, "grace-whitefeather"), session.Id, "maya-okafor", 100, TrainingWorld.Never))!.Value.Step);
        await world.Bot.WorkAsync();
        Assert.Equal((1, 1), (Told(world, NoticeKind.TrainingFinished, "maya-okafor"), Told(world, NoticeKind.TrainingPassed, "maya-okafor")));
        Assert.Contains("Your certificate is ready: ", world.Said(chats["maya-okafor"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_title_of_a_sensitive_course_is_not_said()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var chats = await ChatsAsync(world);
        await CloseAsync(world, "sp-post", TimeSpan.FromMinutes(10));
        Assert.Contains("Thank you for taking part: A training you signed up for.", world.Said(chats["maya-okafor"]), StringComparison.Ordinal);
        Assert.DoesNotContain("After a death", world.Said(chats["maya-okafor"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_Spanish_reads_it_in_Spanish_with_the_word_that_the_chat_understands()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var chats = await ChatsAsync(world);
        await world.SayAsync(chats["maya-okafor"], "Español");
        await CloseAsync(world, "tic-1", TimeSpan.FromMinutes(10));
        var said = world.Said(chats["maya-okafor"]);
        Assert.Contains("Su certificado está listo.", said, StringComparison.Ordinal);
        Assert.Contains("Escriba **opinión**.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you for taking part", said, StringComparison.Ordinal);
        Assert.DoesNotContain("no entendí", await world.SayAsync(chats["maya-okafor"], "opinión"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sixty_days_later_feedback_is_asked_for_once_more_and_of_nobody_who_was_not_there()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var chats = await ChatsAsync(world);
        await CloseAsync(world, "tic-1", TimeSpan.FromMinutes(10));
        world.Bot.Clock.Advance(TimeSpan.FromHours(-8) + TimeSpan.FromDays(1)); // the offices are open
        for (var day = 2; day < 90; day++)
        {
            world.Bot.Clock.Advance(TimeSpan.FromDays(1));
            await world.Bot.Get<FollowUpWorker>().RoundAsync(TrainingWorld.Never);
            await world.Bot.WorkAsync();
            if (day < 60) Assert.Equal(0, Told(world, NoticeKind.TrainingFollowUp, "maya-okafor"));
            if (day == 70) await world.Bot.RestartAsync();
        }

        Assert.Equal([1, 1, 0], OnRoll.Select(p => Told(world, NoticeKind.TrainingFollowUp, p)));
        Assert.Contains("Feedback is open once more: three minutes, without your name.", world.Said(chats["maya-okafor"]), StringComparison.Ordinal);
    }
}
