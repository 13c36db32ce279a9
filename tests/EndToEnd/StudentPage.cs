using Microsoft.Playwright;

namespace SupportBot.EndToEnd;

/// <summary>A student at the web chat, doing only what a student can: typing, pressing, reading.</summary>
internal sealed class StudentPage(IPage page)
{
    public IPage Page => page;

    private ILocator Box => page.GetByRole(AriaRole.Textbox).Last;

    private ILocator Log => page.Locator(".webchat__basic-transcript");

    public static async Task<StudentPage> OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        var student = new StudentPage(page);
        await student.ReadAsync("What would you like to do?");
        return student;
    }

    public async Task TypeAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Presses a suggested answer and waits until it stands in the conversation.</summary>
    public async Task PressAsync(string label)
    {
        var said = page.Locator(".webchat__bubble--from-user", new() { HasText = label });
        var before = await said.CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).First.ClickAsync();
        await said.Nth(before).WaitForAsync();
    }

    /// <summary>Waits until the bot has said this.</summary>
    public Task ReadAsync(string text) => Log.GetByText(text, new() { Exact = false }).Last.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public async Task<bool> OffersAsync(string label) => await page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).CountAsync() > 0;

    /// <summary>Waits for any of these buttons and says which came.</summary>
    public async Task<string> WaitForAnyAsync(params string[] labels)
    {
        var any = labels.Select(l => page.GetByRole(AriaRole.Button, new() { Name = l, Exact = true })).Aggregate((a, b) => a.Or(b));
        await any.First.WaitForAsync();
        foreach (var label in labels)
            if (await OffersAsync(label)) return label;
        throw new InvalidOperationException("The button is gone again.");
    }

    /// <summary>The code as the page shows it.</summary>
    public async Task<string> CodeAsync()
    {
        var code = page.Locator("#code");
        await code.WaitForAsync();
        return (await code.InnerTextAsync()).Trim();
    }
}
