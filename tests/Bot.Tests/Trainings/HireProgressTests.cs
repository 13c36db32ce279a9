using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>How new hires get on, in the chat: for human resources all, for principals their school, for supervisors their own people.</summary>
public sealed class HireProgressTests
{
    private static async Task<HireWorld> WithHiresAsync()
    {
        var world = await HireWorld.OpenAsync();
        await world.DropAsync(world.Naomi, HireWorld.List);
        await world.PressAsync(world.Naomi, world.Naomi.Card, "Import 3");
        await world.Bot.Get<ITrainingRolls>().RecordAsync([new Completion("maya-okafor", "nho-safe", new DateOnly(2026, 11, 3), DateOnly.MaxValue)], new AuditEntry(Guid.Empty, Actor.Program, "training", "", world.Bot.Clock.GetUtcNow()), HireWorld.Never);
        return world;
    }

    [Theory]
    [InlineData("naomi-fisher", "New hires: 3.", new[] { "Ben Ochoa" }, new string[0])]
    [InlineData("aisha-karim", "New hires: 1.", new string[0], new[] { "Ben Ochoa", "Maya Okafor" })]
    [InlineData("ruth-abrams", "New hires: 1.", new string[0], new[] { "Ben Ochoa", "Ana Lopez" })]
    public async Task Each_sees_their_own_by_the_numbers_of_the_console(string person, string counts, string[] named, string[] unnamed)
    {
        await using var world = await WithHiresAsync();
        var staff = person == "naomi-fisher" ? world.Naomi : world.Staff(person);
        var said = await world.SayAsync(staff, "How are the new hires doing?");
        Assert.Contains(counts, said, StringComparison.Ordinal);
        foreach (var name in named) Assert.Contains(name, said, StringComparison.Ordinal);
        foreach (var name in unnamed) Assert.DoesNotContain(name, said, StringComparison.Ordinal);
        Assert.Contains("https://support.example.org/console/training/new-hires", said, StringComparison.Ordinal);

        var progress = (await world.Bot.Get<HireProgressBoard>().OfAsync(world.Bot.Get<District>().Person(person)!, HireWorld.Never))!;
        Assert.Contains($"New hires: {progress.Hires.Count}. Done with all of their series: {progress.Complete}. Late: {progress.Late.Count}.", said, StringComparison.Ordinal);
        foreach (var series in progress.Series)
            foreach (var step in series.Steps)
                Assert.Contains($": {step.Done} of {series.People} done{(step.Late > 0 ? $", {step.Late} late" : "")}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_asked_for_in_many_words_and_each_gets_the_card()
    {
        await using var world = await WithHiresAsync();
        var ruth = world.Staff("ruth-abrams");
        foreach (var asked in new[] { "how are my new hires doing", "How are my new hires coming along with their trainings?", "progress of my new hires", "Show me the progress of our new teachers, please", "How is my new hire doing?", "Are my new hires on track?", "how far along are my new people" })
        {
            var said = await world.SayAsync(ruth, asked);
            Assert.True(said.Contains("New hires: 1.", StringComparison.Ordinal) && said.Contains("AdaptiveCard", StringComparison.OrdinalIgnoreCase), $"{asked}: {said}");
        }

        ruth.Locale = "es-MX";
        foreach (var asked in new[] { "cómo van mis nuevos empleados", "¿Cómo les va a mis nuevos empleados?", "progreso de mis nuevos empleados", "¿Cómo van mis nuevas contrataciones con sus capacitaciones?", "Muéstrame el avance de mi personal nuevo" })
            Assert.Contains("Personas nuevas: 1.", await world.SayAsync(ruth, asked), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How are my students doing?")]
    [InlineData("How is the new student doing?")]
    [InlineData("progress of my new students")]
    [InlineData("how are the new rules doing")]
    [InlineData("cómo van mis nuevos estudiantes")]
    public async Task What_is_asked_of_students_is_no_question_of_hires(string asked)
    {
        await using var world = await WithHiresAsync();
        Assert.DoesNotContain("New hires:", await world.SayAsync(world.Naomi, asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_none_of_these_hears_so_and_sees_nobody()
    {
        await using var world = await WithHiresAsync();
        var linh = world.Staff("linh-tran");
        var said = await world.SayAsync(linh, "new hire progress");
        Assert.Contains("Human resources, principals and supervisors see how new hires get on", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Ochoa", said, StringComparison.Ordinal);
        Assert.Contains("Human resources, principals and supervisors see how new hires get on", await world.SayAsync(linh, "how are my new hires doing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_and_the_preview_offer_it_to_whoever_may_see_it()
    {
        await using var world = await WithHiresAsync();
        Assert.Contains("New-hire progress", await world.SayAsync(world.Staff("aisha-karim"), "help"), StringComparison.Ordinal);
        var naomi = await world.SayAsync(world.Naomi, "help");
        Assert.Contains("\"New hires\"", naomi, StringComparison.Ordinal);
        Assert.DoesNotContain("New hire", await world.SayAsync(world.Staff("linh-tran"), "help"), StringComparison.Ordinal);
        await world.DropAsync(world.Naomi, HireWorld.List);
        Assert.Contains("New hires: 3.", await world.PressAsync(world.Naomi, world.Naomi.Card, "New-hire progress"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Spanish_it_is_asked_for_and_said()
    {
        await using var world = await WithHiresAsync();
        world.Naomi.Locale = "es-MX";
        Assert.Contains("Personas nuevas: 3.", await world.SayAsync(world.Naomi, "¿Cómo va el personal nuevo?"), StringComparison.Ordinal);
    }
}
