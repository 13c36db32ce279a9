using System.Globalization;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>The public log in words: the labels of its choices, its years and its numbers.</summary>
public sealed class LogWords(District district, ProtocolShelf shelf)
{
    public const string SchoolNotGiven = "School not given";

    /// <summary>Upper ends of the groups of days, each with its words; the last has none.</summary>
    public static IReadOnlyList<(int UpTo, string Words)> DayGroups { get; } = [(10, "Up to 10 days"), (30, "11 to 30 days"), (60, "31 to 60 days"), (int.MaxValue, "More than 60 days")];

    /// <summary>The columns that are choices, with their headings.</summary>
    public static IReadOnlyList<(string Field, string Heading, Func<LogRow, string> Of)> Columns { get; } =
    [
        (LogPlan.Grades, "Grades", r => r.Grades),
        (LogPlan.Kind, "Kind", r => r.Kind),
        (LogPlan.Basis, "Protected group", r => r.Basis),
        (LogPlan.Outcome, "Outcome", r => r.Outcome),
        (LogPlan.Action, "What was done", r => r.Action),
    ];

    public static string Year(int schoolYear) => string.Create(CultureInfo.InvariantCulture, $"{schoolYear}\u2013{(schoolYear + 1) % 100:00}");

    /// <summary>The day from which a school year is over and may be published.</summary>
    public static DateOnly PublishedFrom(int schoolYear) => new(schoolYear + 1, LogRow.FirstMonth, 1);

    public static string Number(PublishedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Shown switch
        {
            Shown.FewerThanTen => FewerThanTen,
            Shown.NotShown => "not shown",
            _ => (line.Count ?? 0).ToString(CultureInfo.InvariantCulture),
        };
    }

    public static string FewerThanTen => string.Create(CultureInfo.InvariantCulture, $"fewer than {SmallCounts.Fewest}");

    public static string Total(PublishedLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Total?.ToString(CultureInfo.InvariantCulture) ?? FewerThanTen;
    }

    public string School(string schoolId) => district.School(schoolId)?.Name ?? SchoolNotGiven;

    /// <summary>Where such a log comes from: <c>Bullying report</c>.</summary>
    public string Title(string protocolKey) => PlanOf(protocolKey)?.Title ?? protocolKey;

    /// <summary>A choice of a row in the words of the protocol it was entered by; its id where that protocol is gone.</summary>
    public string Choice(LogRow row, string field, string id)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Choices(PlanOf(row.Protocol), field).FirstOrDefault(c => c.Id == id)?.Label ?? id;
    }

    /// <summary>The choices of a column as a plan has them.</summary>
    public static IReadOnlyList<PlanChoice> Choices(CasePlan? plan, string field) =>
        plan?.Tasks.FirstOrDefault(t => t.IsLog)?.Form.FirstOrDefault(f => f.Name == field)?.Choices ?? [];

    private CasePlan? PlanOf(string protocolKey) => ProtocolKey.TryParse(protocolKey, out var key) ? shelf.Get(key)?.Case : null;
}
