using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

public class CaseWorkTests
{
    private const string Said = "zebra-canary they push me";

    [Fact]
    public async Task Of_two_who_acknowledge_at_once_one_wins_and_the_other_is_told_who()
    {
        await using var host = new ConsoleHost();
        var @case = host.Book.Put(host.Alerted(host.Opened("K7M-2QD", severity: Severity.Urgent), ["counselor", "principal"]));
        var maya = await host.SignInAsync("maya-okafor");
        var thomas = await host.SignInAsync("thomas-lindqvist");
        await maya.GetAsync("/console/cases");

        // Both have loaded the case before either of them writes.
        using var both = new Barrier(2);
        var first = 2;
        host.Book.BeforeCommit = () => Interlocked.Decrement(ref first) >= 0 ? Task.Run(() => both.SignalAndWait(TimeSpan.FromSeconds(30))) : Task.CompletedTask;
        var answers = await Task.WhenAll(
            maya.PostAsync("/console/cases/K7M-2QD/acknowledge", [("alert", "a1")]),
            thomas.PostAsync("/console/cases/K7M-2QD/acknowledge", [("alert", "a1")]));

        var winner = host.Book.Get(@case.Id).Alerts[0].Acknowledged!.PersonId;
        Assert.Single(host.Book.Audit, a => a.Action == AuditAction.Acknowledged);
        Assert.Equal("/console/cases/K7M-2QD?done=acknowledged", answers.Single(a => a.Status == HttpStatusCode.Redirect).GoesTo);
        var told = answers.Single(a => a.Status == HttpStatusCode.UnprocessableEntity);
        Assert.Contains($"{Demo.District.Person(winner)!.Name} has this since Mon, Nov 23, 10:07 AM.", told.Text);
    }

    [Fact]
    public async Task A_report_in_another_language_asks_for_an_interpreter()
    {
        await using var host = new ConsoleHost();
        var opened = host.Opened("K7M-2QD");
        host.Book.Put(opened with { Case = opened.Case with { Language = "so" } });
        host.Book.Put(host.Opened("P4X-9RT"));
        var maya = await host.SignInAsync("maya-okafor");

        Assert.Contains("Somali. Please bring a trained interpreter", (await maya.GetAsync("/console/cases/K7M-2QD")).Text);
        Assert.DoesNotContain("interpreter", (await maya.GetAsync("/console/cases/P4X-9RT")).Text);
    }

    [Fact]
    public async Task Reading_is_kept_in_the_audit_before_a_word_is_shown()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD", text: Said));
        var maya = await host.SignInAsync("maya-okafor");
        Assert.DoesNotContain(Said, (await maya.GetAsync("/console/cases/K7M-2QD")).Body);
        Assert.DoesNotContain(host.Book.Audit, a => a.Action == AuditAction.NarrativeRead);

