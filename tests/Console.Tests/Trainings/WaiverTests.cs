using System.Net;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>Waiving a course: by whom, with which reason, who reads it, and what every slip is told.</summary>
public sealed class WaiverTests : IAsyncLifetime
{
    private const string Course = "mr-or", Page = $"/console/training/courses/{Course}", Who = "maya.okafor@example.org", Why = "zebra-canary: on leave with a doctor's note";
    private TrainingHost host = null!;

    public async ValueTask InitializeAsync() => host = await TrainingHost.StartAsync();

    private static Task<Answer> WaiveAsync(Visitor visitor, string who = Who, string until = "", string reason = Why) => visitor.PostAsync($"{Page}/waive", [("who", who), ("until", until), ("reason", reason)], tokenFrom: Page);

    private async Task<IReadOnlyList<Waiver>> WaivedAsync() => (await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Waivers;

    [Theory]
    [InlineData(TrainingHost.HumanResources)]
    [InlineData(TrainingHost.Lead)]
    public async Task It_is_waived_with_a_reason_shown_to_the_person_as_waived_and_asked_again_once_it_is_taken_back(string by)
    {
        var visitor = await host.SignInAsync(by);
        Assert.EndsWith("?done=waived", (await WaiveAsync(visitor, who: "MAYA.okafor@example.org ", until: "2026-12-31")).GoesTo, StringComparison.Ordinal);
        var waiver = Assert.Single(await WaivedAsync());
        Assert.Equal(("maya-okafor", Course, by, new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 31)), (waiver.PersonId, waiver.CourseId, waiver.ById, waiver.On, waiver.Until));

        var maya = await host.SignInAsync("maya-okafor");
        var mine = (await maya.GetAsync("/console/training/mine")).Page.QuerySelector("[aria-labelledby=waived]")!.TextContent;
        Assert.Contains($"Waived: you need not do it until {SchoolTime.Day(new DateOnly(2026, 12, 31))}", mine);
        var list = (await visitor.GetAsync(Page)).Page.QuerySelector("[data-waived]")!.TextContent;
        Assert.Contains("Maya Okafor", list);
        Assert.Contains(SchoolTime.Day(new DateOnly(2026, 12, 31)), list);

        Assert.EndsWith("?done=waiver-back", (await visitor.PostAsync($"{Page}/unwaive", [("person", "maya-okafor")], tokenFrom: Page)).GoesTo, StringComparison.Ordinal);
        Assert.Empty(await WaivedAsync());
        Assert.Null((await visitor.GetAsync(Page)).Page.QuerySelector("[data-waived]"));
        Assert.Null((await maya.GetAsync("/console/training/mine")).Page.QuerySelector("[aria-labelledby=waived]"));
    }

    [Fact]
    public async Task The_reason_is_read_by_a_button_by_human_resources_and_the_training_lead_alone_and_stands_nowhere_else()
    {
        var hr = await host.SignInAsync(TrainingHost.HumanResources);
        await WaiveAsync(hr);
        Assert.DoesNotContain("zebra-canary", (await hr.GetAsync(Page)).Body);
        Assert.Contains(Why, (await hr.PostAsync($"{Page}/reasons", [], tokenFrom: Page)).Page.QuerySelector("[data-waived]")!.TextContent);
        Assert.Contains(Why, (await (await host.SignInAsync(TrainingHost.Lead)).PostAsync($"{Page}/reasons", [], tokenFrom: Page)).Text);
        foreach (var person in new[] { "maya-okafor", TrainingHost.Facilitator, TrainingHost.Teacher, "rosa-jimenez" })
        {
            var visitor = await host.SignInAsync(person);
            Assert.Null((await visitor.GetAsync(Page)).Page.QuerySelector("#waivers"));
            Assert.Equal((person, HttpStatusCode.NotFound), (person, (await visitor.PostAsync($"{Page}/reasons", [], tokenFrom: Page)).Status));
            Assert.Equal((person, HttpStatusCode.NotFound), (person, (await WaiveAsync(visitor, who: "daniel.reyes@example.org")).Status));
            Assert.Equal((person, HttpStatusCode.NotFound), (person, (await visitor.PostAsync($"{Page}/unwaive", [("person", "maya-okafor")], tokenFrom: Page)).Status));
            Assert.DoesNotContain("zebra-canary", (await visitor.GetAsync("/console/training/mine")).Body);
        }

        Assert.Single(await WaivedAsync());
        Assert.DoesNotContain("zebra-canary", host.Logged.Text);
    }

    [Theory]
    [InlineData(Who, "", "  ", "reason", "Please say why they need not do it.")]
    [InlineData("nobody@example.org", "", Why, "who", "Nobody in the directory")]
    [InlineData("naomi.fisher@example.org", "", Why, "who", "You cannot waive a course for yourself")]
    [InlineData(Who, "2026-11-22", Why, "until", "This day is over")]
    [InlineData(Who, "12/31/2026", Why, "until", "Please choose the last day")]
    public async Task A_slip_is_told_beside_its_field_and_what_was_typed_stays(string who, string until, string reason, string field, string said)
    {
        var answer = await WaiveAsync(await host.SignInAsync(TrainingHost.HumanResources), who, until, reason);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(said, answer.Page.QuerySelector($"#waive-{field}-error")!.TextContent);
        Assert.Equal((who, until, reason), (answer.Page.QuerySelector("#waive-who")!.GetAttribute("value"), answer.Page.QuerySelector("#waive-until")!.GetAttribute("value"), answer.Page.QuerySelector("#waive-reason")!.TextContent));
        Assert.Empty(await WaivedAsync());
    }

    [Fact]
    public async Task Waived_twice_is_refused_and_too_long_a_reason_too_and_today_may_be_the_last_day()
    {
        var hr = await host.SignInAsync(TrainingHost.HumanResources);
        Assert.Contains("at most 1,000 characters", (await WaiveAsync(hr, reason: new string('x', 1_001))).Page.QuerySelector("#waive-reason-error")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await WaiveAsync(hr, until: "2026-11-23")).Status);
        Assert.Contains("It is waived for them already.", (await WaiveAsync(hr)).Page.QuerySelector("#waive-who-error")!.TextContent);
        Assert.Equal(new DateOnly(2026, 11, 23), Assert.Single(await WaivedAsync()).Until);
        Assert.Equal([WaiveFault.UnknownCourse], await host.Console.Get<WaiverDesk>().WaiveAsync(Demo.District.Person(TrainingHost.Lead)!, "no-such", Who, new Cases.PersonText("x"), null, TrainingHost.None));
        Assert.Equal(HttpStatusCode.NotFound, (await hr.PostAsync("/console/training/courses/no-such/waive", [("who", Who), ("reason", Why)], tokenFrom: Page)).Status);
    }

    [Fact]
    public async Task A_waived_course_trains_nobody()
    {
        await using var screeners = await TrainingHost.StartAsync(more: Library.Content);
        screeners.Console.Book.Put(Library.Open(screeners.Console));
        var hr = await screeners.SignInAsync(TrainingHost.HumanResources);
        Assert.Equal(HttpStatusCode.Redirect, (await hr.PostAsync("/console/training/courses/sp-l1/waive", [("who", "thomas.lindqvist@example.org"), ("reason", Why)], tokenFrom: "/console/training/courses/sp-l1")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await screeners.SignInAsync("thomas-lindqvist")).PostAsync($"/console/cases/{Library.Number}/task", [("task", "screening"), ("level", "low")])).Status);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
