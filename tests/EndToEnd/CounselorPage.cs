using Microsoft.Playwright;

namespace SupportBot.EndToEnd;

/// <summary>A counselor at the console.</summary>
internal sealed class CounselorPage(IPage page, string address)
{
    public IPage Page => page;

    public async Task SignInAsync(string name)
    {
        await page.GotoAsync($"{address}/console/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" }).WaitForAsync();
    }

    /// <summary>Waits until an alert is in the inbox.</summary>
    public async Task WaitForAlertAsync()
    {
        for (var tries = 0; tries < 40; tries++)
        {
            await page.GotoAsync($"{address}/console");
            if (await page.Locator("article.alert").CountAsync() > 0) return;
            await Task.Delay(500);
        }

        throw new TimeoutException("No alert came.");
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public async Task<string> TextAsync() => await page.Locator("main").InnerTextAsync();

    /// <summary>Finishes every open task with the first choice of each list and a plain sentence in each box. Of what asks how it is weeks later the student has left, which is answered at once.</summary>
    public async Task FinishTasksAsync()
    {
        for (var most = 0; most < 30; most++)
        {
            var task = page.Locator("details.task", new() { Has = page.GetByRole(AriaRole.Button, new() { Name = "Task is done", IncludeHidden = true }) }).First;
            if (await task.CountAsync() == 0) return;
            if (await task.GetAttributeAsync("open") is null) await task.Locator("summary").ClickAsync();
            var form = task.Locator("form[action$='/task']");
            // A choice may bring further questions to light.
            var waits = (await task.InnerTextAsync()).Contains("it can be finished from", StringComparison.Ordinal);
            for (var i = 0; i < await form.Locator("fieldset:visible").CountAsync(); i++)
            {
                var choices = form.Locator("fieldset:visible").Nth(i);
                var left = choices.Locator("input[value='left']");
                await (waits && await left.CountAsync() > 0 ? left : choices.Locator("input").First).CheckAsync();
            }

            foreach (var box in await form.Locator("textarea:visible").AllAsync()) await box.FillAsync("Done as planned.");
            foreach (var day in await form.Locator("input[type=date]:visible").AllAsync()) await day.FillAsync("2026-12-01");
            var before = await page.Locator("details.task").CountAsync();
            await form.GetByRole(AriaRole.Button, new() { Name = "Task is done" }).ClickAsync();
            await page.Locator("p.note[role=status], #refused").First.WaitForAsync();
            if (await page.Locator("#refused").CountAsync() > 0) throw new InvalidOperationException(await page.Locator("#refused").InnerTextAsync());
            Assert.True(await page.Locator("details.task").CountAsync() <= before);
        }
    }

    public async Task MoveAsync(string state)
    {
        await page.Locator($"#move-{state}").CheckAsync();
        await PressAsync("Move the case");
        if (await page.Locator("#refused").CountAsync() > 0) throw new InvalidOperationException(await page.Locator("#refused").InnerTextAsync());
    }
}
