using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SupportBot.EndToEnd;

/// <summary>The anonymous page in a real browser: what it leaves behind, and who can use it (trust T-03).</summary>
public sealed partial class AnonymousPageTests(BotProcess bot, Browser browser) : IClassFixture<BotProcess>, IClassFixture<Browser>
{
    private const string Said = "we ate lunch outside";

    [Fact]
    public async Task Quick_exit_leaves_no_word_no_storage_and_no_page_to_go_back_to()
    {
        var page = await GreetedAsync();
        await SayAsync(page);
        var before = await page.EvaluateAsync<int>("history.length");
        var wiped = page.WaitForRequestAsync("**/chat/wipe");

        await page.GetByRole(AriaRole.Link, new() { Name = "Quick exit" }).ClickAsync();

        Assert.Equal("POST", (await wiped).Method);
        await IsAtAsync(page, Elsewhere());
        Assert.Equal(before, await page.EvaluateAsync<int>("history.length"));
        await page.GoBackAsync();
        Assert.DoesNotContain(Said, await page.ContentAsync());
        await page.GotoAsync($"{bot.Address}/help");
        Assert.Equal(0, await page.EvaluateAsync<int>("sessionStorage.length + localStorage.length"));
    }

    [Fact]
    public async Task Escape_twice_leaves_from_inside_the_text_box()
    {
        var page = await GreetedAsync();
        await Box(page).FillAsync(Said);

        // Told to the browser all at once: a machine with its hands full must not be a slow finger.
        var keys = await page.Context.NewCDPSessionAsync(page);
        await Task.WhenAll(new[] { "rawKeyDown", "keyUp", "rawKeyDown", "keyUp" }.Select(kind => keys.SendAsync(
            "Input.dispatchKeyEvent", new() { ["type"] = kind, ["key"] = "Escape", ["code"] = "Escape", ["windowsVirtualKeyCode"] = 27 })));

        await IsAtAsync(page, Elsewhere());
    }

    [Fact]
    public async Task A_reload_goes_on_and_does_not_greet_again()
    {
        var page = await GreetedAsync();
        await SayAsync(page);
        var shown = await page.Locator(".webchat__bubble").CountAsync();

        // The page joins again; the answer to that comes after whatever it would have been greeted with.
        await page.RunAndWaitForResponseAsync(() => page.ReloadAsync(), answer => answer.Url.EndsWith("/activities", StringComparison.Ordinal) && answer.Request.Method == "POST");

        await page.Locator(".webchat__bubble", new() { HasText = Said }).WaitForAsync();
        await page.Locator(".webchat__bubble").Nth(shown - 1).WaitForAsync();
        Assert.Equal(shown, await page.Locator(".webchat__bubble").CountAsync());
    }

    [Fact]
    public async Task Starting_over_forgets_what_was_said_and_keeps_the_new_chat()
    {
        var page = await GreetedAsync();
        await SayAsync(page);
        var before = await ConversationAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await page.RunAndWaitForRequestFinishedAsync(
            () => page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync(),
            new() { Predicate = request => request.Url.EndsWith("/chat/wipe", StringComparison.Ordinal) });
        await page.Locator(".webchat__bubble").First.WaitForAsync();

        Assert.DoesNotContain(Said, await page.ContentAsync());
        Assert.NotEqual(before, await ConversationAsync(page));
        await page.ReloadAsync();
        await page.Locator(".webchat__bubble").First.WaitForAsync();
    }

