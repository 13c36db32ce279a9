using System.Text.RegularExpressions;
using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Values that several directory files share: phone numbers, weekdays, hours, time zones, jurisdictions.</summary>
internal static partial class Fields
{
    private static readonly string[] DayWords = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static string? Phone(YamlMap entry, string key, bool shortAllowed = false)
    {
        if (entry.OptionalText(key) is not { } phone) return null;
        if (PersonChecks.Phone(phone, key) is not { } wrong || shortAllowed && ShortNumber().IsMatch(phone)) return phone;
        entry[key]!.Fault(wrong.What, wrong.Cure);
        return null;
    }

    public static string Jurisdiction(YamlMap entry)
    {
        var jurisdiction = entry.Text("jurisdiction");
        if (jurisdiction.Length > 0 && !School.AllJurisdictions.Contains(jurisdiction))
            entry["jurisdiction"]!.Fault($"there is no jurisdiction \"{jurisdiction}\"", $"write {string.Join(" or ", School.AllJurisdictions)}");
        return jurisdiction;
    }

    public static string TimeZone(YamlMap entry, string key = "time-zone")
    {
        var zone = entry.Text(key);
        if (zone.Length == 0 || LocalClock.Knows(zone)) return zone.Length == 0 ? "UTC" : zone;
        entry[key]!.Fault($"\"{zone}\" is not a time zone", "write an IANA name, such as America/Los_Angeles");
        return "UTC";
    }

    /// <summary>A person's name, of which at least one word remains when text is compared.</summary>
    public static string Name(YamlMap entry)
    {
        var name = entry.Text("name");
        if (name.Length > 0 && PersonChecks.Name(name) is { } wrong) entry["name"]!.Fault(wrong.What, wrong.Cure);
        return name;
    }

    public static string Mail(YamlMap entry)
    {
        var mail = entry.Text("mail");
        if (mail.Length > 0 && PersonChecks.Mail(mail) is { } wrong) entry["mail"]!.Fault(wrong.What, wrong.Cure);
        return mail;
    }

    /// <summary>Object id of an account in Microsoft Entra; null where none is named or it is none.</summary>
    public static string? EntraId(YamlMap entry)
    {
        if (entry.OptionalText("entra-id") is not { } text) return null;
        if (PersonChecks.EntraId(text) is not { } wrong) return text.ToLowerInvariant();
        entry["entra-id"]!.Fault(wrong.What, wrong.Cure);
        return null;
    }

    /// <summary>mon ... sun, weekdays, weekend, every-day.</summary>
    public static IReadOnlyList<DayOfWeek> Days(YamlMap entry)
    {
        var days = new List<DayOfWeek>();
        foreach (var node in entry.List("days").TextNodes())
        {
            var index = Array.IndexOf(DayWords, node.Value);
            var meant = index >= 0 ? [(DayOfWeek)index] : node.Value switch
            {
                "weekdays" => [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
                "weekend" => [DayOfWeek.Saturday, DayOfWeek.Sunday],
                "every-day" => Enum.GetValues<DayOfWeek>(),
                _ => Array.Empty<DayOfWeek>(),
            };
            if (meant.Length == 0) node.Fault($"\"{node.Value}\" is not a day of the week", "write mon, tue, wed, thu, fri, sat, sun, weekdays, weekend or every-day");
            foreach (var day in meant)
                if (days.Contains(day)) node.Fault($"{DayWords[(int)day]} stands here twice", "name each day once");
                else days.Add(day);
        }
        return days;
    }

    /// <summary>Opening hours of a week: a list of <c>{ days, from, to }</c>. Faulty hours come back as Monday to Friday.</summary>
    public static WeekHours Week(YamlMap entry, string key)
    {
        var hours = new Dictionary<DayOfWeek, DayHours>();
        foreach (var row in entry.Maps(key))
        {
            row.RefuseUnknownKeys("days", "from", "to");
            var (from, to) = (row.Time("from"), row.Time("to"));
            if (to <= from && row.Has("to")) row["to"]!.Fault("it closes before it opens", "write a later time for to");
            foreach (var day in Days(row))
                if (!hours.TryAdd(day, new DayHours(from, to))) row.Fault($"{day} has hours twice", "give each day hours once");
        }
        if (hours.Count == 0 || hours.Values.Any(h => h.Closes <= h.Opens))
        {
            if (hours.Count == 0) entry.KeyNode(key).Fault($"{key} names no open day", "add a row such as { days: [weekdays], from: \"08:00\", to: \"15:30\" }");
            return WeekHours.Weekdays(new TimeOnly(8, 0), new TimeOnly(16, 0));
        }
        return new WeekHours(hours);
    }

    /// <summary>Faults a period that ends before it begins; true where it is in order.</summary>
    public static bool InOrder(YamlMap entry, DateOnly from, DateOnly to, string toKey = "to")
    {
        if (to >= from) return true;
        entry.KeyNode(toKey).Fault($"it ends on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}", "put the earlier day first");
        return false;
    }

    [GeneratedRegex("^(?:[2-9]11|988|[0-9]{5,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortNumber();

    /// <summary>A map of languages, with those among them that no text may be without; one text alone counts as English, and the others are missed.</summary>
    public static Wording Wording(YamlMap row, string key)
    {
        var wording = row[key] is YamlMap ? new(row.TextsByLanguage(key)) : Directory.Wording.OfEnglish(row.Text(key));
        // What has no text at all has been told already.
        if (wording.Has(Directory.Wording.English) && wording.ToString().Length > 0)
            foreach (var language in Directory.Wording.Needed.Where(l => !wording.Has(l)))
                row.KeyNode(key).Fault($"{key} is not there in \"{language}\"", $"translate it: {key}: {{ en: \"…\", {language}: \"…\" }}");
        return wording;
    }

    public static Wording? OptionalWording(YamlMap row, string key) => row.Has(key) ? Wording(row, key) : null;
}
