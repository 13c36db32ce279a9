using System.Globalization;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>How a version stands, as staff read it: its status, who may start it, its languages.</summary>
public sealed class ProtocolWords(District district, ProtocolShelf shelf)
{
    /// <summary>A role inside a sentence: <c>duty counselor</c>.</summary>
    public string Role(string id) => district.Role(id)?.Title.ToLowerInvariant() ?? id;

    public string RoleTitle(string id) => district.Role(id)?.Title ?? id;

    public bool IsInUse(Protocol protocol, DateOnly today) => shelf.Startable(protocol.Id, today)?.Key == protocol.Key;

    public string Status(Protocol protocol, DateOnly today) => (protocol.Status, IsInUse(protocol, today)) switch
    {
        _ when shelf.IsRecalled(protocol.Key) => "Recalled",
        (ProtocolStatus.Draft, _) => "Draft: not in use",
        (ProtocolStatus.Retired, _) => "Retired",
        (_, true) => "In use",
        _ when protocol.EffectiveFrom > today => $"In use from {SchoolTime.Day(protocol.EffectiveFrom.Value)}",
        _ when protocol.EffectiveTo < today => "Its time is over",
        _ => $"Replaced by version {shelf.Startable(protocol.Id, today)?.Version}",
    };

    /// <summary>The mark of a status; the words beside it say the same.</summary>
    public string StatusMark(Protocol protocol, DateOnly today) =>
        shelf.IsRecalled(protocol.Key) ? "mark-bad" : IsInUse(protocol, today) ? "mark-good" : protocol.Status == ProtocolStatus.Retired ? "mark-calm" : "mark-warn";

    public string Starters(Protocol protocol) => protocol.MayStart.Count == 0
        ? protocol.Anonymous switch
        {
            Anonymity.Required => "Everybody, always without a name",
            Anonymity.Never => "Everybody who is known; never without a name",
            _ => "Everybody, also without a name",
        }
        : string.Join(", ", protocol.MayStart.Select(id => id == Protocol.AllStaff ? "Every member of staff" : RoleTitle(id))) + (protocol.Anonymous == Anonymity.Never ? "" : ", also without a name");

    /// <summary>Who approved it and when, as a sentence's beginning; where nobody has, that and whom it waits for.</summary>
    public string Approval(Protocol protocol) => protocol is { ApprovedOn: { } on, ApprovedBy: { } by }
        ? $"Approved on {SchoolTime.Day(on)}, by the {Role(by)}"
        : $"Not approved yet: district default, awaiting the {Role(protocol.Owner)}";

    public static string Opens(Protocol protocol) => protocol switch
    {
        { Case: { } plan } => $"Opens a case: {plan.Title}",
        { IsSurvey: true } => "Opens no case: it only counts answers",
        _ => "Opens no case of its own",
    };

    public IReadOnlyList<LanguageCoverage> Languages(Protocol protocol) => LanguageCoverage.Of(protocol, shelf.Languages(protocol.Key), district.Languages);

    /// <summary><c>complete</c>, <c>3 of 40 texts missing</c> or <c>no translation</c>.</summary>
    public static string Coverage(LanguageCoverage language) =>
        !language.IsTranslated ? "no translation" : language.IsComplete ? "complete" : $"{language.Missing} of {language.Texts} texts missing";

    /// <summary>The language's English name; the code where it has none.</summary>
    public static string LanguageName(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    public static string Day(DateOnly? day) => day is { } known ? SchoolTime.Day(known) : "not recorded";

    /// <summary><c>February 1, or the next school day</c>.</summary>
    public static string When(YearlyStart entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return $"{entry.On.InEnglish}, or the next {(entry.Days == WorkCalendar.WorkingDays ? "working day" : "school day")}";
    }

    /// <summary><c>elementary and middle schools</c>.</summary>
    public static string Where(YearlyStart entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Levels.Count == 0 ? "every school" : $"{string.Join(" and ", entry.Levels)} schools";
    }

    /// <summary>A span inside a sentence: <c>1 school day</c>.</summary>
    public static string Of(Span span) => span.ToString().Replace('-', ' ');
}
