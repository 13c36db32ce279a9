using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SupportBot.Bot.Tests.StaffConsole;

/// <summary>Somebody of staff at the console, in a browser without scripts: fills in the form that a button stands in, and presses it.</summary>
internal sealed class Desk : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new CookieContainer() });

    /// <summary>Never null once signed in.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path of the page that is shown.</summary>
    public string Path { get; private set; } = "";

    public string Text => Words(Page.QuerySelector("main")!);

    /// <summary>What was said last.</summary>
    public string Said => Page.QuerySelector("#said") is { } said ? Words(said) : "";

    /// <summary>What is open now.</summary>
    public string Now => Words(Page.QuerySelector(".now")!);

    public static async Task<Desk> SitDownAsync(Uri at, string person)
    {
        var desk = new Desk();
        desk._http.BaseAddress = at;
        await desk.GoAsync("/console/sign-in");
        await desk.SendAsync("/console/sign-in", [("person", person), ("to", "/console/steps"), ("form-token", desk.Token)]);
        return desk;
    }

    public static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<Desk> GoAsync(string path) => await ShowAsync(await _http.GetAsync(path));

    /// <summary>Begins a protocol from the list.</summary>
    public async Task BeginAsync(string title)
    {
        await GoAsync("/console/steps");
        var row = Page.QuerySelectorAll(".rows li").First(r => r.QuerySelector("form[action$='/begin']") is not null && Words(r).StartsWith(title, StringComparison.Ordinal));
        await SubmitAsync(row.QuerySelector("button")!, []);
    }

    /// <summary>Presses a button by its words, with these fields filled in; every other field stays as the page has it.</summary>
    public Task PressAsync(string button, params (string Name, string Value)[] fields) => SubmitAsync(ButtonOf(button), fields);

    /// <summary>The same press from a page that was opened before: as another tab, or as a second click.</summary>
    public Task PressAsync(IHtmlDocument page, string button, params (string Name, string Value)[] fields) => SubmitAsync(ButtonIn(page, button), fields);

    /// <summary>Posts what a page's button would not.</summary>
    public Task PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(path, [.. fields, ("form-token", Token)]);

    public bool Has(string button) => Page.QuerySelectorAll("main button").Any(b => Words(b) == button);

    public void Dispose() => _http.Dispose();

    public string Token => Page.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;

    private IElement ButtonOf(string button) => ButtonIn(Page, button);

    private static IElement ButtonIn(IHtmlDocument page, string button) =>
        page.QuerySelectorAll("main button").FirstOrDefault(b => Words(b) == button) ?? throw new InvalidOperationException($"No button says {button}: {Words(page.QuerySelector("main")!)}");

    private Task SubmitAsync(IElement button, (string Name, string Value)[] fields)
    {
        var form = button.Closest("form")!;
        var there = form.QuerySelectorAll("input, select, textarea").SelectMany(ValuesOf).Where(f => fields.All(g => g.Name != f.Name));
        IEnumerable<(string, string)> pressed = button.GetAttribute("name") is { } name ? [(name, button.GetAttribute("value")!)] : [];
        return SendAsync(button.GetAttribute("formaction") ?? form.GetAttribute("action")!, [.. there, .. fields, .. pressed]);
    }

    private static IEnumerable<(string Name, string Value)> ValuesOf(IElement input)
    {
        if (input.GetAttribute("name") is not { Length: > 0 } name) yield break;
        switch (input)
        {
            case IHtmlSelectElement select:
                yield return (name, select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "");
                break;
            case IHtmlTextAreaElement area:
                yield return (name, area.TextContent);
                break;
            case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                if (box.IsDefaultChecked) yield return (name, box.GetAttribute("value")!);
                break;
            default:
                yield return (name, input.GetAttribute("value") ?? "");
                break;
        }
    }

    private async Task SendAsync(string path, IEnumerable<(string Name, string Value)> fields) =>
        await ShowAsync(await _http.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))));

    private async Task<Desk> ShowAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            (Status, Path) = (answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery);
            Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        }

        return this;
    }
}
