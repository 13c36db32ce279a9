using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>Tasks that take two people, a training or licensed wording, and tasks that come again.</summary>
public sealed class LibraryTaskTests : IAsyncDisposable
{
    private const string Path = $"/console/cases/{Library.Number}", Canary = "zebra-canary";
    private static readonly (string, string)[] SignOff = [("task", "sign-off"), ("plan", "safety"), ("note", Canary)];
    private readonly ConsoleHost host = Library.Host();
    private readonly Case @case;

    public LibraryTaskTests() => @case = host.Book.Put(Library.Open(host));

    private CaseTask Task(string id) => host.Book.Get(@case.Id).Tasks.Single(t => t.Id == id);

    [Fact]
    public async Task Whoever_fills_in_a_task_for_two_reads_who_may_agree_and_has_no_button_for_it()
    {
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Contains("This takes two people", (await maya.GetAsync(Path)).Page.QuerySelector("#do-sign-off")!.TextContent);
        Assert.Equal($"{Path}?done=proposed", (await maya.PostAsync($"{Path}/task", SignOff)).GoesTo);
        Assert.True(Task("sign-off").WaitsForSecond);

        var task = (await maya.GetAsync($"{Path}?done=proposed")).Page.QuerySelector("#do-sign-off")!;
        Assert.Contains("You filled this in.", task.TextContent);
        Assert.Contains("Somebody else must agree. Who may:", task.TextContent);
        Assert.Contains("Thomas Lindqvist", task.TextContent);
        Assert.DoesNotContain("Maya Okafor,", task.QuerySelector(".note.calm")!.TextContent);
        Assert.Null(task.QuerySelector("[name=agrees]"));

        var forced = await maya.PostAsync($"{Path}/agree", [("task", "sign-off"), ("agrees", "yes")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Contains("You filled in this task yourself, so somebody else must agree.", forced.Text);
    }

    [Theory]
    [InlineData("25:10")]
    [InlineData("half past two")]
    public async Task A_time_that_is_none_is_refused_and_one_that_is_stands_as_people_say_it(string wrong)
    {
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal("time", (await maya.GetAsync(Path)).Page.QuerySelector("#do-means input[name=asked]")!.GetAttribute("type"));
        var refused = await maya.PostAsync($"{Path}/task", [("task", "means"), ("locked", "yes"), ("asked", wrong)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Please give the time as hours and minutes, such as 14:30.", refused.Text);
        await maya.PostAsync($"{Path}/task", [("task", "means"), ("locked", "yes"), ("asked", "14:30")]);
        Assert.Equal("14:30", Task("means").Answers["asked"]);
        Assert.Matches("2:30\\sPM", (await maya.GetAsync(Path)).Text);
    }

    [Fact]
    public async Task The_second_person_sees_who_chose_what_and_the_words_only_once_they_are_opened()
    {
        await (await host.SignInAsync("maya-okafor")).PostAsync($"{Path}/task", SignOff);
        var thomas = await host.SignInAsync("thomas-lindqvist");
        var task = (await thomas.GetAsync(Path)).Page.QuerySelector("#do-sign-off")!;
        Assert.True(task.HasAttribute("open"));
        Assert.Contains("Maya Okafor filled this in.", task.TextContent);
        Assert.Contains("Safety plan", task.TextContent);
        Assert.DoesNotContain(Canary, task.TextContent);
        Assert.Equal(["I agree", "I do not agree"], task.QuerySelectorAll("[name=agrees]").Select(b => b.TextContent));
        Assert.Contains(Canary, (await thomas.PostAsync($"{Path}/open", [])).Page.QuerySelector("#do-sign-off")!.TextContent);

        Assert.Equal($"{Path}?done=agreed", (await thomas.PostAsync($"{Path}/agree", [("task", "sign-off"), ("agrees", "yes")])).GoesTo);
        Assert.Equal(("maya-okafor", "thomas-lindqvist"), (Task("sign-off").ProposedBy, Task("sign-off").FinishedBy));
        Assert.Contains("Filled in by Maya Okafor, agreed by Thomas Lindqvist", (await thomas.GetAsync(Path)).Page.QuerySelector(".tasks.done")!.TextContent);
    }

    [Fact]
    public async Task Whoever_does_not_agree_says_why_and_the_task_is_open_without_what_was_filled_in()
    {
        var maya = await host.SignInAsync("maya-okafor");
        await maya.PostAsync($"{Path}/task", SignOff);
        var thomas = await host.SignInAsync("thomas-lindqvist");
        var silent = await thomas.PostAsync($"{Path}/agree", [("task", "sign-off"), ("agrees", "no"), ("reason", " ")]);
        Assert.Equal("Please say why you do not agree.", silent.Page.QuerySelector("#agree-sign-off-reason-error")!.TextContent);
        Assert.True(Task("sign-off").WaitsForSecond);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal($"{Path}?done=not-agreed", (await thomas.PostAsync($"{Path}/agree", [("task", "sign-off"), ("agrees", "no"), ("reason", "the family was not told")])).GoesTo);
        Assert.Equal((false, 0), (Task("sign-off").WaitsForSecond, Task("sign-off").Answers.Count));
        var note = host.Book.Words.Single(w => w.Kind == WordsKind.Note);
        Assert.Equal(("the family was not told", "Did not agree: Agree to hand over"), (note.Text.Reveal(), note.Label));
        Assert.False(note.ReporterMaySee);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await maya.PostAsync($"{Path}/task", [("task", "sign-off"), ("plan", "care")]);
        Assert.DoesNotContain(Canary, (await thomas.PostAsync($"{Path}/open", [])).Page.QuerySelector("#do-sign-off")!.TextContent);
    }

    [Fact]
    public async Task What_waits_for_a_second_person_is_not_filled_in_again_over_it()
    {
        await (await host.SignInAsync("maya-okafor")).PostAsync($"{Path}/task", SignOff);
        var again = await (await host.SignInAsync("elena-petrova")).PostAsync($"{Path}/task", [("task", "sign-off"), ("plan", "care")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Somebody has filled in this task already", again.Text);
        Assert.Equal("maya-okafor", Task("sign-off").ProposedBy);
    }

    [Fact]
    public async Task A_training_is_shown_before_anybody_fills_in_the_form_and_whom_to_ask()
    {
        Assert.Contains("Asks for the training “Level 1 suicide screening”. You have it on record.", (await (await host.SignInAsync("maya-okafor")).GetAsync(Path)).Page.QuerySelector("#do-screening")!.TextContent);
        var thomas = await host.SignInAsync("thomas-lindqvist");
        Assert.Contains("You have none on record that counts today. On record here: Maya Okafor", (await thomas.GetAsync(Path)).Page.QuerySelector("#do-screening")!.TextContent);

        var refused = await thomas.PostAsync($"{Path}/task", [("task", "screening"), ("level", "low")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("This task asks for the training “Level 1 suicide screening”, and you have none on record that counts today.", refused.Text);
        Assert.True(refused.Page.QuerySelector("#task-screening-level-low")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.Redirect, (await (await host.SignInAsync("maya-okafor")).PostAsync($"{Path}/task", [("task", "screening"), ("level", "low")])).Status);
    }

    [Fact]
    public async Task A_training_that_has_lapsed_counts_no_more()
    {
        host.Clock.Advance(TimeSpan.FromDays(300)); // Maya's counts until the end of August
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.PostAsync($"{Path}/task", [("task", "screening"), ("level", "low")])).Status);
        Assert.Contains("Nobody at this school has it on record.", (await maya.GetAsync(Path)).Page.QuerySelector("#do-screening")!.TextContent);
    }

    [Fact]
    public async Task Licensed_wording_stands_beside_the_form_as_plain_text()
    {
        var slot = (await (await host.SignInAsync("maya-okafor")).GetAsync(Path)).Page.QuerySelector("#do-screening .slot")!;
        Assert.Contains("licensed wording: the district puts it here", slot.TextContent);
        Assert.Equal("Item 1 <b>of ours</b>", slot.QuerySelector(".slot-text")!.TextContent);
        Assert.Empty(slot.QuerySelector(".slot-text")!.Children);
    }

    [Fact]
    public async Task A_task_that_comes_again_says_which_time_it_is_and_folds_the_earlier_ones()
    {
        var maya = await host.SignInAsync("maya-okafor");
        foreach (var (task, who) in new[] { ("stay", "adult"), ("stay.2", "family"), ("stay.3", "adult") })
        {
            host.Clock.Advance(TimeSpan.FromMinutes(5));
            Assert.Equal(HttpStatusCode.Redirect, (await maya.PostAsync($"{Path}/task", [("task", task), ("who", who)])).Status);
        }

        var page = (await maya.GetAsync(Path)).Page;
        Assert.Equal("Stay with the student (4th time)", page.QuerySelector("[id='do-stay.4'] .task-title")!.TextContent);
        var finished = page.QuerySelector(".tasks.done > li")!;
        Assert.Equal("Stay with the student (3rd time)", finished.QuerySelector("strong")!.TextContent);
        Assert.Equal(["Stay with the student (2nd time)", "Stay with the student"], finished.QuerySelectorAll("details strong").Select(t => t.TextContent));
        Assert.Contains("finished the task “Stay with the student (2nd time)”", page.QuerySelector(".timeline")!.TextContent);

        var refused = await maya.PostAsync($"{Path}/task", [("task", "stay.4")]);
        Assert.Contains("Who stays?", refused.Page.QuerySelector("#refused")!.TextContent);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