    [Fact]
    public async Task Nine_idle_minutes_warn_a_key_dismisses_it_and_ten_clear_the_chat()
    {
        var page = await browser.OpenAsync();
        await page.Clock.InstallAsync();
        await GreetedAsync(page);
        await SayAsync(page);
        var warning = page.GetByRole(AriaRole.Alertdialog);

        await page.Clock.FastForwardAsync(546_000);
        await warning.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await warning.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Equal(1, await page.EvaluateAsync<int>("sessionStorage.length"));

        await page.Clock.FastForwardAsync(546_000);
        await warning.WaitForAsync();
        await page.Clock.FastForwardAsync(66_000);
        await page.GetByText("cleared because nobody used it").WaitForAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("sessionStorage.length"));
        Assert.DoesNotContain(Said, await page.ContentAsync());
    }

    [Fact]
    public async Task The_page_and_the_chat_change_their_language_together_and_what_was_said_stays()
    {
        var page = await browser.OpenAsync(new() { Locale = "es-MX" });
        await page.GotoAsync(bot.Address);
        await page.Locator(".webchat__bubble", new() { HasText = "Soy un programa de computadora" }).WaitForAsync();
        await page.GetByText("ninguna persona ha revisado", new() { Exact = false }).First.WaitForAsync();
        await Choice(page, "Reportar acoso").ClickAsync();
        await Choice(page, "Entiendo, empezar").ClickAsync();
        await Choice(page, "Sí, ahora mismo").WaitForAsync();
        Assert.Empty((await page.RunAxe()).Violations);

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();

        await page.Locator(".webchat__bubble", new() { HasText = "We go on in English" }).WaitForAsync();
        await Choice(page, "Yes, right now").WaitForAsync();
        await page.Locator(".webchat__bubble", new() { HasText = "Entiendo, empezar" }).WaitForAsync();
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "I am not safe right now" }).IsVisibleAsync());
    }

    [Fact]
    public async Task Without_scripts_the_numbers_are_there()
    {
        var page = await browser.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(bot.Address);

        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Call 988" }).First.IsVisibleAsync());
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Text HOME to 741741" }).First.IsVisibleAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "I am not safe right now" }).ClickAsync();
        await IsAtAsync(page, HelpPage());
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Call 911" }).IsVisibleAsync());
    }

    [Theory]
    [InlineData(1200, 860, ColorScheme.Light)]
    [InlineData(390, 780, ColorScheme.Dark)]
    [InlineData(600, 430, ColorScheme.Light)]
    public async Task Everybody_can_use_it_and_it_talks_to_nobody_else(int width, int height, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        List<string> elsewhere = [], errors = [];
        page.Request += (_, request) => { if (!request.Url.StartsWith(bot.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) elsewhere.Add(request.Url); };
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, line) => { if (line.Type == "error") errors.Add(line.Text); };
        await GreetedAsync(page);
        await SayAsync(page);
        Assert.Empty(errors);

        var found = await page.RunAxe();

        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {string.Join(" ", v.Nodes.Select(n => n.Html))}"));
        Assert.Empty(elsewhere);
        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than its window");
        Assert.Equal("[]", await page.EvaluateAsync<string>("JSON.stringify([...document.querySelectorAll('input:not([type=file]), textarea')].filter(e => e.autocomplete !== 'off').map(e => e.outerHTML))"));
    }

    [Fact]
    public async Task Help_and_the_way_out_come_first_by_keyboard_and_the_text_box_can_be_reached()
    {
        var page = await GreetedAsync();
        List<string> reached = [];
        for (var i = 0; i < 30; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent ?? '').trim()"));
        }

        Assert.Equal(["Skip to the chat", "Call 911", "Call 988", "Text 988", "Text HOME to 741741", "I am not safe right now", "Quick exit"], reached.Take(7));
        Assert.Contains("Message input box", reached);
        Assert.Contains("Start over", reached);
    }

    private static Task<string> ConversationAsync(IPage page) => page.EvaluateAsync<string>("JSON.parse(sessionStorage.chat).conversationId");

    private static ILocator Box(IPage page) => page.Locator(".room textarea, .room input[type=text]").First;

    private async Task<IPage> GreetedAsync(IPage? page = null)
    {
        page ??= await browser.OpenAsync();
        // Where quick exit goes: not reachable from a test, and nobody's business.
        await page.RouteAsync(Elsewhere(), route => route.FulfillAsync(new() { Body = "<title>Weather</title>", ContentType = "text/html" }));
        await page.GotoAsync(bot.Address);
        await page.Locator(".webchat__bubble").First.WaitForAsync();
        return page;
    }

    // Asked again and again: waiting for the moment itself misses one that comes before anybody listens for it.
    private static Task IsAtAsync(IPage page, Regex address) =>
        Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = Browser.Patience });

    // Web Chat says each button once more to screen readers, outside of the toolbar.
    private static ILocator Choice(IPage page, string name) => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = name });

    private static async Task SayAsync(IPage page)
    {
        var before = await page.Locator(".webchat__bubble").CountAsync();
        await Box(page).FillAsync(Said);
        await Box(page).PressAsync("Enter");
        await page.Locator(".webchat__bubble").Nth(before + 1).WaitForAsync();
    }

    [GeneratedRegex("^https://")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("/help")]
    private static partial Regex HelpPage();
}
