using System.Net;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>Who missed trainings is shown, with names, to whoever is told of it and to nobody else.</summary>
public sealed class MissedTests
{
    private const string Address = "/console/training/missed";

    private static async Task HoldAsync(TrainingHost host, string day, string course)
    {
        var session = await host.HeldAsync(day, course: course);
        await host.Rolls.ActAsync(
            session.Id, "maya-okafor",
            f => RollEngine.Close(f.Roll with { Enrolments = [new Enrolment { PersonId = "maya-okafor", State = EnrolmentState.Enrolled, Order = 1 }] }, new Dictionary<string, int>(), new HashSet<string>(),
                new RollMoment(session.Ends, Demo.Catalogue.Course(course)!, Demo.Catalogue.Rules, _ => default)),
            _ => RollNews.None, TrainingHost.None);
    }

    [Fact]
    public async Task The_principal_reads_who_and_which_and_no_title_of_a_sensitive_course_and_others_read_nothing()
    {
        await using var host = await TrainingHost.StartAsync();
        await HoldAsync(host, "2026-11-02", "de-all");
        Assert.Contains("You are told of nobody.", (await (await host.SignInAsync("thomas-lindqvist")).GetAsync(Address)).Text);
        await HoldAsync(host, "2026-11-03", "sp-post");
        var page = await (await host.SignInAsync("thomas-lindqvist")).GetAsync(Address);
        Assert.Contains("Maya Okafor", page.Text);
        Assert.Contains($"{CourseNames.ForThePerson(Demo.Catalogue, "de-all")} (Mon, Nov 2, 2026); a required training (Tue, Nov 3, 2026)", page.Text);
        Assert.DoesNotContain(Demo.Catalogue.Course("sp-post")!.TitleIn("en"), page.Body);
        foreach (var person in new[] { "maya-okafor", "daniel-reyes", TrainingHost.HumanResources })
        {
            var other = await (await host.SignInAsync(person)).GetAsync(Address);
            Assert.Contains("You are told of nobody.", other.Text);
            Assert.Empty(other.Page.QuerySelectorAll("[data-missed]"));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync(Address)).Status);
    }
}
