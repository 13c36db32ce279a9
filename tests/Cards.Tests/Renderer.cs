using System.Formats.Tar;
using System.IO.Compression;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SupportBot.Tests;

namespace SupportBot.Cards.Tests;

/// <summary>The official JavaScript renderer in a browser without a network. Skips where one of them is missing.</summary>
public sealed class Renderer : IAsyncLifetime
{
    private const string Page = """
        async ({ card, hostConfig, width }) => {
          const config = new AdaptiveCards.HostConfig(hostConfig);
          const adaptive = new AdaptiveCards.AdaptiveCard();
          adaptive.hostConfig = config;
          const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
          adaptive.parse(card, context);
          const events = [];
          for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
          events.push(...adaptive.validateProperties().validationEvents.map(e => e.message));
          const frame = document.getElementById('card');
          frame.style.width = width + 'px';
          frame.replaceChildren(adaptive.render());
          return { events, text: frame.innerText, startsAtRight: (() => {
              const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
              let node; do { node = walker.nextNode(); } while (node && !node.data.trim());
              if (!node) return false;
              const range = document.createRange(); range.selectNodeContents(node);
              const text = range.getBoundingClientRect(), box = frame.getBoundingClientRect();
              return box.right - text.right < text.left - box.left;
            })(), headings: [...frame.querySelectorAll('[role=heading]')].map(h => h.innerText), overflows: [...frame.querySelectorAll("*")].some(e => e.getBoundingClientRect().right > frame.getBoundingClientRect().right - 8 && e.tagName === "BUTTON" || e.scrollWidth > e.clientWidth + 1) };
        }
        """;

    private static readonly string Package = Path.Combine(AppContext.BaseDirectory, "adaptivecards.tgz");
    private static readonly Lazy<string> Script = new(RendererScript);

    private readonly Dictionary<int, IPage> pages = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? ChromiumPath { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (ChromiumPath is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumPath, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Draws the card with Teams' own settings and leaves a picture beside the tests.</summary>
    public async Task<Drawn> DrawAsync(string cardJson, string theme, int width, string picture)
    {
        if (browser is null) Assert.Skip("No Chromium: set CHROMIUM or install /usr/bin/chromium.");
        if (!File.Exists(Package)) Assert.Skip("The adaptivecards package could not be fetched with npm at build.");
        var hostConfig = theme == "contrast" ? HighContrast.HostConfig() : await File.ReadAllTextAsync(CardSchema.PathOf($"teams-hostconfig-{theme}.json"));
        if (!pages.TryGetValue(width, out var page))
            pages.Add(width, page = await OpenAsync(browser, width));
        // Afresh for every card: the renderer checks "lang" with a pattern that remembers, and refuses every second card of a page.
        await page.SetContentAsync("<!doctype html><html lang=en><head><style>body { margin: 16px; background: #8a8a8a } main { background: #fff }</style></head><body><main id=card></main></body></html>");
        await page.AddScriptTagAsync(new() { Content = Script.Value });
        var drawn = await page.EvaluateAsync<Drawn>($"([card, hostConfig, width]) => ({Page})({{ card: JSON.parse(card), hostConfig: JSON.parse(hostConfig), width }})", new object[] { cardJson, hostConfig, width });
        // Another theme changes the colours and nothing else.
        var options = new AxeRunOptions { RunOnly = theme == "light" ? null : new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };
        var barriers = width >= 480 ? (await page.Locator("#card").RunAxe(options)).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}") : [];
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pictures", $"{picture}-{theme}-{width}.png"), FullPage = true });
        return drawn with { Barriers = [.. barriers] };
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, int width)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width + 32, Height = 320 }, Locale = "en-US", TimezoneId = "America/Los_Angeles", Offline = true });
        return await context.NewPageAsync();
    }

    private static string RendererScript()
    {
        using var unzipped = new GZipStream(File.OpenRead(Package), CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (tar.GetNextEntry() is { } entry)
            if (entry.Name == "package/dist/adaptivecards.min.js")
                return new StreamReader(entry.DataStream!).ReadToEnd();
        throw new InvalidOperationException("The package holds no adaptivecards.min.js.");
    }

    public sealed record Drawn
    {
        public string[] Events { get; init; } = [];

        public string Text { get; init; } = "";

        /// <summary>True where the first text stands nearer to the right edge than to the left.</summary>
        public bool StartsAtRight { get; init; }

        public string[] Headings { get; init; } = [];

        /// <summary>What axe finds; it looks at the wide pictures only, because width is nothing to it.</summary>
        public string[] Barriers { get; init; } = [];

        /// <summary>True where something is wider than the card.</summary>
        public bool Overflows { get; init; }
    }
}
