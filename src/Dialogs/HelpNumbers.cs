using System.Globalization;
using System.Text;
using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>Resources as plain lines that read well aloud and can be copied: name, call, text, hours, and whether somebody must confirm it.</summary>
internal static class HelpNumbers
{
    public const string CrisisLines = "crisis-lines";

    /// <summary>The crisis lines. Made from memory only, so that it works when nothing else does.</summary>
    public static string Crisis(DialogContent content, string? schoolId, DateTimeOffset now) =>
        Lines(content.District.Resources.List(CrisisLines, content.District.AudienceAt(schoolId, Who.Student), now));

    /// <summary>A named list, or one resource by its id.</summary>
    public static string Of(DialogContent content, string id, string? schoolId, DateTimeOffset now) =>
        Lines(content.District.Resources.List(id, content.District.AudienceAt(schoolId, Who.Student), now));

    public static string Topic(DialogContent content, string topic, string? schoolId, DateTimeOffset now) =>
        Lines(content.District.Resources.ByTopic(topic, content.District.AudienceAt(schoolId, Who.Student), now).First);

    /// <summary>With when they are open.</summary>
    public static string WithHours(IEnumerable<ShownResource> resources) => Lines(resources, withHours: true);

    public static string Schools(DialogContent content) =>
        string.Join("\n", content.District.Schools.Select(s => $"- {s.Name}: {s.Phone}"));

    private static string Lines(IEnumerable<ShownResource> resources, bool withHours = false)
    {
        var text = new StringBuilder();
        foreach (var (resource, opening, confirm) in resources)
        {
            text.Append("- **").Append(resource.Name).Append("**: ").Append(Ways(resource));
            if (withHours && opening != Opening.Unknown) text.Append(CultureInfo.InvariantCulture, $". {resource.Hours}");
            if (opening == Opening.Closed) text.Append(" (closed right now)");
            if (confirm) text.Append(" (call to confirm)");
            text.Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static string Ways(Resource resource)
    {
        List<string> ways = [];
        var sameNumber = resource.Text is { Word: null } && resource.Text.To == resource.Phone;
        if (resource.Phone is { } phone) ways.Add(sameNumber ? $"call or text {phone}" : $"call {phone}{(resource.PhoneNote is { } note ? $", {note}" : "")}");
        if (resource.Text is { } line && !sameNumber) ways.Add(line.Word is { } word ? $"text {word} to {line.To}" : $"text {line.To}");
        if (ways.Count == 0 && resource.Chat is { } chat) ways.Add(chat);
        if (ways.Count == 0 && resource.Url is { } url) ways.Add(url);
        return string.Join(", or ", ways);
    }
}
