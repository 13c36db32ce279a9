using System.Text;
using System.Text.Json.Nodes;
using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>Feedback on a session by a card in Teams: asked when the console asks it, kept where the console keeps it, and nowhere else.</summary>
public sealed class SurveyChatTests
{
    private const string Guest = "maya-okafor", Word = "Yellow Umbrella";

    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<Session> SessionAsync(TrainingWorld world, DateTimeOffset starts)
    {
        var session = await world.AddAsync("tic-1", starts);
        var district = world.Bot.Get<District>();
        Assert.NotNull((await world.Bot.Get<SessionDesk>().SeatAsync(district.Person("grace-whitefeather")!, session.Id, district.Person(Guest)!, Never))?.Step);
        return session;
    }

    private static Task<IReadOnlyList<FeedbackAnswer>> KeptAsync(TrainingWorld world) => world.Bot.Get<IFeedbackBook>().ReadAsync("tic-1", new DateOnly(2026, 8, 1), new DateOnly(2027, 7, 1), Never);

    private static IReadOnlyList<FeedbackItem> Items(TrainingWorld world) => world.Bot.Get<TrainingOffer>().Catalogue!.Feedback;

    private static IEnumerable<JsonNode> Inputs(JsonNode card, string type) => card["body"]!.AsArray().Where(b => (string?)b!["type"] == type)!;

