using System.Text;
using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>Resources as plain lines that read well aloud and can be copied: name, call, text, chat, hours, and whether somebody must confirm it.</summary>
internal static class HelpNumbers
{
    public const string CrisisLines = "crisis-lines";

    /// <summary>The crisis lines, and the people of the school where it is known. Made from memory only, so that it works when nothing else does.</summary>
    public static string Crisis(DialogContent content, string? schoolId, DateTimeOffset now) => Of(content, CrisisLines, schoolId, now);

    /// <summary>That words worry the program, and whom to reach.</summary>
    public static string Alarm(DialogContent content, string? schoolId, DateTimeOffset now) => content.Phrases.Say("help.alarm", ("numbers", Crisis(content, schoolId, now)));

    /// <summary>A named list. Whoever needs one is in a hurry: how to call, text or chat, and no more.</summary>
    public static string Of(DialogContent content, string id, string? schoolId, DateTimeOffset now)
    {
        var lines = Lines(content.District.Resources.List(id, content.District.AudienceAt(schoolId, Who.Student), now), content.Phrases, isShort: true, (_, _) => []);
        return id == CrisisLines && schoolId is not null && content.District.School(schoolId) is { } school
            ? $"{lines}\n- {content.Phrases.Say("numbers.school", ("school", school.Name), ("number", school.Phone))}"
            : lines;
    }

    public static string Topic(DialogContent content, string topic, string? schoolId, DateTimeOffset now) =>
        Lines(content.District.Resources.ByTopic(topic, content.District.AudienceAt(schoolId, Who.Student), now).First, content.Phrases, isShort: false, Terms);

    /// <summary>With when they are open, what they are for, and on what terms.</summary>
    public static string Whole(DialogContent content, IEnumerable<ShownResource> resources) =>
        Lines(resources, content.Phrases, isShort: false, (resource, phrases) => [resource.Purpose.In(phrases.Language), .. Noted(resource, phrases), .. Terms(resource, phrases)], withHours: true);

    public static string Schools(DialogContent content) =>
        string.Join("\n", content.District.Schools.Select(s => $"- {s.Name}: {s.Phone}"));

    /// <param name="then">Sentences that follow how it is reached.</param>
    private static string Lines(IEnumerable<ShownResource> resources, Phrases phrases, bool isShort, Func<Resource, Phrases, IEnumerable<string>> then, bool withHours = false)
    {
        var text = new StringBuilder();
        foreach (var (resource, opening, confirm) in resources)
        {
            text.Append("- **").Append(resource.Name).Append("**: ").Append(Ways(resource, phrases, isShort));
            if (withHours && opening != Opening.Unknown) text.Append(". ").Append(Begun(HoursInWords.Of(resource.Hours, phrases), phrases));
            if (opening == Opening.Closed) text.Append(" (").Append(phrases["numbers.closed"]).Append(')');
            if (confirm) text.Append(" (").Append(phrases["numbers.confirm"]).Append(')');
            if (then(resource, phrases).ToList() is { Count: > 0 } more) text.Append(". ").AppendJoin(' ', more);
            text.Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    // As the beginning of a sentence.
    private static string Begun(string text, Phrases phrases) => text.Length == 0 ? text : $"{char.ToUpper(text[0], phrases.Culture)}{text[1..]}";

    // What somebody must know before they reach out: what to text, a second number, whether to call and confirm.
    private static IEnumerable<string> Noted(Resource resource, Phrases phrases) => resource.Note is { } note ? [note.In(phrases.Language)] : [];

    // No more than the entry says: where it is silent, nothing is promised.
    private static IEnumerable<string> Terms(Resource resource, Phrases phrases)
    {
        if (resource.IsFree) yield return $"{phrases["numbers.free"]}.";
        else if (resource.Cost is { } cost) yield return cost.In(phrases.Language);
        if (resource.ConfidentialNote is { } note) yield return note.In(phrases.Language);
    }

    private static string Ways(Resource resource, Phrases phrases, bool isShort)
    {
        List<string> ways = [];
        var sameNumber = resource.Text is { Word: null } && resource.Text.To == resource.Phone;
        if (resource.Phone is { } phone) ways.Add(phrases.Say(sameNumber ? "numbers.call-or-text" : "numbers.call", ("number", phone)) + (resource.PhoneNote is { } note ? $" ({note.In(phrases.Language).TrimEnd('.')})" : ""));
        if (resource.Text is { } line && !sameNumber)
            ways.Add(line.Word is { } word ? phrases.Say("numbers.text-word", ("word", word), ("number", line.To)) : phrases.Say("numbers.text", ("number", line.To)));
        if (resource.Chat is { } chat) ways.Add(phrases.Say("numbers.chat", ("link", chat)));
        // A page is read, and somebody in a hurry wants to be heard.
        if (resource.Url is { } url && (!isShort || ways.Count == 0)) ways.Add(phrases.Say("numbers.web", ("link", url)));
        if (ways.Count == 0 && resource.Mail is { } mail) ways.Add(mail);
        return string.Join(phrases["numbers.or"], ways);
    }
}
