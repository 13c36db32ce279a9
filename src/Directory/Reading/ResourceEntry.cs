using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads one resource and checks what would mislead a person who calls it.</summary>
internal static class ResourceEntry
{
    /// <param name="reviewed">Languages of the page that a person has reviewed.</param>
    public static Resource Read(YamlMap entry, string id, IReadOnlyList<string> reviewed)
    {
        entry.RefuseUnknownKeys(
            "id", "name", "purpose", "who", "phone", "phone-note", "tty", "text", "chat", "url", "mail", "hours", "time-zone", "languages", "areas", "note",
            "confidential-note", "shared-phone-warning", "only-when-open", "source", "confidence", "status", "state", "show-unconfirmed", "last-verified", "review-every-days", "keywords", "grades", "cost");
        var resource = new Resource
        {
            Id = id,
            Name = entry.Text("name"),
            Purpose = Fields.Wording(entry, "purpose"),
            Who = Whom(entry),
            Phone = Fields.Phone(entry, "phone", shortAllowed: true),
            PhoneNote = Fields.OptionalWording(entry, "phone-note"),
            Tty = Fields.Phone(entry, "tty", shortAllowed: true),
            Text = Text(entry.OptionalMap("text")),
            Chat = Address(entry, "chat"),
            Url = Address(entry, "url"),
            Mail = entry.Has("mail") ? Fields.Mail(entry) : null,
            Hours = Hours(entry),
            Languages = entry.Texts("languages"),
            Areas = entry.Texts("areas"),
            Note = Fields.OptionalWording(entry, "note"),
            ConfidentialNote = Fields.OptionalWording(entry, "confidential-note"),
            SharedPhoneWarning = entry.Flag("shared-phone-warning"),
            OnlyWhenOpen = entry.Flag("only-when-open"),
            Source = entry.Text("source"),
            Confidence = Grade(entry),
            Status = entry.Choice<ResourceStatus>("status"),
            State = entry.OptionalChoice<ResourceState>("state") ?? ResourceState.Active,
            ShowUnconfirmed = entry.Flag("show-unconfirmed"),
            LastVerified = entry.OptionalDate("last-verified"),
            ReviewEveryDays = entry.OptionalNumber("review-every-days") ?? 90,
            Keywords = entry.OptionalTexts("keywords"),
            Grades = Bands(entry),
            IsFree = IsFree(entry),
            Cost = IsFree(entry) ? null : Fields.OptionalWording(entry, "cost"),
            Reviewed = reviewed,
        };
        Check(entry, resource);
        return resource;
    }

    private static void Check(YamlMap entry, Resource resource)
    {
        if (resource is { Phone: null, Text: null, Chat: null, Url: null, Mail: null } && resource.State != ResourceState.Closed)
            entry.Fault("it gives no way to reach anybody", "add phone, text, chat, url or mail, or set state: closed");
        if (resource.Confidence == Confidence.C && resource.Status == ResourceStatus.Found)
            entry.KeyNode("status").Fault("an entry of confidence C is not verified", "write status: verify");
        if (resource.Confidence == Confidence.C && resource.LastVerified is not null)
            entry.KeyNode("last-verified").Fault("an entry of confidence C cannot have been verified", "raise the confidence with a source, or remove last-verified");
        if (resource is { Status: not ResourceStatus.Verify, LastVerified: null, State: not ResourceState.Closed })
            entry.Fault("it says it was found but not when it was last verified", "add last-verified: \"2026-11-01\", or write status: verify");
        if (resource.ReviewEveryDays is < 1 or > 366)
            entry.KeyNode("review-every-days").Fault("a review must come within a year", "write a number of days from 1 to 366");
        if (resource is { OnlyWhenOpen: true, Hours: { IsAlways: false, Times.Count: 0 } })
            entry.KeyNode("only-when-open").Fault("it is to be shown only while open, but its hours are not known", "give hours, or remove only-when-open");
        var words = $"{string.Join(' ', resource.Texts.SelectMany(t => t.Text.Texts.Values))} {resource.Text?.Word}".ToLowerInvariant();
        if (resource.Phone == "988" && (words.Contains("press 3", StringComparison.Ordinal) || words.Contains("pride", StringComparison.Ordinal)))
            entry.Fault("988 \"press 3\" and PRIDE ended on 17 July 2025", "remove it, and point to the Trevor Project instead");
    }

    // Said by the program in every language it speaks, so nobody has to translate it.
    private static bool IsFree(YamlMap entry) => entry["cost"] is YamlScalar { Value: "free" };

    private static TextLine? Text(YamlMap? line)
    {
        if (line is null) return null;
        line.RefuseUnknownKeys("word", "to");
        return new TextLine(line.OptionalText("word"), (line.Text("to"), Fields.Phone(line, "to", shortAllowed: true)).Item2 ?? "");
    }

    private static string? Address(YamlMap entry, string key)
    {
        if (entry.OptionalText(key) is not { } address) return null;
        if (address.Contains("://", StringComparison.Ordinal) || !address.Contains('.', StringComparison.Ordinal) || address.Contains(' ', StringComparison.Ordinal))
            entry[key]!.Fault($"{key} \"{address}\" is not an address as we write it", "write it without https://, such as 988lifeline.org");
        return address;
    }

    private static OpeningHours Hours(YamlMap entry)
    {
        if (entry["hours"] is not YamlList)
            switch (entry.Text("hours"))
            {
                case "always": return OpeningHours.Always;
                case "unknown" or "": return OpeningHours.Unknown;
                default:
                    entry["hours"]!.Fault("hours are not understood", "write always, unknown, or a list of { days, from, to }");
                    return OpeningHours.Unknown;
            }
        var times = new List<OpenTime>();
        foreach (var row in entry.Maps("hours"))
        {
            row.RefuseUnknownKeys("days", "from", "to");
            times.Add(new OpenTime(Fields.Days(row), row.Time("from"), row.Time("to")));
        }
        return OpeningHours.Weekly(times, Fields.TimeZone(entry));
    }

    private static List<Who> Whom(YamlMap entry)
    {
        var who = new List<Who>();
        foreach (var node in entry.List("who").TextNodes())
            if (Enum.TryParse<Who>(node.Value, ignoreCase: true, out var one) && Enum.IsDefined(one)) who.Add(one);
            else node.Fault($"\"{node.Value}\" is nobody we know", "write student, family or staff");
        return who;
    }

    private static List<string> Bands(YamlMap entry)
    {
        foreach (var node in entry.OptionalList("grades")?.TextNodes() ?? [])
            if (!Resource.GradeBands.Contains(node.Value)) node.Fault($"there is no grade band \"{node.Value}\"", $"write {string.Join(", ", Resource.GradeBands)}");
        return [.. entry.OptionalTexts("grades").Where(Resource.GradeBands.Contains)];
    }

    private static Confidence Grade(YamlMap entry)
    {
        var grade = entry.Text("confidence");
        if (Enum.TryParse<Confidence>(grade, out var confidence) && Enum.IsDefined(confidence)) return confidence;
        if (grade.Length > 0) entry["confidence"]!.Fault($"there is no confidence \"{grade}\"", "write A for an official page, B for a secondary source, C for hearsay");
        return Confidence.C;
    }
}
