using System.Net;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>What people have done alone or elsewhere gets on their record: by whom, with which certificate, and what every slip is told.</summary>
public sealed class RecordTests
{
    // Nobody holds a session of it.
    private const string Alone = "mr-or", Page = $"/console/training/courses/{Alone}";

    private static Task<Answer> RecordAsync(Visitor visitor, string mail = "maya.okafor@example.org", string day = "2026-11-20") => visitor.PostAsync($"{Page}/done", [("mail", mail), ("day", day)]);

    [Theory]
    [InlineData(TrainingHost.HumanResources)]
    [InlineData(TrainingHost.Lead)]
    public async Task What_somebody_did_alone_is_on_their_record_with_a_certificate_and_said_twice_it_stands_there_once(string by)
    {
        await using var host = await TrainingHost.StartAsync();
        var visitor = await host.SignInAsync(by);
        Assert.EndsWith("?done=recorded", (await RecordAsync(visitor)).GoesTo, StringComparison.Ordinal);
        Assert.EndsWith("?done=there", (await RecordAsync(visitor, "MAYA.okafor@example.org")).GoesTo, StringComparison.Ordinal);
        var done = Assert.Single((await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions);
        Assert.Equal((Alone, new DateOnly(2026, 11, 20), new DateOnly(2027, 7, 31)), (done.CourseId, done.On, done.Until));
        Assert.NotNull(done.Serial);
        Assert.Contains("Certificate (PDF)", (await (await host.SignInAsync("maya-okafor")).GetAsync("/console/training/mine")).Text);
    }

    [Fact]
    public async Task Nobody_else_puts_anything_on_a_record()
    {
        await using var host = await TrainingHost.StartAsync();
        foreach (var person in new[] { TrainingHost.Facilitator, TrainingHost.Teacher, "maya-okafor" })
        {
            var visitor = await host.SignInAsync(person);
            Assert.Null((await visitor.GetAsync(Page)).Page.QuerySelector("#record"));
            Assert.Equal((person, HttpStatusCode.NotFound), (person, (await RecordAsync(visitor)).Status));
        }

        Assert.Empty((await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions);
    }

    [Theory]
    [InlineData("nobody@example.org", "2026-11-20", "mail", "Nobody in the directory")]
    [InlineData("maya.okafor@example.org", "11/20/2026", "day", "Please choose the day")]
    [InlineData("maya.okafor@example.org", "2026-11-24", "day", "still to come")]
    [InlineData("maya.okafor@example.org", "2016-11-01", "day", "more than 10 years ago")]
    public async Task A_slip_is_told_beside_its_field_and_what_was_typed_stays(string mail, string day, string field, string said)
    {
        await using var host = await TrainingHost.StartAsync();
        var answer = await RecordAsync(await host.SignInAsync(TrainingHost.HumanResources), mail, day);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(said, answer.Page.QuerySelector($"#{field}-error")!.TextContent);
        Assert.Equal((mail, day), (answer.Page.QuerySelector("#mail")!.GetAttribute("value"), answer.Page.QuerySelector("#day")!.GetAttribute("value")));
        Assert.Empty((await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions);
    }
}