    [Fact]
    public async Task The_card_asks_what_the_content_asks_in_words_and_says_before_that_nobody_sees_who_answered()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await SessionAsync(world, world.Bot.Clock.GetUtcNow().AddDays(1));
        var maya = world.Staff(Guest);
        var said = await world.SayAsync(maya, "give feedback on my training");
        Assert.Contains("Before the workshop. Nobody sees who answered what", said, StringComparison.Ordinal);
        Assert.Contains("groups under ten are never shown", said, StringComparison.Ordinal);
        var lists = Inputs(maya.Card, "Input.ChoiceSet").ToList();
        Assert.Equal(Items(world).Select(i => i.TextIn("en")), lists.Select(l => (string?)l["label"]));
        Assert.All(lists, l => Assert.Equal(["Yes, fully", "Mostly", "In between", "Not much", "No, not at all"], l["choices"]!.AsArray().Select(c => (string?)c!["title"])));
        Assert.All(lists, l => Assert.True(l["style"] is null || (string?)l["style"] == "compact"));
        Assert.Single(Inputs(maya.Card, "Input.Text"));
    }

    [Fact]
    public async Task Answers_go_into_the_book_of_feedback_without_a_person_and_a_second_sending_changes_nothing()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await SessionAsync(world, world.Bot.Clock.GetUtcNow().AddMinutes(30));
        world.Bot.Clock.Advance(TimeSpan.FromHours(3));
        var maya = world.Staff(Guest);
        await world.SayAsync(maya, "my trainings");
        await world.SayAsync(maya, "Give feedback");
        var survey = maya.Card;
        var (items, journal) = (Items(world), (await world.Bot.Cases.TimelineAsync(Guid.Empty, Never)).Count);
        // What is left out is left out; what is no answer is none.
        var (status, body) = await maya.FillAsync(survey, "Send", [("f.word", Word), .. items.Skip(2).Select(i => ($"f.i-{i.Id}", "4")), ("f.i-zz", "4"), ($"f.i-{items[0].Id}", "6")]);
        Assert.Equal(200, status);
        Assert.DoesNotContain("Input.", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Your answers are kept without your name", world.Said(maya), StringComparison.Ordinal);
        var kept = await KeptAsync(world);
        Assert.Equal((items.Count - 2, FeedbackMoment.After), (kept.Count, kept[0].Moment));
        Assert.All(kept, k => Assert.Equal(4, k.Value));

        await maya.FillAsync(survey, "Send", ("f.word", "another word"), ($"f.i-{items[0].Id}", "1"));
        Assert.Equal(kept.Select(k => (k.Token, k.Item)), (await KeptAsync(world)).Select(k => (k.Token, k.Item)));
        // Asked for again and answered with the same word, the answers are replaced, as on the page.
        await world.SayAsync(maya, "feedback");
        await maya.FillAsync(maya.Card, "Send", ("f.word", "yellow umbrella"), ($"f.i-{items[0].Id}", "2"));
        Assert.Equal((kept[0].Token, items[0].Id, 2), Assert.Single(await KeptAsync(world)) is var one ? (one.Token, one.Item, one.Value) : default);

        Assert.Equal(journal, (await world.Bot.Cases.TimelineAsync(Guid.Empty, Never)).Count);
        Assert.DoesNotContain("umbrella", string.Join("\n", world.Bot.Logged.Written), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("umbrella", world.Said(maya), StringComparison.OrdinalIgnoreCase);
        foreach (var file in world.Bot.Files()) Assert.False(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)).Contains("umbrella", StringComparison.OrdinalIgnoreCase), file);
    }

    [Fact]
    public async Task A_word_that_is_too_short_leaves_the_card_as_it_is_and_it_can_be_sent_again()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await SessionAsync(world, world.Bot.Clock.GetUtcNow().AddDays(1));
        var maya = world.Staff(Guest);
        await world.SayAsync(maya, "feedback");
        var (survey, item) = (maya.Card, Items(world)[0].Id);
        var (_, body) = await maya.FillAsync(survey, "Send", ("f.word", "ab 1"), ($"f.i-{item}", "3"));
        Assert.DoesNotContain("AdaptiveCard", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("at least 6 letters", world.Said(maya), StringComparison.Ordinal);
        Assert.Empty(await KeptAsync(world));
        await maya.FillAsync(survey, "Send", ("f.word", Word), ($"f.i-{item}", "3"));
        Assert.Equal(FeedbackMoment.Before, Assert.Single(await KeptAsync(world)).Moment);
    }

    [Fact]
    public async Task It_is_asked_before_after_and_two_months_later_and_at_no_other_time_and_of_nobody_else()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await SessionAsync(world, world.Bot.Clock.GetUtcNow().AddDays(1));
        var (maya, linh) = (world.Staff(Guest), world.Staff("linh-tran"));
        await world.SayAsync(maya, "feedback");
        var early = maya.Card;
        foreach (var (days, said) in new[] { (0, "Before the workshop."), (5, "Now that the workshop is over."), (30, "No feedback is asked of you"), (65, "Some weeks after the workshop."), (100, "No feedback is asked of you") })
        {
            world.Bot.Clock.Advance(session.Starts.AddDays(days - 1).AddHours(3) - world.Bot.Clock.GetUtcNow());
            Assert.Contains(said, await world.SayAsync(maya, "feedback"), StringComparison.Ordinal);
            Assert.Contains("No feedback is asked of you", await world.SayAsync(linh, "feedback"), StringComparison.Ordinal);
        }

        // An old card opens nothing: its seal has ended, and what it asked is over.
        await maya.FillAsync(early, "Send", ("f.word", Word), ($"f.i-{Items(world)[0].Id}", "3"));
        Assert.Empty(await KeptAsync(world));
    }

    [Fact]
    public async Task What_was_asked_before_a_workshop_does_not_count_after_it()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await SessionAsync(world, world.Bot.Clock.GetUtcNow().AddMinutes(30));
        var maya = world.Staff(Guest);
        await world.SayAsync(maya, "feedback");
        world.Bot.Clock.Advance(TimeSpan.FromHours(3));
        await maya.FillAsync(maya.Card, "Send", ("f.word", Word), ($"f.i-{Items(world)[0].Id}", "3"));
        Assert.Contains("Nothing was kept", world.Said(maya), StringComparison.Ordinal);
        Assert.Empty(await KeptAsync(world));
    }

    [Fact]
    public async Task A_survey_in_somebody_elses_hands_takes_nothing()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await SessionAsync(world, world.Bot.Clock.GetUtcNow().AddDays(1));
        var (maya, linh) = (world.Staff(Guest), world.Staff("linh-tran"));
        await world.SayAsync(maya, "feedback");
        await linh.OpenChatAsync();
        await linh.FillAsync(maya.Card, "Send", ("f.word", Word), ($"f.i-{Items(world)[0].Id}", "3"));
        Assert.Empty(await KeptAsync(world));
    }
}
