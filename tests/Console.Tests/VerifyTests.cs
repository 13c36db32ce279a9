using SupportBot.Directory;

namespace SupportBot.Console.Tests;

public class VerifyTests
{
    [Fact]
    public async Task Whoever_answers_for_the_resources_is_led_to_those_to_verify_and_everybody_on_the_staff_may_look()
    {
        await using var host = new ConsoleHost();
        foreach (var person in Demo.District.People)
        {
            var answers = person.Holds("student-services-director") || person.Holds("district-lead");
            var visitor = await host.SignInAsync(person.Id);
            var inbox = await visitor.GetAsync("/console");
            Assert.Equal((person.Id, answers), (person.Id, inbox.Page.QuerySelector("nav a[href='/console/verify']") is not null));
            Assert.Equal(answers, inbox.Text.Contains("Numbers to verify", StringComparison.Ordinal));
            Assert.Contains("Numbers to verify", (await visitor.GetAsync("/console/verify")).Text);
        }
    }

    [Fact]
    public async Task Each_entry_says_how_it_is_reached_what_people_see_meanwhile_and_where_it_comes_from()
    {
        await using var host = new ConsoleHost();
        var page = (await (await host.SignInAsync("rosa-jimenez")).GetAsync("/console/verify")).Page;
        var due = Demo.District.Resources.DueForReview(host.Clock.GetUtcNow());
        Assert.NotEmpty(due);
        Assert.Equal(due.Select(r => r.Id), page.QuerySelectorAll("main li.card").Select(c => c.Id));
        foreach (var resource in due)
        {
            var text = page.GetElementById(resource.Id)!.TextContent;
            Assert.Contains(resource.Name, text);
            Assert.Contains(resource.Source, text);
            if (resource.Phone is { } phone) Assert.Contains(phone, text);
        }

        var unconfirmed = due.First(r => r is { LastVerified: null, ShowUnconfirmed: true });
        Assert.Contains("call to confirm", page.GetElementById(unconfirmed.Id)!.TextContent);
        var hidden = due.First(r => r is { LastVerified: null, ShowUnconfirmed: false });
        Assert.Contains("Hidden", page.GetElementById(hidden.Id)!.TextContent);
        Assert.Contains($"{due.Count} entries of the resource directory are to be verified", page.Body!.TextContent);
    }
}
