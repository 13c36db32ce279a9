using Microsoft.Playwright;

namespace SupportBot.EndToEnd;

/// <summary>Somebody's chat with the bot in the Agents Playground.</summary>
internal sealed class PlaygroundPage
{
    private readonly IPage _page;

    private PlaygroundPage(IPage page) => _page = page;

    // Inputs of cards are text boxes too; the one to write in comes first.
    private ILocator Box => _page.Locator("div[role=textbox]").First;

    private ILocator Cards => _page.Locator(".ac-adaptiveCard");

    public static async Task<PlaygroundPage> OpenAsync(Browser browser, Playground playground)
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = 1300, Height = 950 } });
        // It asks for fonts elsewhere; nothing of this test leaves the machine.
        await page.RouteAsync(url => !new Uri(url).IsLoopback, route => route.AbortAsync());
        await page.GotoAsync(playground.Address);
        var chat = new PlaygroundPage(page);
        await chat.Box.WaitForAsync();
        return chat;
    }

    public async Task SayAsync(string words)
    {
        await Box.ClickAsync();
        await _page.Keyboard.InsertTextAsync(words);
        await _page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Waits until the chat says something.</summary>
    public Task ReadAsync(string words) => _page.GetByText(words).Last.WaitForAsync();

    /// <summary>The newest card that says something.</summary>
    public ILocator Card(string words) => Cards.Filter(new() { HasText = words }).Last;

    public static Task PressAsync(ILocator card, string button) => card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task<int> CountAsync() => Cards.CountAsync();

    public Task<string> TextAsync() => _page.Locator("body").InnerTextAsync();

    /// <summary>A picture of the chat, where the environment variable SUPPORTBOT_PICTURES names a folder for it.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SUPPORTBOT_PICTURES") is { Length: > 0 } folder)
            await _page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}
