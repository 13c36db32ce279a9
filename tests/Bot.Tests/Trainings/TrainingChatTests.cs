using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>Trainings by words in Teams: what there is, a seat, another date, giving one up.</summary>
public sealed class TrainingChatTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory]
    [InlineData("what trainings are there")]
    [InlineData("trainings")]
    [InlineData("which workshops are coming up this month?")]
    public async Task Staff_read_what_is_offered_and_sign_up_by_number(string asked)
    {
        await using var world = await TrainingWorld.OpenAsync();
        var trauma = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var (maya, before) = (world.Staff("maya-okafor"), "Trauma-informed and healing-centered practice");

        var list = await world.SayAsync(maya, asked);
        Assert.Contains(before, list, StringComparison.Ordinal);
        Assert.Contains("20 seats free", list, StringComparison.Ordinal);
        Assert.Contains("Tuesday, Dec 1, 3:30 PM", await world.SayAsync(maya, "1"), StringComparison.Ordinal);
        var seat = await world.SayAsync(maya, "1");

        Assert.Contains("You have a seat", seat, StringComparison.Ordinal);
        Assert.Contains("tell Grace Whitefeather", seat, StringComparison.Ordinal);
        Assert.Equal(EnrolmentState.Enrolled, await world.StateAsync(trauma, "maya-okafor"));
        Assert.Contains("you have a seat", await world.SayAsync(maya, "my trainings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_console_has_an_address_whoever_gets_a_seat_is_told_where_to_say_what_they_need()
    {
        await using var world = await TrainingWorld.OpenAsync(("Teams:PublicAddress", "https://support.example.org"));
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var seat = await world.SayAsync(world.Staff("maya-okafor"), "sign me up for the trauma training");
        Assert.Contains($"https://support.example.org/console/training/sessions/{session.Id:D}", seat, StringComparison.Ordinal);
        Assert.DoesNotContain("tell Grace Whitefeather", seat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_are_close_are_asked_about_once_and_one_that_is_held_once_is_signed_up_for_at_once()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var circles = await world.AddAsync("eq-4", TrainingWorld.Tuesday);
        await world.AddAsync("rp-2", TrainingWorld.Tuesday.AddDays(1));
        var maya = world.Staff("maya-okafor");

        Assert.Contains("Which one do you mean?", await world.SayAsync(maya, "sign me up for restorative practices"), StringComparison.Ordinal);
        Assert.Contains("You have a seat", await world.SayAsync(maya, "restorative practices I"), StringComparison.Ordinal);
        Assert.Equal(EnrolmentState.Enrolled, await world.StateAsync(circles, "maya-okafor"));
        // What comes before the second part is said by its name, and nothing is changed.
        var missing = await world.SayAsync(maya, "sign me up for restorative practices II");
        Assert.Contains("you need: Equity Series 4", missing, StringComparison.Ordinal);
        Assert.Contains("I know no training by that name", await world.SayAsync(maya, "sign me up for underwater basket weaving"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_is_given_up_and_moved_by_words_and_what_is_free_is_taken_by_whoever_waited()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var (first, second) = (await world.AddAsync("tic-1", TrainingWorld.Tuesday, seats: 1), await world.AddAsync("tic-1", TrainingWorld.Tuesday.AddDays(2)));
        var (maya, daniel) = (world.Staff("maya-okafor"), world.Staff("daniel-reyes"));
        await world.SayAsync(maya, "sign me up for the trauma training");
        Assert.Contains("You have a seat", await world.SayAsync(maya, "1"), StringComparison.Ordinal);
        await world.SayAsync(daniel, "sign me up for the trauma training");
        Assert.Contains("number 1 on the waiting list", await world.SayAsync(daniel, "tuesday"), StringComparison.Ordinal);

        Assert.Contains("To which date", await world.SayAsync(maya, "swap my trauma training"), StringComparison.Ordinal);
        Assert.Contains("Your seat is now", await world.SayAsync(maya, "1"), StringComparison.Ordinal);
        Assert.Equal((EnrolmentState.Cancelled, EnrolmentState.Enrolled), (await world.StateAsync(first, "maya-okafor"), await world.StateAsync(second, "maya-okafor")));
        Assert.Contains("a seat is held for you", await world.SayAsync(daniel, "my trainings"), StringComparison.Ordinal);
        Assert.Contains("You have a seat", await world.SayAsync(daniel, "accept"), StringComparison.Ordinal);

        // Without a name it is asked about first.
        Assert.Contains("Shall I take you off", await world.SayAsync(maya, "cancel my training"), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", await world.SayAsync(maya, "change nothing"), StringComparison.Ordinal);
        Assert.Equal(EnrolmentState.Enrolled, await world.StateAsync(second, "maya-okafor"));
        Assert.Contains("You are off the list", await world.SayAsync(maya, "cancel the trauma training"), StringComparison.Ordinal);
        Assert.Contains("signed up for nothing", await world.SayAsync(maya, "cancel my training"), StringComparison.Ordinal);
        Assert.Contains("No seat is held", await world.SayAsync(daniel, "decline the seat"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_list_says_of_earlier_trainings_stands_in_my_trainings_in_both_languages_of_staff_and_never_where_it_is_from()
    {
        await using var world = await TrainingWorld.OpenAsync();
        Completion Of(string course, DateOnly until) => new("maya-okafor", course, new DateOnly(2024, 12, 1), until) { Brought = new DateOnly(2026, 11, 20) };
        var courses = world.Bot.Get<TrainingOffer>().Catalogue!;
        await world.Bot.Get<IEarlierBook>().BringAsync(
            [.. new[] { Of("sp-l1", new DateOnly(2026, 12, 31)), Of("sp-qpr", new DateOnly(2026, 10, 31)) }.Select(c => new EarlierLine(c, new PersonText("Lakeside district")))],
            l => new AuditEntry(Guid.Empty, Actor.Program, AuditAction.CompletionBrought, l.Completion.PersonId, world.Bot.Clock.GetUtcNow()), Never);
        var maya = world.Staff("maya-okafor");

        var english = await world.SayAsync(maya, "my trainings");
        Assert.Contains($"On record from a list of earlier trainings: {courses.Course("sp-l1")!.TitleIn("en")}.", english, StringComparison.Ordinal);
        await world.SayAsync(maya, "español");
        var spanish = await world.SayAsync(maya, "mis capacitaciones");
        Assert.Contains($"Registrado por una lista de capacitaciones anteriores: {courses.Course("sp-l1")!.TitleIn("es")}.", spanish, StringComparison.Ordinal);
        Assert.DoesNotContain("Lakeside", english + spanish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Spanish_it_is_all_the_same()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var trauma = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var maya = world.Staff("maya-okafor");
        await world.SayAsync(maya, "español");

        Assert.Contains("20 lugares libres", await world.SayAsync(maya, "¿qué capacitaciones hay?"), StringComparison.Ordinal);
        Assert.Contains("Tienes un lugar", await world.SayAsync(maya, "inscríbeme en trauma"), StringComparison.Ordinal);
        Assert.Contains("martes 1 de diciembre", await world.SayAsync(maya, "mis capacitaciones"), StringComparison.Ordinal);
        Assert.Contains("Ya no estás en la lista", await world.SayAsync(maya, "cancelar trauma"), StringComparison.Ordinal);
        Assert.Equal(EnrolmentState.Cancelled, await world.StateAsync(trauma, "maya-okafor"));
    }

    [Fact]
    public async Task Danger_comes_first_while_a_list_is_open()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var maya = world.Staff("maya-okafor");
        await world.SayAsync(maya, "trainings");

        var said = await world.SayAsync(maya, "I want to kill myself");

        Assert.DoesNotContain("You have a seat", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Show dates", said, StringComparison.Ordinal);
        Assert.True(said.Contains("988", StringComparison.Ordinal) || said.Contains("911", StringComparison.Ordinal), said);
        Assert.Null(await world.StateAsync(session, "maya-okafor"));
    }

    [Fact]
    public async Task What_belongs_to_something_else_is_not_held_up_by_an_open_list()
    {
        await using var world = await TrainingWorld.OpenAsync();
        await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var maya = world.Staff("maya-okafor");
        await world.SayAsync(maya, "trainings");

        Assert.DoesNotContain("training", await world.SayAsync(maya, "I want to report bullying"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Sign me up", await world.SayAsync(maya, "1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancel my report")]
    [InlineData("accept")]
    public async Task Words_that_are_said_of_other_things_are_theirs_where_nothing_of_trainings_fits(string text)
    {
        await using var world = await TrainingWorld.OpenAsync();
        await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        Assert.DoesNotContain("training.", await world.SayAsync(world.Staff("maya-okafor"), text), StringComparison.Ordinal);
        Assert.DoesNotContain("No seat is held", world.Said(world.Staff("maya-okafor")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_nobodys_of_the_directory_hears_whom_trainings_are_for()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var stranger = new Staff(world.Bot, world.Connector, "stranger", stranger: "Somebody");

        Assert.Contains("is for staff of the district", await world.SayAsync(stranger, "sign me up for the trauma training"), StringComparison.Ordinal);
        Assert.Empty((await world.Rolls.FindAsync(session.Id, Never))!.Enrolments);
        Assert.DoesNotContain(await world.Bot.Cases.TimelineAsync(Guid.Empty, Never), a => a.Action == AuditAction.TrainingSignedUp);
    }
}
