using SupportBot.Protocols;
using SupportBot.Yaml;

namespace SupportBot.Bot.Tests;

/// <summary>What protocols need of people is held against the people there are.</summary>
public sealed class StaffingFaultTests
{
    private const string People = "directory/people.yaml";
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static IReadOnlyList<Fault> Of(CheckDepth depth, DateOnly today, params (string Path, string From, string To)[] changes)
    {
        var files = ContentFolder.Read(null).ToDictionary();
        foreach (var (path, from, to) in changes)
        {
            Assert.Contains(from, files[path], StringComparison.Ordinal);
            files[path] = files[path].Replace(from, to, StringComparison.Ordinal);
        }

        var district = Directory.DistrictReader.Read(files).District!;
        var report = ContentCheck.Run(files, ContentReferences.Of(district, null), CheckDepth.StartUp);
        return [.. StaffingFaults.Of(district, report.Protocols, today, depth)];
    }

    [Fact]
    public void The_built_in_content_has_somebody_for_everything() => Assert.Empty(Of(CheckDepth.Whole, Today));

    [Fact]
    public void A_role_that_nobody_holds_is_refused_by_the_check_at_the_step_that_needs_it_and_a_start_only_warns()
    {
        var lead = (People, "{ role: threat-team-lead, district: true }", "{ role: facilitator, district: true }");
        var faults = Of(CheckDepth.Whole, Today, lead);
        var alert = Assert.Single(faults, f => f.Where == "tell-team");
        Assert.Equal((true, "threat-assessment/1.yaml"), (alert.IsError, alert.File));
        Assert.True(alert.Line > 1);
        Assert.Equal("nobody in the district holds the role threat-team-lead, and tell-team alerts it", alert.What);
        Assert.Contains(faults, f => f.What.EndsWith("and a gate waits for its task classify", StringComparison.Ordinal) && f.Line > alert.Line);
        Assert.NotEmpty(Of(CheckDepth.StartUp, Today, lead));
        Assert.All(Of(CheckDepth.StartUp, Today, lead), f => Assert.False(f.IsError));
    }

    [Fact]
    public void So_is_a_report_about_the_school_that_would_reach_nobody_once_the_school_is_kept_out_of_it()
    {
        static (string, string, string) AlsoAtHeron(string role) => (People, $"- {{ role: {role}, district: true }}", $"- {{ role: {role}, district: true }}\n      - {{ role: facilitator, schools: [heron-middle] }}");
        var faults = Of(CheckDepth.Whole, Today, AlsoAtHeron("safeguarding-lead"), AlsoAtHeron("student-services-director"), AlsoAtHeron("duty-counselor"));
        Assert.Contains(faults, f => f.What.StartsWith("where a report is about somebody at heron-middle and all of it are kept out, report-adult reaches nobody", StringComparison.Ordinal));
    }

    [Fact]
    public void So_is_whoever_does_a_task_that_no_gate_waits_for()
    {
        var people = ContentFolder.Read(null)[People];
        var faults = ContentFolder.Read(null).ToDictionary();
        faults[People] = people.Replace("role: nurse", "role: facilitator", StringComparison.Ordinal);
        var district = Directory.DistrictReader.Read(faults).District!;
        var found = StaffingFaults.Of(district, ContentCheck.Run(faults, ContentReferences.Of(district, null), CheckDepth.StartUp).Protocols, Today, CheckDepth.Whole).Select(f => f.What).ToList();
        Assert.Contains(found, f => f.StartsWith("nobody in the district holds the role nurse", StringComparison.Ordinal) && f.EndsWith("is theirs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_training_that_a_gate_needs_and_nobody_at_a_school_has_any_more_is_a_warning_at_the_task()
    {
        // Whoever is on duty for the whole district may work a case of every school; without them, each school needs somebody of its own.
        var gaps = Of(CheckDepth.Whole, Today,
            (People, "      - { role: duty-counselor, district: true }\n", ""),
            ("directory/roster.yaml", "people: [maya-okafor, daniel-reyes]", "people: [grace-whitefeather]"), ("directory/roster.yaml", "maya-okafor", "grace-whitefeather"), ("directory/roster.yaml", "daniel-reyes", "grace-whitefeather"), ("directory/roster.yaml", "linh-tran", "grace-whitefeather"),
            (People, "    phone: \"503-555-0111\"\n    trained-in: [{ training: level-1-screening, until: \"2027-08-31\" }]", "    phone: \"503-555-0111\""));
        Assert.Equal(["screening", "level", "last-check"], gaps.Select(g => g.What.Split("the task ")[^1]));
        Assert.All(gaps, g => Assert.False(g.IsError));
        Assert.StartsWith("nobody at cottonwood-elementary has level-1-screening on record", gaps[0].What, StringComparison.Ordinal);
        Assert.Equal(("suicide-protocol/1.yaml", true), (gaps[0].File, gaps[0].Line > 1));
        Assert.All(Of(CheckDepth.Whole, new DateOnly(2027, 9, 1)), g => Assert.Contains("cottonwood-elementary, heron-middle, riverbend-high", g.What, StringComparison.Ordinal));
    }

    [Fact]
    public void A_clock_that_no_calendar_of_this_year_counts_is_refused_by_the_check_where_it_stands_and_a_start_only_warns()
    {
        var district = Directory.DistrictReader.Read(ContentFolder.Read(null)).District!;
        var protocols = ContentCheck.Run(ContentFolder.Read(null), ContentReferences.Of(district, null), CheckDepth.StartUp).Protocols;
        Assert.Empty(CalendarFaults.Of(district, protocols, Today, CheckDepth.Whole));
        Assert.Empty(CalendarFaults.Of(district, protocols, null, CheckDepth.Whole));
        var late = new DateOnly(2028, 1, 10);
        var faults = CalendarFaults.Of(district, protocols, late, CheckDepth.Whole).ToList();
        var clock = faults.First(f => f.What.StartsWith("the clock ", StringComparison.Ordinal));
        Assert.True(clock is { IsError: true, Line: > 1 }, clock.ToString());
        Assert.Contains("no school year speaks for today at cottonwood-elementary, heron-middle, riverbend-high", clock.What, StringComparison.Ordinal);
        Assert.All(CalendarFaults.Of(district, protocols, late, CheckDepth.StartUp), f => Assert.False(f.IsError));
    }
}
