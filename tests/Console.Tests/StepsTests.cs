using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>The pages of staff steps: every kind of field, and what becomes of what was typed.</summary>
public sealed class StepsTests : IAsyncDisposable
{
    private const string At = "/console/steps/at/1", Canary = "zebra at the gate";
    private readonly MemorySteps steps = new();
    private readonly ConsoleHost host;

    public StepsTests() => host = new ConsoleHost(services: s => s.AddSingleton<IStaffSteps>(steps));

    private static StepsNow Open => new(1, "es", [new StepsLine("Antes.", false, false), new StepsLine("**Quédese** con <b>quien</b>.\n\n- 911\n- 988", true, true)])
    {
        IsOpen = true, Title = "Pasos", Question = MemorySteps.EveryKind, CaseNumber = "STP-222", SchoolId = "riverbend-high", CanPass = true, CanChange = true,
        Filled = new Dictionary<string, PersonText> { ["some"] = new("a,b"), ["day"] = new("2026-11-20"), ["text"] = new("said before") },
    };

    [Fact]
    public async Task Every_kind_of_field_has_a_label_and_holds_what_was_there_before()
    {
        steps.Now = Open;
        var page = (await (await host.SignInAsync("maya-okafor")).GetAsync(At)).Page;
        Assert.Equal("said before", page.QuerySelector("textarea[name=w-text]")!.TextContent.Trim());
        Assert.Equal(2, page.QuerySelectorAll("input[type=checkbox][name=f-some][checked]").Length);
        Assert.Equal("2026-11-20", page.QuerySelector("input[type=date][name=f-day]")!.GetAttribute("value"));
        Assert.Equal(3, page.QuerySelectorAll("input[type=radio][name=f-one]").Length);
        Assert.NotNull(page.QuerySelector("select[name=f-school] option[value=riverbend-high]"));
        Assert.NotNull(page.QuerySelector("textarea[name=w-people]"));
        Assert.NotNull(page.QuerySelector("input[name=f-number][inputmode=numeric]"));
        Assert.Contains("Pictures cannot be sent here.", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var input in page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea"))
            Assert.True(page.QuerySelector($"label[for='{input.Id}']") is not null, $"{input.Id} has no label.");
        Assert.Contains("call 911", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_program_says_is_text_with_lists_and_bold_in_its_own_language_and_nothing_else()
    {
        steps.Now = Open;
        var said = (await (await host.SignInAsync("maya-okafor")).GetAsync(At)).Page.QuerySelector("#said")!;
        Assert.Equal("es", said.GetAttribute("lang"));
        Assert.Equal("Quédese", said.QuerySelector("strong")!.TextContent);
        Assert.Equal(["911", "988"], said.QuerySelectorAll("li").Select(l => l.TextContent));
        Assert.Empty(said.QuerySelectorAll("b"));
        Assert.Contains("<b>quien</b>", said.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Antes.", said.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_pressed_goes_out_with_its_entries_once_and_shows_in_no_address_and_no_log()
    {
        steps.Now = Open;
        var maya = await host.SignInAsync("maya-okafor");
        var answer = await maya.PostAsync(At, [("token", "run-t1"), ("key", new string('a', 32)), ("f-some", "a"), ("f-some", "b"), ("w-text", Canary), ("do", "answer")]);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal($"{At}#now", answer.GoesTo);
        var sent = Assert.Single(steps.Sent);
        Assert.Equal(("run-t1", "answer", "a,b", Canary), (sent.Token, sent.Button, sent.Entries["some"].Reveal(), sent.Entries["text"].Reveal()));
        Assert.Equal(new string('a', 32), Assert.Single(steps.Keys));
        Assert.DoesNotContain(Canary, host.Logged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_stands_beside_its_field_and_in_the_summary_above()
    {
        steps.Now = Open;
        steps.Next = new StepsTurn(StepsOutcome.Done, 1, []) { Faults = new Dictionary<string, string> { ["text"] = "Demasiado largo.", ["some"] = "Falta." } };
        var refused = await (await host.SignInAsync("maya-okafor")).PostAsync(At, [("token", "run-t1"), ("w-text", Canary), ("f-day", "2026-11-21"), ("do", "answer")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Demasiado largo.", refused.Page.QuerySelector("#walk-text-error")!.TextContent);
        Assert.Equal("true", refused.Page.QuerySelector("#walk-text")!.GetAttribute("aria-invalid"));
        Assert.Equal(["#walk-text", "#walk-some"], refused.Page.QuerySelectorAll("#refused a").Select(a => a.GetAttribute("href")!));
        Assert.Equal(Canary, refused.Page.QuerySelector("#walk-text")!.TextContent.Trim());
        Assert.Equal("2026-11-21", refused.Page.QuerySelector("#walk-day")!.GetAttribute("value"));
        Assert.Empty(refused.Page.QuerySelectorAll("input[name=f-some][checked]"));
    }

    [Fact]
    public async Task While_nothing_can_be_saved_or_read_what_was_typed_stays_in_the_page_to_be_sent_again_with_the_same_key()
    {
        steps.Now = null;
        steps.Next = new StepsTurn(StepsOutcome.NotSaved, 1, []);
        var key = new string('f', 32);
        var refused = await (await host.SignInAsync("maya-okafor")).PostAsync(At, [("token", "run-t1"), ("key", key), ("w-text", Canary), ("do", "answer")]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal(Canary, refused.Page.QuerySelector("input[type=hidden][name=w-text]")!.GetAttribute("value"));
        Assert.Equal(key, refused.Page.QuerySelector("main input[name=key]")!.GetAttribute("value"));
        Assert.Equal("answer", refused.Page.QuerySelector("main button[name=do]")!.GetAttribute("value"));
        Assert.Contains("in danger call 911", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sign_in_or_its_form_token_nothing_is_shown_or_done()
    {
        steps.Now = Open;
        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync(At)).Status);
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal(HttpStatusCode.BadRequest, (await maya.PostBareAsync(At, [("token", "run-t1"), ("do", "answer")])).Status);
        Assert.Empty(steps.Sent);
    }

    [Fact]
    public async Task Where_all_places_are_taken_nothing_more_is_offered()
    {
        steps.Home = steps.Home with { FreePlace = 0 };
        var maya = await host.SignInAsync("maya-okafor");
        var page = (await maya.GetAsync("/console/steps")).Page;
        Assert.Empty(page.QuerySelectorAll("form[action$='/begin']"));
        Assert.Contains("as many steps open as there is room for", page.Body!.TextContent, StringComparison.Ordinal);
        steps.Next = new StepsTurn(StepsOutcome.NoPlace, 0, []);
        Assert.Equal(HttpStatusCode.Conflict, (await maya.PostAsync("/console/steps/begin", [("protocol", "suicide-protocol"), ("place", "1")])).Status);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
