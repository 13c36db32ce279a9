using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>Reads <c>courses/rules.yaml</c>: each rule is <c>{ is: …, source: …, status: … }</c>. Numbers are whole and in the unit that the rule's name ends with.</summary>
internal static class RulesReader
{
    private const string Is = "is";

    private const int LongestDays = 1000, LongestHours = 24 * 60, LongestMinutes = 24 * 60, LongestSeconds = 600;

    private static readonly string[] Names =
    [
        "opens-days-before", "closes-school-days-before", "free-cancel-hours", "offer-hours", "offer-hours-on-the-day", "no-shows", "check-in-before-minutes", "check-in-after-minutes",
        "code-seconds", "new-hire-days", "overdue", "due-soon-days", "reminder-hours", "renewal-days", "quiet-from", "quiet-to", "follow-up-days",
    ];

    public static TrainingRules? Read(YamlMap? page)
    {
        if (page is null) return null;
        page.RefuseUnknownKeys("format", "rules");
        var rules = page.Map("rules");
        rules.RefuseUnknownKeys(Names);
        var read = new TrainingRules
        {
            OpensDaysBefore = Number(rules, "opens-days-before", 1, LongestDays),
            ClosesSchoolDaysBefore = Number(rules, "closes-school-days-before", 0, LongestDays),
            FreeCancel = TimeSpan.FromHours(Number(rules, "free-cancel-hours", 0, LongestHours)),
            OfferHolds = TimeSpan.FromHours(Number(rules, "offer-hours", 1, LongestHours)),
            OfferHoldsOnTheDay = TimeSpan.FromHours(Number(rules, "offer-hours-on-the-day", 1, LongestHours)),
            NoShows = Number(rules, "no-shows", 1, 100),
            CheckInBefore = TimeSpan.FromMinutes(Number(rules, "check-in-before-minutes", 0, LongestMinutes)),
            CheckInAfter = TimeSpan.FromMinutes(Number(rules, "check-in-after-minutes", 1, LongestMinutes)),
            CodeHolds = TimeSpan.FromSeconds(Number(rules, "code-seconds", 10, LongestSeconds)),
            NewHireDays = Number(rules, "new-hire-days", 1, LongestDays),
            Overdue = Overdue(Rule(rules, "overdue")),
            DueSoonDays = Falling(rules, "due-soon-days", LongestDays),
            Reminders = [.. Falling(rules, "reminder-hours", LongestHours).Select(h => TimeSpan.FromHours(h))],
            RenewalDays = Falling(rules, "renewal-days", LongestDays),
            QuietFrom = Rule(rules, "quiet-from")?.Time(Is) ?? default,
            QuietTo = Rule(rules, "quiet-to")?.Time(Is) ?? default,
            FollowUpDays = Number(rules, "follow-up-days", 1, LongestDays),
        };
        if (read.OpensDaysBefore <= read.ClosesSchoolDaysBefore && rules.Has("opens-days-before"))
            rules.KeyNode("opens-days-before").Fault("sign-up opens after it closes", "write more days than closes-school-days-before");
        if (read.OfferHoldsOnTheDay > read.OfferHolds)
            rules.KeyNode("offer-hours-on-the-day").Fault("an offer is held longer on the day of the session than before it", "write fewer hours than offer-hours");
        if (read.QuietFrom == read.QuietTo && rules.Has("quiet-from") && rules.Has("quiet-to"))
            rules.KeyNode("quiet-to").Fault("the quiet hours end when they begin", "write another time, such as \"07:00\"");
        return read;
    }

    // Null where it is missing, which is told of here once.
    private static YamlMap? Rule(YamlMap rules, string name)
    {
        var rule = rules.Map(name);
        if (rules[name] != rule) return null;
        rule.RefuseUnknownKeys(Is, "source", "status");
        Entry.Origin(rule);
        return rule;
    }

    private static int Number(YamlMap rules, string name, int least, int most) =>
        Rule(rules, name) is { } rule ? Entry.Within(rule, Is, rule.Number(Is), least, most) : least;

    private static List<OverdueStep> Overdue(YamlMap? rule)
    {
        var steps = new List<OverdueStep>();
        foreach (var row in rule?.Maps(Is) ?? [])
        {
            row.RefuseUnknownKeys("days", "to");
            var step = new OverdueStep(Entry.Within(row, "days", row.Number("days"), 0, LongestDays), row.Choice<OverdueTo>("to"));
            if (steps.Count > 0 && step.Days <= steps[^1].Days) row.KeyNode("days").Fault("the steps do not rise", "write who is told first before who is told later");
            steps.Add(step);
        }

        return steps;
    }

    private static List<int> Falling(YamlMap rules, string name, int most)
    {
        var (rule, numbers) = (Rule(rules, name), new List<int>());
        foreach (var node in rule?.List(Is).AsEnumerable() ?? [])
        {
            if (node is not YamlScalar { ScalarKind: ScalarKind.Number, Value: var text } || !int.TryParse(text, out var number) || number < 1 || number > most)
            {
                node.Fault($"this is no number from 1 to {most}", "write digits without quotes, such as 7");
                continue;
            }

            if (numbers.Count > 0 && number >= numbers[^1]) node.Fault("the numbers do not fall", "write the longest time first");
            numbers.Add(number);
        }

        return numbers;
    }
}
