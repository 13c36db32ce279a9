using System.Globalization;
using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>Reads <c>courses/requirements.yaml</c>.</summary>
internal static class RequirementsReader
{
    private const string BeforeTheWork = "before-the-work", Workdays = "workdays-after-hire", Days = "days-after-hire", Yearly = "each-year-by", IntoYear = "days-into-year";

    private const int LongestDays = 1000;

    private static readonly string Shapes = $"write {BeforeTheWork}, or one of {{ {Workdays}: 10 }}, {{ {Days}: 30 }}, {{ {Yearly}: \"11-01\", late-hire-days: 30 }}, {{ {IntoYear}: 42 }}";

    public static IReadOnlyList<Requirement> Read(YamlMap? page, CoursesRead courses, TrainingRules? rules, List<Mention> mentions)
    {
        var (requirements, known) = (new List<Requirement>(), new KnownIds("requirement"));
        page?.RefuseUnknownKeys("format", "requirements");
        foreach (var entry in page?.Maps("requirements") ?? [])
        {
            entry.RefuseUnknownKeys("id", "course", "audience", "due", "source", "status");
            var isKnown = known.Take(entry, out var id);
            var (source, status) = Entry.Origin(entry);
            var course = entry.Id("course");
            if (entry.Has("course")) courses.Known.Check(entry["course"]!, course);
            var requirement = new Requirement { Id = id, CourseId = course, Audience = Entry.Audience(entry, mentions), Due = Due(entry), Source = source, Status = status };
            if (requirement.Due is DueRule.BeforeTheWork && courses.Course(course) is { Grants: null })
                entry.KeyNode("due").Fault($"nothing refuses the work until then: {course} grants no training", "give the course grants: with the training that the work asks for, or write a date");
            if (rules is not null) InTime(entry, requirement, rules);
            if (isKnown) requirements.Add(requirement);
        }

        return requirements;
    }

    // Whoever is new no longer is asked no more: who is to be told that it is overdue must hear before.
    private static void InTime(YamlMap entry, Requirement requirement, TrainingRules rules)
    {
        var days = requirement.Due switch
        {
            DueRule.WorkdaysAfterHire(var workdays) => workdays * 7 / 5 + 2,
            DueRule.DaysAfterHire due => due.AtMost ?? due.Days,
            _ => 0,
        };
        var told = days + rules.Overdue.Select(s => s.Days).DefaultIfEmpty().Max();
        if (requirement.Audience.NewHires && told > rules.NewHireDays)
            entry.KeyNode("due").Fault($"it is due, and all are told that it is overdue, {told} days after the hire, and somebody is new for {rules.NewHireDays}", "write an earlier day, or a longer new-hire-days in rules.yaml");
    }

    private static DueRule Due(YamlMap entry)
    {
        if (entry["due"] is YamlScalar { Value: BeforeTheWork }) return new DueRule.BeforeTheWork();
        if (entry["due"] is not YamlMap due)
        {
            if (entry["due"] is { } other) other.Fault("this is no due date", Shapes);
            else entry.Map("due");
            return new DueRule.BeforeTheWork();
        }

        due.RefuseUnknownKeys(Workdays, Days, "at-most", Yearly, "late-hire-days", IntoYear);
        if (new[] { Workdays, Days, Yearly, IntoYear }.Count(due.Has) != 1)
        {
            due.Fault("it does not say one way to count", Shapes);
            return new DueRule.BeforeTheWork();
        }

        if (due.Has("at-most") && !due.Has(Days)) due.KeyNode("at-most").Fault($"at-most belongs to {Days}", "remove it");
        if (due.Has("late-hire-days") && !due.Has(Yearly)) due.KeyNode("late-hire-days").Fault($"late-hire-days belongs to {Yearly}", "remove it");
        if (due.Has(Workdays)) return new DueRule.WorkdaysAfterHire(Number(due, Workdays));
        if (due.Has(IntoYear)) return new DueRule.DaysIntoYear(Number(due, IntoYear));
        return due.Has(Days) ? AfterHire(due) : EachYear(due);
    }

    private static DueRule.DaysAfterHire AfterHire(YamlMap due)
    {
        var rule = new DueRule.DaysAfterHire(Number(due, Days)) { AtMost = due.Has("at-most") ? Number(due, "at-most") : null };
        if (rule.AtMost < rule.Days) due["at-most"]!.Fault($"at-most is less than {Days}", "write a larger number, or remove it");
        return rule;
    }

    private static DueRule.EachYearBy EachYear(YamlMap due)
    {
        var late = Number(due, "late-hire-days");
        // The 29th of February is a day in leap years alone, and counts as the 28th in the others.
        if (due.Scalar(Yearly) is { } day && !DateOnly.TryParseExact($"2024-{day.Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            day.Fault($"\"{day.Value}\" is not a day of the year", "write month and day in quotes: \"11-01\"");
        return DateOnly.TryParseExact($"2024-{due.OptionalText(Yearly)}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var by) ? new(by.Month, by.Day, late) : new(1, 1, late);
    }

    private static int Number(YamlMap due, string key) => Entry.Within(due, key, due.Number(key), 1, LongestDays);
}