        var opened = await maya.PostAsync("/console/cases/K7M-2QD/open", []);
        Assert.Contains(Said, opened.Text);
        Assert.Contains("What happened?", opened.Text);
        Assert.Equal([AuditAction.NarrativeRead, "words opened"], host.Book.Calls);
        Assert.Equal("maya-okafor", host.Book.Audit.Single(a => a.Action == AuditAction.NarrativeRead).Actor.PersonId);
        Assert.Equal("no-store", opened.Headers["Cache-Control"]);
        Assert.DoesNotContain(Said, (await maya.GetAsync("/console/cases/K7M-2QD")).Body);
    }

    [Fact]
    public async Task A_case_that_keeps_changing_shows_no_word_without_its_trace()
    {
        await using var host = new ConsoleHost();
        var @case = host.Book.Put(host.Opened("K7M-2QD", text: Said));
        var maya = await host.SignInAsync("maya-okafor");
        await maya.GetAsync("/console/cases");
        host.Book.BeforeCommit = () =>
        {
            var now = host.Book.Get(@case.Id);
            host.Book.Put(new CaseStep(now with { Revision = now.Revision + 1 }));
            return Task.CompletedTask;
        };
        var answer = await maya.PostAsync("/console/cases/K7M-2QD/open", []);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.DoesNotContain(Said, answer.Body);
    }

    [Fact]
    public async Task A_race_that_was_lost_is_told_kindly_and_keeps_what_was_typed()
    {
        await using var host = new ConsoleHost();
        var @case = host.Book.Put(host.Opened("K7M-2QD"));
        var maya = await host.SignInAsync("maya-okafor");
        await maya.GetAsync("/console/cases");
        host.Book.BeforeCommit = () =>
        {
            host.Book.BeforeCommit = null;
            var now = host.Book.Get(@case.Id);
            host.Book.Put(new CaseStep(now with { Revision = now.Revision + 1 }));
            return Task.CompletedTask;
        };
        var answer = await maya.PostAsync("/console/cases/K7M-2QD/move", [("to", "emergency"), ("reason", "an ambulance came")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Somebody changed this case at the same moment", answer.Text);
        Assert.Equal("submitted", host.Book.Get(@case.Id).State);
    }

    [Fact]
    public async Task A_note_is_written_on_the_newer_case_when_somebody_was_faster()
    {
        await using var host = new ConsoleHost();
        var @case = host.Book.Put(host.Opened("K7M-2QD"));
        var maya = await host.SignInAsync("maya-okafor");
        await maya.GetAsync("/console/cases");
        host.Book.BeforeCommit = () =>
        {
            host.Book.BeforeCommit = null;
            var now = host.Book.Get(@case.Id);
            host.Book.Put(new CaseStep(now with { Revision = now.Revision + 1, Owner = "thomas-lindqvist" }));
            return Task.CompletedTask;
        };
        Assert.Equal(HttpStatusCode.Redirect, (await maya.PostAsync("/console/cases/K7M-2QD/note", [("text", "seen at lunch")])).Status);
        Assert.Equal("thomas-lindqvist", host.Book.Get(@case.Id).Owner);
        Assert.Single(host.Book.Words, w => w.Kind == WordsKind.Note);
    }

    [Fact]
    public async Task Notes_are_never_what_a_reporter_may_see_and_questions_always_are()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD"));
        var maya = await host.SignInAsync("maya-okafor");
        await maya.PostAsync("/console/cases/K7M-2QD/note", [("text", "for staff")]);
        await maya.PostAsync("/console/cases/K7M-2QD/ask", [("text", "where was it?")]);
        await maya.PostAsync("/console/cases/K7M-2QD/move", [("to", "emergency"), ("reason", "why staff moved it")]);
        Assert.False(host.Book.Words.Single(w => w.Text.Reveal() == "for staff").ReporterMaySee);
        Assert.True(host.Book.Words.Single(w => w.Text.Reveal() == "where was it?").ReporterMaySee);
        Assert.Equal(["for staff"], host.Book.Words.Where(w => w.Author.Kind == ActorKind.Staff && !w.ReporterMaySee && w.Kind == WordsKind.Note).Select(w => w.Text.Reveal()));
        Assert.All(host.Book.Words.Where(w => w.Kind is WordsKind.Note or WordsKind.Reason or WordsKind.TaskAnswer), w => Assert.False(w.ReporterMaySee));
    }

    [Fact]
    public async Task A_form_that_is_refused_keeps_every_word_and_says_what_is_wrong_beside_the_field()
    {
        await using var host = new ConsoleHost();
        var (task, text) = TaskWithText();
        host.Book.Put(host.Opened("K7M-2QD"));
        var maya = await host.SignInAsync("maya-okafor");
        var answer = await maya.PostAsync("/console/cases/K7M-2QD/task", [("task", task.Id), (text.Name, "typed-canary & more")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("typed-canary & more", answer.Page.QuerySelector($"#task-{task.Id}-{text.Name}")!.TextContent);
        foreach (var missing in task.Form.Where(f => f.Required && f.When is null && f.Type != "text"))
        {
            var field = answer.Page.QuerySelector($"#task-{task.Id}-{missing.Name}")!;
            var error = answer.Page.QuerySelector($"#task-{task.Id}-{missing.Name}-error")!;
            Assert.NotEqual("", error.TextContent);
            Assert.Contains(error.Id!, field.GetAttribute("aria-describedby"));
        }

        Assert.DoesNotContain("typed-canary", string.Join(';', maya.CookiesSet));
        Assert.DoesNotContain("typed-canary", host.Logged.Text);
        Assert.DoesNotContain(host.Book.Words, w => w.Kind == WordsKind.TaskAnswer);
    }

    [Fact]
    public async Task A_gate_says_what_it_still_waits_for()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD"));
        var maya = await host.SignInAsync("maya-okafor");
        var triage = Demo.Plan("bullying-report@1").Task("triage")!.Title;
        Assert.Contains($"needs first: {triage}", (await maya.GetAsync("/console/cases/K7M-2QD")).Text);
        Assert.Contains($"This has to be done first: {triage}.", (await maya.PostAsync("/console/cases/K7M-2QD/move", [("to", "triaged")])).Text);
    }

    [Fact]
    public async Task Another_school_is_alerted_when_a_case_comes_to_it()
    {
        await using var host = new ConsoleHost();
        var @case = host.Book.Put(host.Opened("K7M-2QD"));
        var marcus = await host.SignInAsync("marcus-bell");
        Assert.Equal("/console/cases?done=transferred", (await marcus.PostAsync("/console/cases/K7M-2QD/transfer", [("school", "heron-middle")])).GoesTo);
        Assert.Equal(["administrator", "principal"], host.Book.Get(@case.Id).OpenAlert!.Ladder.Select(r => r.Role));
        Assert.Equal(HttpStatusCode.NotFound, (await marcus.GetAsync("/console/cases/K7M-2QD")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await host.SignInAsync("jun-watanabe")).GetAsync("/console/cases/K7M-2QD")).Status);
    }

    [Fact]
    public async Task A_case_is_only_given_to_somebody_who_may_see_it()
    {
        await using var host = new ConsoleHost();
        var @case = host.Book.Put(host.Opened("K7M-2QD"));
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.PostAsync("/console/cases/K7M-2QD/assign", [("person", "aisha-karim")])).Status);
        Assert.Null(host.Book.Get(@case.Id).Owner);
        await maya.PostAsync("/console/cases/K7M-2QD/assign", [("person", "marcus-bell")]);
        Assert.Equal("marcus-bell", host.Book.Get(@case.Id).Owner);
    }

    [Fact]
    public async Task Times_of_an_anonymous_report_are_shown_no_finer_than_they_were_kept()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD"));
        host.Book.Put(host.Opened("H3X-9PT", severity: Severity.Urgent));
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Contains("Mon, Nov 23 (time of day not kept)", (await maya.GetAsync("/console/cases/K7M-2QD")).Text);
        Assert.DoesNotContain("10:07", (await maya.GetAsync("/console/cases/K7M-2QD")).Text);
        Assert.Contains("about Mon, Nov 23, 10:00 AM", (await maya.GetAsync("/console/cases/H3X-9PT")).Text);
    }

    private static (TaskPlan Task, FormField Text) TaskWithText()
    {
        var plan = Demo.Plan("bullying-report@1");
        var task = plan.Tasks.First(t => t.Opens == plan.First.Id && t.Form.Any(f => f.Type == "text" && f.When is null) && t.Form.Any(f => f.Required && f.When is null && f.Type != "text"));
        return (task, task.Form.First(f => f.Type == "text" && f.When is null));
    }
}
