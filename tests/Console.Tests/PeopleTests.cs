using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace SupportBot.Console.Tests;

public class PeopleTests
{
    private static readonly DateTimeOffset Taken = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero), Since = new(2026, 11, 23, 18, 2, 0, TimeSpan.Zero);

    private sealed class News(PeopleNews now) : IPeopleNews
    {
        public PeopleNews Now => now;
    }

    private static ConsoleHost Host(PeopleNews news) => new(services: s => s.AddSingleton<IPeopleNews>(new News(news)));

    [Fact]
    public async Task Only_those_who_answer_for_the_whole_district_see_what_was_refused()
    {
        await using var host = Host(new("people.csv", Taken, null, "", [new("people.csv, line 7", "\"x\" is not a mail address", "write it as name@example.org", true)]));
        string[] may = ["rosa-jimenez", "william-hart", "omar-haddad"];
        foreach (var person in Demo.District.People.Select(p => p.Id))
        {
            var visitor = await host.SignInAsync(person);
            Assert.Equal((person, may.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person, (await visitor.GetAsync("/console/people")).Status));
            Assert.Equal(may.Contains(person), (await visitor.GetAsync("/console")).Page.QuerySelector("nav a[href='/console/people']") is not null);
        }
    }

    [Fact]
    public async Task A_source_that_fails_is_told_with_why_since_when_and_whose_people_are_in_force()
    {
        await using var host = Host(new("people.csv", Taken, Since, "The source gives nobody.", [new("people.csv, line 7", "<script>alert(1)</script> is not a name", "write first name and last name", true), new("directory/roster.yaml", "x is gone", "look", false)]));
        var answer = await (await host.SignInAsync("rosa-jimenez")).GetAsync("/console/people");
        var text = string.Join(' ', answer.Text.Replace('\u202F', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Nothing is taken from people.csv since 10:02 AM. The source gives nobody.", text);
        Assert.Contains("still those taken from people.csv on Mon, Nov 23, 7:00 AM", text);
        Assert.Equal(["Refused", "To look at"], answer.Page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Contains("<script>alert(1)</script> is not a name", text);
        Assert.Empty(answer.Page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Without_a_source_the_people_are_those_of_the_content_file()
    {
        await using var host = new ConsoleHost();
        Assert.Contains("They are those of the content file.", (await (await host.SignInAsync("rosa-jimenez")).GetAsync("/console/people")).Text);
    }

    [Fact]
    public async Task Where_nobody_has_a_training_that_a_gate_needs_the_school_and_the_protocol_are_named()
    {
        await using var host = new ConsoleHost();
        Assert.Empty((await (await host.SignInAsync("rosa-jimenez")).GetAsync("/console/people")).Page.QuerySelectorAll(".banner.bad"));

        await using var without = new ConsoleHost(services: s => s.AddSingleton(Demo.With("directory/people.yaml", Demo.Text("directory/people.yaml").Replace("until: \"2027-08-31\"", "until: \"2026-08-31\"", StringComparison.Ordinal))));
        var banner = Assert.Single((await (await without.SignInAsync("rosa-jimenez")).GetAsync("/console/people")).Page.QuerySelectorAll(".banner.bad"));
        var text = string.Join(' ', banner.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("Nobody at Cottonwood Elementary School, Heron Middle School, Riverbend High School has “Level 1 suicide screening” on record today. A case of A student may be thinking about suicide: staff steps stops there", text, StringComparison.Ordinal);
    }
}
