using System.Diagnostics;
using System.Reflection;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

public sealed class TimelineTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Of_five_hundred_entries_the_newest_fifty_show_and_the_rest_on_a_link()
    {
        await using var host = Library.Host();
        var opened = Library.Open(host);
        host.Book.Put(opened with { Audit = [.. Enumerable.Range(0, 500).Select(n => new AuditEntry(opened.Case.Id, Actor.Staff("maya-okafor"), AuditAction.NoteAdded, "", host.Clock.GetUtcNow().AddMinutes(n - 500)))] });
        var maya = await host.SignInAsync("maya-okafor");
        var page = (await maya.GetAsync("/console/cases/K7M-2QD")).Page;
        Assert.Equal(50, page.QuerySelectorAll(".timeline li").Length);
        Assert.Contains("10:06 AM", page.QuerySelectorAll(".timeline li")[^1].TextContent);
        Assert.Equal(500, (await maya.GetAsync(page.QuerySelector("a[href*='timeline=all']")!.GetAttribute("href")!.Split('#')[0])).Page.QuerySelectorAll(".timeline li").Length);

        var watch = Stopwatch.StartNew();
        for (var look = 0; look < 20; look++) await maya.GetAsync("/console/cases/K7M-2QD");
        output.WriteLine($"A case with 500 entries opens in {watch.Elapsed.TotalMilliseconds / 20:F1} ms.");
    }

    [Fact]
    public void Everything_that_can_happen_to_a_case_has_words()
    {
        var words = new AuditWords(Demo.District, Cards.Tests.ContentWords.English);
        foreach (var action in typeof(AuditAction).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!))
            Assert.NotEqual(action, words.Of(new AuditEntry(Guid.Empty, Actor.Program, action, "a:b", DateTimeOffset.UnixEpoch), Library.Plan));
    }
}
