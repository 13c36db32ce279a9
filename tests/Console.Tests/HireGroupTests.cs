using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console.Tests;

/// <summary>Hires that are read from a group: shown as a list, and kept only by a person's press.</summary>
public sealed partial class HireGroupTests
{
    private const string Address = "/console/training/hires";

    private sealed class Group(HireSourceReading reading) : IHireSource
    {
        public int Reads { get; private set; }

        public string Name => "Microsoft Entra";

        public Task<HireSourceReading> ReadAsync(CancellationToken cancel)
        {
            Reads++;
            return Task.FromResult(reading);
        }
    }

    private static ConsoleHost With(Group group) => new(services: s => s.AddSingleton<IHireSource>(group));

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    [Fact]
    public async Task What_a_group_gives_is_shown_with_what_is_refused_and_kept_only_by_the_button_below_it()
    {
        var group = new Group(new(null, [new("E-1", "Ana Lopez", "ana.lopez@example.org", "nurse", "heron-middle", "2026-11-02", "ruth.abrams@example.org"), new(null, "Ben Ochoa", "ben@example.org", "nurse", "district", "2026-11-02", null), new("E-3", "Cy, \"Ito\"", "cy@example.org", "nurse", "district", null, null)]));
        await using var host = With(group);
        var naomi = await host.SignInAsync("naomi-fisher");
        Assert.NotNull((await naomi.GetAsync(Address)).Page.QuerySelector("[data-group] button"));
        Assert.Equal(0, group.Reads);

        var page = (await naomi.PostAsync($"{Address}/group", [])).Page;
        Assert.Equal(["Line 3 the employee id is missing or is no id. What to do: write letters, digits, hyphens, dots and underscores only; set the column to text where it shows as 1.2E+05.", "Line 4 the first day is missing. What to do: write it as 2026-08-17."], page.QuerySelectorAll("[data-faults] li").Select(l => Plain(l.TextContent)));
        Assert.Contains("Ana Lopez E-1, line 2 School nurse Heron Middle School", Plain(page.QuerySelector("[data-preview] tbody")!.TextContent));
        Assert.Equal(0, host.Hires.Count);
        Assert.Empty(host.Book.Audit);

        var csv = page.QuerySelector("form[action$='/import'] textarea")!.TextContent;
        await naomi.PostAsync($"{Address}/import", [("csv", csv)]);
        Assert.Equal(1, host.Hires.Count);
        Assert.Equal(["1:0"], host.Book.Audit.Where(a => a.Action == AuditAction.HiresBrought).Select(a => a.Subject));
        Assert.Equal(1, group.Reads);
    }

    [Fact]
    public async Task A_group_that_cannot_be_read_or_is_empty_is_told_and_nothing_changes()
    {
        await using var host = With(new(new("The group x cannot be read from Microsoft Entra (403). Grant the app the permissions User.Read.All and GroupMember.Read.All.", [])));
        var answer = await (await host.SignInAsync("naomi-fisher")).PostAsync($"{Address}/group", []);
        Assert.Equal(HttpStatusCode.BadGateway, answer.Status);
        Assert.Contains("Grant the app the permissions", answer.Text);
        await using var empty = With(new(new(null, [])));
        Assert.Contains("Nobody is in the groups", (await (await empty.SignInAsync("naomi-fisher")).PostAsync($"{Address}/group", [])).Text);
        Assert.Equal(0, host.Hires.Count + empty.Hires.Count);
    }

    [Fact]
    public async Task Nobody_but_human_resources_reads_a_group_and_without_one_there_is_no_button()
    {
        var group = new Group(new(null, []));
        await using var host = With(group);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync("thomas-lindqvist")).PostAsync($"{Address}/group", [])).Status);
        Assert.Equal(0, group.Reads);
        await using var without = new ConsoleHost();
        var naomi = await without.SignInAsync("naomi-fisher");
        Assert.Null((await naomi.GetAsync(Address)).Page.QuerySelector("[data-group]"));
        Assert.Equal(HttpStatusCode.NotFound, (await naomi.PostAsync($"{Address}/group", [])).Status);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
