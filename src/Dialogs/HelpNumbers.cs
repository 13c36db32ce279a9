using System.Text;
using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>Resources as plain lines that read well aloud and can be copied: name, call, text, hours, and whether somebody must confirm it.</summary>
internal static class HelpNumbers
{
    public const string CrisisLines = "crisis-lines";

    /// <summary>The crisis lines. Made from memory only, so that it works when nothing else does.</summary>
    public static string Crisis(DialogContent content, string? schoolId, DateTimeOffset now) =>
        Lines(content, content.District.Resources.List(CrisisLines, content.District.AudienceAt(schoolId, Who.Student), now));

    /// <summary>A named list, or one resource by its id.</summary>
    public static string Of(DialogContent content, string id, string? schoolId, DateTimeOffset now) =>
        Lines(content, content.District.Resources.List(id, content.District.AudienceAt(schoolId, Who.Student), now));

    public static string Topic(DialogContent content, string topic, string? schoolId, DateTimeOffset now) =>
        Lines(content, content.District.Resources.ByTopic(topic, content.District.AudienceAt(schoolId, Who.Student), now).First);

    /// <summary>With when they are open.</summary>
    public static string WithHours(DialogContent content, IEnumerable<ShownResource> resources) => Lines(content, resources, withHours: true);

    public static string Schools(DialogContent content) =>
        string.Join("\n", content.District.Schools.Select(s => $"- {s.Name}: {s.Phone}"));

    private static string Lines(DialogContent content, IEnumerable<ShownResource> resources, bool withHours = false)
    {
        var (phrases, text) = (content.Phrases, new StringBuilder());
        foreach (var (resource, opening, confirm) in resources)
        {
            text.Append("- **").Append(resource.Name).Append("**: ").Append(Ways(resource, phrases));
            if (withHours && opening != Opening.Unknown) text.Append(". ").Append(HoursInWords.Of(resource.Hours, phrases));
            if (opening == Opening.Closed) text.Append(" (").Append(phrases["numbers.closed"]).Append(')');
            if (confirm) text.Append(" (").Append(phrases["numbers.confirm"]).Append(')');
            text.Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static string Ways(Resource resource, Phrases phrases)
    {
        List<string> ways = [];
        var sameNumber = resource.Text is { Word: null } && resource.Text.To == resource.Phone;
        if (resource.Phone is { } phone) ways.Add(phrases.Say(sameNumber ? "numbers.call-or-text" : "numbers.call", ("number", phone)) + (!sameNumber && resource.PhoneNote is { } note ? $", {note}" : ""));
        if (resource.Text is { } line && !sameNumber)
            ways.Add(line.Word is { } word ? phrases.Say("numbers.text-word", ("word", word), ("number", line.To)) : phrases.Say("numbers.text", ("number", line.To)));
        if (ways.Count == 0 && resource.Chat is { } chat) ways.Add(chat);
        if (ways.Count == 0 && resource.Url is { } url) ways.Add(url);
        return string.Join(phrases["numbers.or"], ways);
    }
}
