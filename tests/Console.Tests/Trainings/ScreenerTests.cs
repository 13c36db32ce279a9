using System.Globalization;
using System.Net;
using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>"Is this person trained as a screener today?", asked over HTTP with real transcripts: what was completed here opens the step, and what is taken back or over shuts it.</summary>
public sealed class ScreenerTests : IAsyncLifetime
{
    // Thomas has no training in the directory, and Maya has one until the end of August.
    private const string Untrained = "thomas-lindqvist", Trained = "maya-okafor", Page = $"/console/cases/{Library.Number}", Serial = "T-7KQ4-M2RX-9HVW";
    private static readonly (string, string)[] Screening = [("task", "screening"), ("level", "low")];
    private TrainingHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TrainingHost.StartAsync(more: Library.Content);
        host.Console.Book.Put(Library.Open(host.Console));
    }

    private Task<int> CompletedAsync(string person, string on = "2026-11-20", string until = "2028-11-20", string serial = Serial, string course = "sp-l1") => host.Rolls.RecordAsync(
        [new Completion(person, course, Day(on), Day(until), serial)], new AuditEntry(Guid.Empty, Actor.Program, AuditAction.CompletionRecorded, $"{person}:{course}", host.Clock.GetUtcNow()), TrainingHost.None);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private async Task TakeBackAsync(string serial = Serial)
    {
        var hr = await host.SignInAsync(TrainingHost.HumanResources);
        Assert.Equal(HttpStatusCode.Redirect, (await hr.PostAsync("/console/training/certificate/back", [("serial", serial), ("sure", "yes")], tokenFrom: $"/console/training/certificate?serial={serial}")).Status);
    }

    private static async Task<string> NoteAsync(Visitor visitor) => (await visitor.GetAsync(Page)).Page.QuerySelector("#do-screening .note")!.TextContent;

    [Fact]
    public async Task Whoever_completed_the_course_here_may_screen_and_stands_among_those_to_ask()
    {
        await CompletedAsync(Untrained);
        var thomas = await host.SignInAsync(Untrained);
        Assert.Contains("You have it on record.", await NoteAsync(thomas));
        Assert.Contains("Thomas Lindqvist", await NoteAsync(await host.SignInAsync("elena-petrova")));
        Assert.Contains("Thomas Lindqvist (trained)", (await (await host.SignInAsync(Trained)).GetAsync(Page)).Page.QuerySelector("#do-screening")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await thomas.PostAsync($"{Page}/task", Screening)).Status);
    }

    [Fact]
    public async Task Another_course_does_not_make_a_screener()
    {
        await CompletedAsync(Untrained, course: "sp-qpr");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await host.SignInAsync(Untrained)).PostAsync($"{Page}/task", Screening)).Status);
    }

    [Fact]
    public async Task A_certificate_that_is_taken_back_shuts_the_step_at_once()
    {
        await CompletedAsync(Untrained);
        var thomas = await host.SignInAsync(Untrained);
        Assert.Contains("You have it on record.", await NoteAsync(thomas));
        await TakeBackAsync();
        Assert.Contains("You have none on record that counts today.", await NoteAsync(thomas));
        var refused = await thomas.PostAsync($"{Page}/task", Screening);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("you have none on record that counts today. On record here: Maya Okafor", refused.Page.QuerySelector("#refused")!.TextContent);
    }

    [Fact]
    public async Task It_beats_the_directory_until_somebody_is_trained_anew()
    {
        var maya = await host.SignInAsync(Trained);
        Assert.Contains("You have it on record.", await NoteAsync(maya));
        await CompletedAsync(Trained);
        await TakeBackAsync();
        Assert.Contains("You have none on record that counts today.", await NoteAsync(maya));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.PostAsync($"{Page}/task", Screening)).Status);
        Assert.Contains("which you have not on record", (await maya.GetAsync("/console/tasks")).Text);

        await CompletedAsync(Trained, on: "2026-11-22", serial: "T-2222-3333-4444");
        Assert.DoesNotContain("which you have not on record", (await maya.GetAsync("/console/tasks")).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await maya.PostAsync($"{Page}/task", Screening)).Status);
    }

    [Fact]
    public async Task It_counts_on_its_last_day_and_no_longer()
    {
        await CompletedAsync(Untrained, until: "2026-11-23");
        var thomas = await host.SignInAsync(Untrained);
        Assert.Contains("You have it on record.", await NoteAsync(thomas));
        host.Clock.Advance(TimeSpan.FromHours(14)); // Tuesday, seven minutes past midnight
        Assert.Contains("You have none on record that counts today.", await NoteAsync(await host.SignInAsync(Untrained)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await host.SignInAsync(Untrained)).PostAsync($"{Page}/task", Screening)).Status);
    }

    private async Task BroughtAsync(string on)
    {
        var hr = await host.SignInAsync(TrainingHost.HumanResources);
        Assert.Contains("1 put on record.", (await hr.PostAsync("/console/training/earlier/import", [("csv", $"employee id,mail,course,completed on,source\n,thomas.lindqvist@example.org,SP-L1,{on},Lakeside district\n")])).Text);
    }

    [Fact]
    public async Task A_line_of_an_earlier_list_makes_a_screener_while_it_counts()
    {
        await BroughtAsync("2024-11-23"); // 24 months, that day among them
        var thomas = await host.SignInAsync(Untrained);
        Assert.Contains("You have it on record.", await NoteAsync(thomas));
        Assert.Contains("Thomas Lindqvist (trained)", (await (await host.SignInAsync(Trained)).GetAsync(Page)).Page.QuerySelector("#do-screening")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await thomas.PostAsync($"{Page}/task", Screening)).Status);
    }

    [Theory]
    [InlineData("2024-11-22")]
    [InlineData("2017-03-01")]
    public async Task A_line_of_an_earlier_list_that_is_over_makes_none(string on)
    {
        await BroughtAsync(on);
        var thomas = await host.SignInAsync(Untrained);
        Assert.Contains("You have none on record that counts today.", await NoteAsync(thomas));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thomas.PostAsync($"{Page}/task", Screening)).Status);
    }

    [Fact]
    public async Task A_line_of_an_earlier_list_that_is_taken_back_shuts_the_step_at_once()
    {
        await BroughtAsync("2026-02-10");
        var thomas = await host.SignInAsync(Untrained);
        Assert.Contains("You have it on record.", await NoteAsync(thomas));
        var hr = await host.SignInAsync(TrainingHost.HumanResources);
        Assert.Equal(HttpStatusCode.OK, (await hr.PostAsync("/console/training/earlier/back", [("person", Untrained), ("course", "sp-l1"), ("on", "2026-02-10"), ("reason", "it was the refresher")])).Status);
        Assert.Contains("You have none on record that counts today.", await NoteAsync(thomas));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thomas.PostAsync($"{Page}/task", Screening)).Status);
    }

    [Fact]
    public async Task The_list_of_schools_without_a_screener_counts_completions()
    {
        host.Clock.Advance(TimeSpan.FromDays(300)); // the directory's have ended
        Assert.Contains("Riverbend High", string.Concat(await BannersAsync()));
        foreach (var person in Demo.District.People) await CompletedAsync(person.Id, until: "2028-11-20", serial: $"T-{person.Id}");
        Assert.Empty(await BannersAsync());

        async Task<IEnumerable<string>> BannersAsync() => (await (await host.SignInAsync("rosa-jimenez")).GetAsync("/console/people")).Page.QuerySelectorAll(".banner.bad").Select(b => b.TextContent);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
