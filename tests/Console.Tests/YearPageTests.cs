using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>What the year begins stands in the inbox of whoever does it, until somebody of the school says that it has begun or is done.</summary>
public class YearPageTests
{
    private const string Middle = "daniel-reyes", High = "maya-okafor";
    private static readonly DateOnly February = new(2027, 2, 1);

    private static ConsoleHost Host(params string[] schools)
    {
        var host = new ConsoleHost();
        host.Clock.SetUtcNow(Demo.District.CalendarOf(null).Moment(new DateOnly(2027, 2, 3), new TimeOnly(10, 0)));
        foreach (var school in schools) host.Beginnings.Put(new Beginning("articulation-handoff", "nominate", school, February, new DateOnly(2027, 2, 2)));
        return host;
    }

    private static (string, string)[] Say(string answer, string school = "heron-middle", string on = "2027-02-01") => [("protocol", "articulation-handoff"), ("entry", "nominate"), ("school", school), ("on", on), ("answer", answer)];

    [Fact]
    public async Task It_stands_in_the_inbox_of_whoever_holds_the_role_at_the_school_and_of_nobody_else()
    {
        await using var host = Host("heron-middle");
        foreach (var person in Demo.District.People)
        {
            var inbox = await (await host.SignInAsync(person.Id)).GetAsync("/console");
            Assert.Equal((person.Id, person.Id == Middle), (person.Id, inbox.Text.Contains("The hand-offs of this year begin", StringComparison.Ordinal)));
        }

        var daniel = await (await host.SignInAsync(Middle)).GetAsync("/console");
        Assert.Contains("Due by Sun, Feb 28, 2027", daniel.Text, StringComparison.Ordinal);
        Assert.Contains("Hand a student over to the next school", daniel.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("begun", AuditAction.YearlyBegun, "It is noted that this has begun")]
    [InlineData("done", AuditAction.YearlyDone, "It is noted that this is done")]
    public async Task A_word_of_the_school_ends_it_and_is_in_the_audit(string answer, string action, string told)
    {
        await using var host = Host("heron-middle", "cottonwood-elementary");
        var daniel = await host.SignInAsync(Middle);
        var said = await daniel.PostAsync("/console/year/say", Say(answer));
        Assert.Equal((HttpStatusCode.Redirect, $"/console/year?done={answer}"), (said.Status, said.GoesTo));
        var entry = Assert.Single(host.Beginnings.Audit);
        Assert.Equal((Guid.Empty, $"staff:{Middle}", action, "heron-middle:articulation-handoff:nominate:2027-02-01"), (entry.CaseId, entry.Actor.ToString(), entry.Action, entry.Subject));
        var page = await daniel.GetAsync(said.GoesTo!);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Contains("Daniel Reyes", page.Page.QuerySelector("#said")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The hand-offs of this year begin", (await daniel.GetAsync("/console")).Text, StringComparison.Ordinal);
        // The other school's own word is still waited for.
        Assert.Contains("The hand-offs of this year begin", (await (await host.SignInAsync("linh-tran")).GetAsync("/console")).Text, StringComparison.Ordinal);

        var again = await daniel.PostAsync("/console/year/say", Say("done"));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Single(host.Beginnings.Audit);
    }

    [Fact]
    public async Task Nobody_says_anything_for_another_school_or_of_what_has_not_begun()
    {
        await using var host = Host("heron-middle");
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(High)).PostAsync("/console/year/say", Say("begun"))).Status);
        var daniel = await host.SignInAsync(Middle);
        Assert.Equal(HttpStatusCode.NotFound, (await daniel.PostAsync("/console/year/say", Say("begun", "riverbend-high"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await daniel.PostAsync("/console/year/say", Say("begun", on: "2026-02-01"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await daniel.PostAsync("/console/year/say", Say("maybe"))).Status);
        Assert.Empty(host.Beginnings.Audit);
    }

    [Fact]
    public async Task What_was_left_unsaid_is_called_late_and_the_next_year_takes_its_place()
    {
        await using var host = Host("heron-middle");
        host.Clock.SetUtcNow(Demo.District.CalendarOf(null).Moment(new DateOnly(2027, 3, 2), new TimeOnly(10, 0)));
        var daniel = await host.SignInAsync(Middle);
        Assert.Contains("Was due by Sun, Feb 28, 2027", (await daniel.GetAsync("/console")).Text, StringComparison.Ordinal);
        host.Beginnings.Put(new Beginning("articulation-handoff", "nominate", "heron-middle", February.AddYears(1), February.AddYears(1)));
        host.Clock.SetUtcNow(Demo.District.CalendarOf(null).Moment(new DateOnly(2028, 2, 2), new TimeOnly(10, 0)));
        var next = await (await host.SignInAsync(Middle)).GetAsync("/console/year");
        Assert.Single(next.Page.QuerySelectorAll("form[action='/console/year/say']"));
        Assert.Contains("Due by Mon, Feb 28, 2028", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_protocols_page_says_what_the_year_begins_and_how_sure_that_is()
    {
        await using var host = Host();
        var page = (await (await host.SignInAsync(High)).GetAsync("/console/protocols/articulation-handoff/1")).Page;
        var yearly = page.QuerySelector("#yearly")!.ParentElement!.TextContent;
        foreach (var part in new[] { "February 1, or the next school day", "of elementary and middle schools, due by February 28", "August 10, or the next working day", "W section 3, timing" })
            Assert.Contains(part, yearly, StringComparison.Ordinal);
        Assert.Equal(Demo.Shelf.Get(new Protocols.ProtocolKey("articulation-handoff", 1))!.Yearly.Count, page.QuerySelector("#yearly")!.ParentElement!.QuerySelectorAll("li").Length);
    }
}
