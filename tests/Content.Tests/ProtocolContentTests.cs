using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Content.Tests;

/// <summary>The built-in protocols as the checker, their stories and their readers see them.</summary>
public class ProtocolContentTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly References References = new()
    {
        Roles = BuiltInDirectory.District.Roles.Select(r => r.Id).ToHashSet(),
        OutOfHoursRoles = BuiltInDirectory.District.Roles.Where(r => r.OutOfHours).Select(r => r.Id).ToHashSet(),
        Resources = BuiltInDirectory.District.Resources.All.Select(r => r.Id).Concat(BuiltInDirectory.District.Resources.Lists.Select(l => l.Id)).ToHashSet(),
        ResourceTopics = BuiltInDirectory.District.Resources.Topics.Select(t => t.Id).ToHashSet(),
        Cards = new Dictionary<string, IReadOnlyList<string>> { ["new-case"] = ["severity", "kind", "school", "age", "number"], ["urgent-case"] = ["severity", "kind", "school", "age", "number"] },
        Signals = Understanding.CrisisSignals.Kinds.ToHashSet(),
        Slots = BuiltInDirectory.District.Slots.Select(s => s.Id).ToHashSet(),
        Trainings = BuiltInDirectory.District.Trainings.Select(t => t.Id).ToHashSet(),
        Levels = Directory.School.AllLevels.ToHashSet(),
        Protocols = new HashSet<string>(),
    };

    private static readonly CheckReport Report = ContentCheck.Run(
        System.IO.Directory.EnumerateFiles(BuiltIn.Folder("protocols"), "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(BuiltIn.Folder(), f).Replace('\\', '/'), File.ReadAllText),
        References);

    private static Protocol Newest(string id) => Report.Shelf().Startable(id, Today)!;

    [Fact]
    public void Read_check_tell_their_stories_and_match_their_charts_without_a_fault() =>
        Assert.Equal([], Report.Faults.Select(f => f.ToString()));

    [Fact]
    public void None_says_that_a_person_approved_or_reviewed_it_before_one_has() =>
        Assert.All(Report.Protocols, p => Assert.Equal((p.Key, false, null), (p.Key, p.IsApproved, p.LastReview)));

    [Fact]
    public void Every_answer_and_every_silence_is_walked_by_a_story()
    {
        Assert.Equal(Report.Arms, Report.ArmsWalked);
        Assert.True(Report.Arms >= 40, $"{Report.Arms} arms");
        Assert.Equal(1_000 * Report.Protocols.Count, Report.RandomWalks);
    }

    [Fact]
    public void Every_case_was_walked_a_thousand_times_by_chance()
    {
        Assert.Equal(1_000 * Report.Protocols.Count(p => p.Case is not null), Report.CaseWalks);
        Assert.True(Report.CaseWalks >= 19_000, $"{Report.CaseWalks} walks");
    }

    [Theory]
    [InlineData("signal:self-harm", "suicide-risk")]
    [InlineData("menu:i-need-help-now", "suicide-risk")]
    [InlineData("menu:report-bullying", "bullying-report")]
    [InlineData("route:bullying-report", "bullying-report")]
    public void Can_be_started_today_by(string entry, string id) =>
        Assert.Equal([id], Report.Shelf().StartedBy(entry, Today).Select(p => p.Id));

    [Fact]
    public void Every_route_to_a_protocol_leads_to_one_that_starts_on_it()
    {
        var ids = BuiltIn.Router.Likely("report bullying").Where(r => r.Target == Understanding.RouteTarget.Protocol).Select(r => r.Id).ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.NotEmpty(Report.Shelf().StartedBy($"route:{id}", Today)));
    }

    [Theory]
    [InlineData("suicide-risk")]
    [InlineData("bullying-report")]
    public void Shows_help_before_it_asks_anything(string id)
    {
        var start = ProtocolEngine.Start(Newest(id), new RunStart("r", Today), Report.Shelf().On(Today));
        var effects = start.Effects.ToList();
        var help = effects.FindIndex(e => e is Say { Resource.Id: "crisis-lines" });
        Assert.Equal(0, help);
        Assert.True(effects.FindIndex(e => e is Ask) > help);
    }

    [Fact]
    public void A_report_says_what_is_kept_before_the_first_words_of_ones_own()
    {
        var steps = Newest("bullying-report").Steps.ToList();
        var words = steps.FindIndex(s => s is FormStep);
        Assert.InRange(steps.FindIndex(s => s.Id == "what-we-keep"), 0, words - 1);
        Assert.InRange(steps.FindIndex(s => s.Id == "how-we-act"), 0, words - 1);
        Assert.All(steps.OfType<QuestionStep>().Take(6), q => Assert.All(q.Fields, f => Assert.True(f.IsChoice)));
    }

    [Fact]
    public void A_child_must_answer_few_questions()
    {
        var form = Newest("bullying-report").Steps.OfType<FormStep>().Single();
        Assert.Equal(["school", "what", "safe-now"], form.Fields.Where(f => f.Required).Select(f => f.Name));
    }

    [Fact]
    public void The_bullying_case_has_every_state_of_the_plan_and_every_reporter_status()
    {
        var plan = Newest("bullying-report").Case!;
        Assert.Equal(
            ["acknowledged", "actions", "appeal-answered", "appealed", "assigned", "closed", "decision", "duplicate", "emergency", "extended", "followup-2w", "followup-6w", "interim-safety", "investigating", "need-info", "notified", "referred", "reopened", "safe-again", "submitted", "triaged", "widened", "widened-answered", "withdrawn"],
            plan.States.Select(s => s.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<ReporterStatus>().Order(), plan.States.Select(s => s.Shows).Distinct().Order());
        Assert.True(plan.HidesFromPeopleNamed);
        Assert.Equal(["CA", "OR"], plan.Clocks.Select(c => c.In).OfType<string>().Distinct().Order());
    }

    [Fact]
    public void The_clock_of_the_families_ends_once_they_are_told_or_why_not_is_on_record_and_not_while_one_was_not_reached()
    {
        var plan = Newest("bullying-report").Case!;
        var with = plan.Clocks.Single(c => c.Id == "or-parent-notice").EndsWith!;
        Assert.Equal(("parent-notice", "outcome"), (with.Task, with.Field));
        Assert.Equal(["one"], plan.Task("parent-notice")!.Form.Single(f => f.Name == "outcome").Choices.Select(c => c.Id).Except(with.Is));
    }

    [Fact]
    public void No_case_ends_before_its_follow_ups_and_no_decision_falls_unheard()
    {
        var plan = Newest("bullying-report").Case!;
        Assert.Superset(new HashSet<string> { "followup-2w", "followup-6w" }, plan.State("closed")!.Requires.ToHashSet());
        Assert.Superset(new HashSet<string> { "interview-target", "interview-reported" }, plan.State("decision")!.Requires.ToHashSet());
        Assert.Contains("parent-notice", plan.State("notified")!.Requires);
    }

    [Fact]
    public void No_student_is_released_without_a_screening_by_a_trained_person_a_level_a_consult_the_family_a_whole_plan_and_two_people()
    {
        var plan = Newest("suicide-protocol").Case!;
        var gate = plan.State("released")!.Requires.Select(id => plan.Task(id)!).ToDictionary(t => t.Id);
        Assert.Superset(new HashSet<string> { "screening", "level", "consult", "parent-contact", "support-plan", "safety-plan", "safety-plan-high" }, gate.Keys.ToHashSet());
        Assert.All([gate["screening"], gate["level"]], t => Assert.Equal("level-1-screening", t.TrainedIn));
        var releases = plan.Tasks.Where(t => t.Opens == "planned").ToList();
        Assert.Equal(4, releases.Count);
        Assert.All(releases, t => Assert.True(t.TwoPerson && gate.ContainsKey(t.Id), t.Id));
        Assert.All(new[] { "safety-plan", "safety-plan-high", "plan-after-care" }, id => Assert.Equal(6, plan.Task(id)!.Form.Single(f => f.Name == "steps").Must!.Count));
        Assert.All(gate["support-plan"].Form, f => Assert.Equal(["yes"], f.Must));
        // Low needs a screening, and class needs a family that knows; nobody goes while the family was not reached and nobody took over.
        var level = gate["level"].Form.Single(f => f.Name == "level");
        Assert.Equal(["moderate", "high"], level.Must);
        // Whatever the screener wrote but "done", also a choice that is added later.
        Assert.Equal(("screening", "done"), (level.MustWhen!.Task, level.MustWhen.Field));
        Assert.Equal(gate["screening"].Form.Single(f => f.Name == "done").Choices.Select(c => c.Id).Where(id => id != "done"), level.MustWhen.Is);
        Assert.Equal(["reached", "exception"], gate["release-low"].Form.Single(f => f.Name == "aware").Must);
        Assert.Equal(["unreachable"], gate["family-later"].When!.Is);
        Assert.Contains("plan-after-care", plan.State("monitoring")!.Requires);
        // The note of what was said is asked for until it is there, and at level high the district knows before anything is planned.
        Assert.All(new[] { "monitoring", "closed", "left" }, id => Assert.Contains("words-heard", plan.State(id)!.Requires));
        Assert.Equal(["concern"], plan.Task("documents")!.Form.Single(f => f.Name == "kept").Must);
        Assert.Equal(("safeguarding-lead", "leveled", Span.Minutes(10)), (plan.Task("district-told")!.Owner, plan.Task("district-told")!.Opens, plan.Task("district-told")!.Due));
        Assert.All(new[] { "planned", "released" }, id => Assert.Contains("district-told", plan.State(id)!.Requires));
        Assert.Equal(["yes"], Newest("postvention").Case!.Task("letter")!.Form.Single(f => f.Name == "checked").Must);
    }

    [Fact]
    public void Who_stays_with_the_student_is_confirmed_until_somebody_has_taken_over_and_the_release_waits_for_it()
    {
        var plan = Newest("suicide-protocol").Case!;
        Assert.Equal(new Repetition(Span.Minutes(30), null, "released"), plan.Task("stay-with")!.Repeats);
        Assert.Equal(["released", "supervised"], plan.States.Where(s => s.Requires.Contains("stay-with")).Select(s => s.Id).Order(StringComparer.Ordinal));
        Assert.Contains(plan.Watch, w => w is { Task: "stay-with", Field: "who" });
    }

    [Theory]
    [InlineData("hold")]
    [InlineData("secure")]
    [InlineData("lockdown")]
    [InlineData("evacuate")]
    [InlineData("shelter")]
    public void Each_action_has_a_list_for_who_leads_and_one_for_the_rooms_and_neither_holds_up_a_gate(string action)
    {
        var plan = Newest("crisis-response").Case!;
        var lists = plan.Tasks.Where(t => t.When is { Task: "lead", Field: "action" } when && when.Is.SequenceEqual([action])).ToList();
        Assert.Equal([$"{action}-lead", $"{action}-rooms"], lists.Select(t => t.Id));
        Assert.Equal(["principal", "administrator"], lists.Select(t => t.Owner));
        Assert.Equal("response-protocol-wording", lists[0].Slot);
        Assert.All(lists, t => Assert.True(t.Form.Single(f => f.Name == "items").Choices.Count >= 3, t.Id));
        Assert.DoesNotContain(plan.States, s => s.Requires.Intersect(lists.Select(t => t.Id)).Any());
        // Nobody types while they hide.
        Assert.All(lists, t => Assert.Equal(action == "lockdown", t.Due == Span.Hours(4) && t.Escalate.Count == 0));
    }

    [Fact]
    public void Classes_are_counted_one_after_the_other_and_none_without_an_adult_until_everybody_is()
    {
        var count = Newest("crisis-response").Case!.Task("class-count")!;
        Assert.Equal(new Repetition(Span.Minutes(10), null, "accounted"), count.Repeats);
        Assert.Equal(["card", "class", "extra", "here", "hurt", "missing", "with"], count.Form.Select(f => f.Name).Order(StringComparer.Ordinal));
        var with = count.Form.Single(f => f.Name == "with");
        Assert.Equal(["nobody"], with.Choices.Select(c => c.Id).Except(with.Must!));
    }

    [Fact]
    public void A_students_own_words_lead_to_the_staff_protocol_and_to_no_screening_or_release_beside_it()
    {
        var risk = Newest("suicide-risk").Case!;
        Assert.Equal(("suicide-protocol", "reached", null), (risk.Opens.Single().Protocol, risk.Opens.Single().At, risk.Opens.Single().When));
        Assert.Equal(["reach-student", "search", "staff-case"], risk.Tasks.Select(t => t.Id));
        Assert.All(risk.States.Where(s => s.IsEnd), s => Assert.All(s.Requires, id => Assert.True(risk.Task(id)!.TwoPerson, id)));
        Assert.DoesNotContain(Report.Protocols.Where(p => p.Case is not null), p => p.Id != "suicide-risk" && p.Case!.Linked.Contains("suicide-risk"));
    }

    [Fact]
    public void A_suicide_alert_is_critical_and_climbs_after_5_and_10_minutes()
    {
        var alert = Newest("suicide-risk").Steps.OfType<AlertStep>().Single();
        Assert.Equal(Severity.Critical, alert.Severity);
        Assert.Equal(("duty-counselor", "5 minutes"), (alert.Role, alert.Acknowledge.ToString()));
        Assert.Equal([("safeguarding-lead", "10 minutes"), ("principal", null)], alert.Escalate.Select(r => (r.To, r.Acknowledge?.ToString())));
    }

    [Fact]
    public void The_Spanish_words_about_suicide_offer_988_by_call_and_by_text_too()
    {
        var spanish = Report.Languages.Single(l => l.Protocol == new ProtocolKey("suicide-risk", 1) && l.Language == "es");
        var crisis = spanish.Texts.Where(t => t.Key != "title" && (t.Value.Contains("988", StringComparison.Ordinal) || t.Value.Contains("suicid", StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.True(crisis.Count >= 6);
        Assert.All(crisis, t => Assert.Matches("llamar? o mandar? un mensaje de texto al 988", t.Value));
    }

    [Fact]
    public void The_crisis_list_offers_988_by_call_and_by_text()
    {
        var shelf = BuiltInDirectory.District.Resources;
        Assert.Contains("cr-988", shelf.Lists.Single(l => l.Id == "crisis-lines").Resources);
        var line = shelf.All.Single(r => r.Id == "cr-988");
        Assert.Equal("988", line.Phone);
        Assert.Equal("988", line.Text?.To);
    }
}
