using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

public class TaskTests
{
    private static readonly CasePlan Plan = Demo.Plan("suicide-protocol@1");

    private static Case WithOpenTask(ConsoleHost host, string task) =>
        host.Book.Put(new CaseStep(host.Opened("K7M-2QD", protocol: "suicide-protocol@1", severity: Severity.Critical).Case with
        {
            Tasks = [new CaseTask(task, "t", host.Clock.GetUtcNow(), host.Clock.GetUtcNow().AddHours(-1))],
        }));

    [Fact]
    public async Task A_question_that_is_only_asked_after_a_choice_says_so_and_counts_only_then()
    {
        await using var host = new ConsoleHost();
        var @case = WithOpenTask(host, "parent-contact");
        var maya = await host.SignInAsync("maya-okafor");
        var page = await maya.GetAsync("/console/cases/K7M-2QD");
        Assert.Equal("Only if “What came of it?” is “Not told, for a reason”", page.Page.QuerySelector("#task-parent-contact-exception-when")!.TextContent);
        Assert.Contains("Overdue", page.Page.QuerySelector(".tasks")!.TextContent);

        var refused = await maya.PostAsync("/console/cases/K7M-2QD/task", [("task", "parent-contact"), ("outcome", "not-told"), ("who", "spoke with the family")]);
        Assert.Equal("Please pick one.", refused.Page.QuerySelector("#task-parent-contact-exception-error")!.TextContent);
        Assert.True(refused.Page.QuerySelector("#task-parent-contact-outcome-not-told")!.HasAttribute("checked"));

        Assert.Equal(HttpStatusCode.Redirect, (await maya.PostAsync("/console/cases/K7M-2QD/task", [("task", "parent-contact"), ("outcome", "reached"), ("exception", "danger"), ("tonight", "told"), ("consent", "asked"), ("who", "spoke with the family")])).Status);
        var done = host.Book.Get(@case.Id).Tasks.Single();
        Assert.Equal("maya-okafor", done.FinishedBy);
        Assert.Equal(new Dictionary<string, string> { ["outcome"] = "reached", ["tonight"] = "told", ["consent"] = "asked" }, done.Answers);
        Assert.Equal("parent-contact/who", host.Book.Words.Single(w => w.Kind == WordsKind.TaskAnswer).About);
    }

    [Fact]
    public async Task Several_choices_and_yes_or_no_are_kept_as_they_were_picked()
    {
        await using var host = new ConsoleHost();
        var @case = WithOpenTask(host, "search");
        var maya = await host.SignInAsync("maya-okafor");
        await maya.PostAsync("/console/cases/K7M-2QD/task", [("task", "search"), ("tried", "police"), ("tried", "family")]);
        Assert.Equal("police,family", host.Book.Get(@case.Id).Tasks.Single().Answers["tried"]);
        var page = await maya.GetAsync("/console/cases/K7M-2QD");
        var choices = Plan.Task("search")!.Form.First(f => f.Name == "tried").Choices;
        Assert.Contains($"{choices[0].Label}, {choices[1].Label}", page.Text);
    }

    [Fact]
    public async Task A_choice_that_nobody_offered_is_refused()
    {
        await using var host = new ConsoleHost();
        var @case = WithOpenTask(host, "search");
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.PostAsync("/console/cases/K7M-2QD/task", [("task", "search"), ("tried", "made-up")])).Status);
        Assert.False(host.Book.Get(@case.Id).Tasks.Single().IsFinished);
    }

    [Fact]
    public async Task A_task_that_is_handed_over_opens_the_case_to_whoever_takes_it_and_to_nobody_kept_out()
    {
        await using var host = new ConsoleHost();
        var @case = WithOpenTask(host, "screening");
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.PostAsync("/console/cases/K7M-2QD/handover", [("task", "screening"), ("person", "omar-haddad")])).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await maya.PostAsync("/console/cases/K7M-2QD/handover", [("task", "screening"), ("person", "priya-raman")])).Status);
        Assert.Equal("priya-raman", host.Book.Get(@case.Id).Tasks.Single().Owner);
        await maya.PostAsync("/console/cases/K7M-2QD/keepout", [("person", "priya-raman")]);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync("priya-raman")).GetAsync("/console/cases/K7M-2QD")).Status);
    }
}
