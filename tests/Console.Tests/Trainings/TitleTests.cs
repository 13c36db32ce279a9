using System.Net;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>The title of a sensitive course tells, beside a school and a day, of a student: whom it concerns reads it in the console, and everybody else that it is a staff training.</summary>
public sealed class TitleTests : IAsyncLifetime
{
    // After a death, at one school, called for Tuesday.
    private const string Course = "sp-post", Calendar = "/console/training?on=2026-12-01", InRiverbend = "maya-okafor";
    private TrainingHost host = null!;
    private Session session = null!;

    private static string Title { get; } = Demo.Catalogue.Course(Course)!.TitleIn("en");

    private static string Summary { get; } = Demo.Catalogue.Course(Course)!.SummaryIn("en");

    private string Page => $"/console/training/sessions/{session.Id:D}";

    public async ValueTask InitializeAsync()
    {
        host = await TrainingHost.StartAsync();
        session = await host.HeldAsync("2026-12-01", course: Course);
        await host.HeldAsync("2026-12-01", time: "09:00");
    }

    private static void AssertNothing(string body)
    {
        Assert.DoesNotContain(Title, body, StringComparison.Ordinal);
        Assert.DoesNotContain(Summary, body, StringComparison.Ordinal);
        Assert.DoesNotContain("SP-POST", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Human_resources_the_training_lead_whoever_leads_it_and_whoever_is_signed_up_read_it()
    {
        await host.SignUpAsync(session, "jun-watanabe");
        foreach (var person in new[] { TrainingHost.HumanResources, TrainingHost.Lead, TrainingHost.Facilitator, "jun-watanabe" })
        {
            var visitor = await host.SignInAsync(person);
            Assert.True((await visitor.GetAsync(Calendar)).Body.Contains(System.Net.WebUtility.HtmlEncode(Title), StringComparison.Ordinal), person);
            var page = await visitor.GetAsync(Page);
            Assert.Equal((person, Title), (person, page.Page.QuerySelector("h1")!.TextContent));
            Assert.Contains("SP-POST", page.Text);
            Assert.Equal((person, HttpStatusCode.OK), (person, (await visitor.GetAsync($"/console/training/courses/{Course}")).Status));
        }
    }

    [Fact]
    public async Task Whoever_is_asked_for_it_reads_it()
    {
        await (await host.SignInAsync(TrainingHost.HumanResources)).PostAsync(
            "/console/training/hires/import", [("csv", "employee id,name,mail,role,school,first day,supervisor mail\nE-100,Maya Okafor,maya.okafor@example.org,counselor,Riverbend High School,2026-11-02,\n")]);
        // Asked of new hires, and sensitive.
        var equity = await host.HeldAsync("2026-12-02", course: "eq-3");
        var title = Demo.Catalogue.Course("eq-3")!.TitleIn("en");
        foreach (var (person, shown) in new[] { (InRiverbend, title), (TrainingHost.Teacher, "Staff training") })
        {
            var visitor = await host.SignInAsync(person);
            Assert.Equal((person, shown), (person, (await visitor.GetAsync($"/console/training/sessions/{equity.Id:D}")).Page.QuerySelector("h1")!.TextContent));
            Assert.Equal((person, shown == title), (person, (await visitor.GetAsync("/console/training?on=2026-12-02")).Text.Contains(title, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData(InRiverbend)]
    [InlineData(TrainingHost.Teacher)]
    [InlineData("rosa-jimenez")]
    [InlineData("thomas-lindqvist")]
    public async Task Everybody_else_reads_that_it_is_a_staff_training_with_day_and_place_and_nothing_leads_to_more(string person)
    {
        var visitor = await host.SignInAsync(person);
        var calendar = await visitor.GetAsync(Calendar);
        AssertNothing(calendar.Body);
        Assert.Contains("Staff training", calendar.Text);
        Assert.Contains("De-escalation", calendar.Text, StringComparison.OrdinalIgnoreCase);
        // Nor by asking for it: neither as a list nor as a file.
        Assert.Contains("0 sessions", (await visitor.GetAsync($"{Calendar}&course={Course}")).Text);
        Assert.DoesNotContain("BEGIN:VEVENT", (await visitor.GetAsync($"/console/training/file?on=2026-12-01&course={Course}")).Body, StringComparison.Ordinal);

        var page = await visitor.GetAsync(Page);
        AssertNothing(page.Body);
        Assert.Equal("Staff training", page.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Library", page.Text);
        AssertNothing((await visitor.GetAsync($"{Page}/file")).Body);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/console/training/courses/{Course}")).Status);
    }

    [Fact]
    public async Task Who_gives_somebody_a_seat_elsewhere_does_not_learn_what_they_are_at()
    {
        await host.SignUpAsync(session, "maya-okafor");
        var other = await host.HeldAsync("2026-12-01");
        var refused = await (await host.SignInAsync(TrainingHost.Facilitator)).PostAsync($"/console/training/sessions/{other.Id:D}/roll/seat", [("mail", "maya.okafor@example.org")], tokenFrom: $"/console/training/sessions/{other.Id:D}/roll");
        Assert.Contains("At that time this person is at a required training", refused.Text);
        AssertNothing(refused.Body);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
