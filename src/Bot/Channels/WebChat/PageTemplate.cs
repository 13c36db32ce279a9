using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>A page of <c>src/Bot/Web</c> with <c>{{names}}</c> to fill in, and <c>{{keys.of-phrases}}</c>.</summary>
internal sealed partial class PageTemplate
{
    // Letters of every language stay as they are: encoded, a page in Chinese would be five times as long.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private readonly string _text;

    /// <exception cref="InvalidOperationException">The program was built without this page.</exception>
    public PageTemplate(string name)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The page {name} is not part of this build.");
        using var reader = new StreamReader(stream);
        _text = reader.ReadToEnd();
    }

    /// <summary>Every value must be HTML already: text through <see cref="Encode"/>. Phrases are text.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values, Phrases phrases) =>
        Place().Replace(_text, match => match.Groups[1].Value.Contains('.', StringComparison.Ordinal) ? Encode(phrases[match.Groups[1].Value]) : values[match.Groups[1].Value]);

    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>List items, one for each way to reach somebody.</summary>
    public static string Chips(IEnumerable<HelpLine> lines, Phrases phrases) =>
        string.Join('\n', lines.SelectMany(l => l.Ways(phrases)).Select(w => $"      <li>{Link(w)}</li>"));

    /// <summary>A list with what each line is for.</summary>
    public static string List(IEnumerable<HelpLine> lines, Phrases phrases) =>
        $"<ul>\n{string.Join('\n', lines.Select(l => $"<li><strong>{Encode(l.Name)}</strong> {Encode(l.Purpose.In(phrases.Language))}<br>{string.Concat(l.Ways(phrases).Select(Link))}</li>"))}\n</ul>";

    /// <summary>A link for each language in its own name; the one of the page is marked.</summary>
    public static string Languages(Phrasebook book, Phrases now) =>
        string.Join('\n', book.All.Select(p => $"      <li><a href=\"?lang={p.Language}\" lang=\"{p.Language}\" hreflang=\"{p.Language}\"{(p == now ? " aria-current=\"true\"" : "")}>{Encode(p.Name)}</a></li>"));

    private static string Link(HelpWay way) => $"<a href=\"{Encode(way.Address)}\">{Encode(way.Label)}</a>";

    [GeneratedRegex(@"\{\{([\w.-]+)\}\}")]
    private static partial Regex Place();
}
