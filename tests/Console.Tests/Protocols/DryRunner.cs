using AngleSharp.Dom;

namespace SupportBot.Console.Tests;

/// <summary>Somebody who tries a protocol in a browser without scripts: fills in the form of the page and presses its buttons.</summary>
internal sealed class DryRunner(Visitor visitor, string protocol)
{
    public string Path => $"/console/protocols/{protocol}/try";

    public Answer Now { get; private set; } = null!;

    public IElement Main => Now.Page.QuerySelector("main")!;

    public string Sealed => Now.Page.QuerySelector("input[name=run]")!.GetAttribute("value")!;

    /// <summary>The lines so far, oldest first, with single spaces.</summary>
    public IReadOnlyList<string> Lines => [.. Main.QuerySelectorAll(".lines > li").Select(Words)];

    public string Heading => Words(Main.QuerySelector("#now")!);

    public IReadOnlyList<string> Buttons => [.. Main.QuerySelectorAll("form.try button").Select(Words)];

    public IReadOnlyList<string> Walked => [.. Main.QuerySelectorAll(".steps .walked .step-id").Select(s => s.TextContent)];

    public static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<DryRunner> StartAsync(string language = "en")
    {
        Now = await visitor.GetAsync(Path);
        return await SendAsync("start", [("language", language)]);
    }

    /// <summary>Presses the button of that text, with these fields filled in.</summary>
    public Task<DryRunner> PressAsync(string button, params (string Name, string Value)[] fields) =>
        SendAsync(Main.QuerySelectorAll("form.try button").First(b => Words(b) == button).GetAttribute("value")!, fields);

    /// <summary>Picks the choice with that label, and answers.</summary>
    public Task<DryRunner> PickAsync(string label)
    {
        var choice = Main.QuerySelectorAll(".choice").First(c => c.QuerySelector("label")?.TextContent == label).QuerySelector("input")!;
        return PressAsync("Answer", (choice.GetAttribute("name")!, choice.GetAttribute("value")!));
    }

    /// <param name="fields">instead of what the page carries, where the names are the same</param>
    public async Task<DryRunner> SendAsync(string button, IEnumerable<(string, string)> fields)
    {
        var form = Now.Page.QuerySelector("form.try")!;
        var kept = form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!));
        var language = form.QuerySelector("select[name=language] option[selected]")?.GetAttribute("value");
        IEnumerable<(string, string)> sent = [.. kept.Where(k => fields.All(f => f.Item1 != k.Item1)), .. fields, ("do", button)];
        if (language is not null && fields.All(f => f.Item1 != "language")) sent = sent.Append(("language", language));
        Now = await visitor.PostBareAsync(Path, sent);
        return this;
    }
}
