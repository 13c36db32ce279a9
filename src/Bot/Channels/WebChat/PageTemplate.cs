using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>A page of <c>src/Bot/Web</c> with <c>{{names}}</c> to fill in.</summary>
internal sealed partial class PageTemplate
{
    private readonly string _text;

    /// <exception cref="InvalidOperationException">The program was built without this page.</exception>
    public PageTemplate(string name)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The page {name} is not part of this build.");
        using var reader = new StreamReader(stream);
        _text = reader.ReadToEnd();
    }

    /// <summary>Every value must be HTML already: text through <see cref="Encode"/>.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) => Place().Replace(_text, match => values[match.Groups[1].Value]);

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>List items, one for each way to reach somebody.</summary>
    public static string Chips(IEnumerable<HelpLine> lines) =>
        string.Join('\n', lines.SelectMany(l => l.Ways).Select(w => $"      <li>{Link(w)}</li>"));

    /// <summary>A list with what each line is for.</summary>
    public static string List(IEnumerable<HelpLine> lines) =>
        $"<ul>\n{string.Join('\n', lines.Select(l => $"<li><strong>{Encode(l.Name)}</strong> {Encode(l.Purpose)}<br>{string.Concat(l.Ways.Select(Link))}</li>"))}\n</ul>";

    private static string Link(HelpWay way) => $"<a href=\"{Encode(way.Address)}\">{Encode(way.Label)}</a>";

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();
}
