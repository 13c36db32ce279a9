using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

/// <summary>A small plan, a plain calendar and a clock that stands still until it is told.</summary>
internal sealed class Bench(CasePlan? plan = null, Retention? retention = null, IReadOnlyList<ClockPlan>? clocks = null)
{
    private int tokens;

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 18, 7, 31, TimeSpan.Zero);

    public CasePlan Plan { get; } = plan ?? new()
    {
        Keep = retention,
        Kind = "bullying",
        Title = "Bullying report",
        Sees = ["administrator", "counselor"],
        States =
        [
            new("submitted", "Submitted", ["triaged"], [], ReporterStatus.Received),
            new("triaged", "Triaged", ["notified", "withdrawn"], [], ReporterStatus.BeingReviewed),
            new("notified", "Families told", ["closed"], ["parent-notice"], ReporterStatus.BeingReviewed),
            new("withdrawn", "Withdrawn", ["closed"], [], ReporterStatus.BeingReviewed, Reason: true),
            new("closed", "Closed", ["triaged"], ["parent-notice"], ReporterStatus.Closed, IsEnd: true),
        ],
        Tasks =
        [
            new TaskPlan
            {
                Id = "parent-notice", Title = "Tell both families, or record why not", Owner = "administrator", Opens = "triaged", Due = Span.SchoolDays(1),
                Form =
                [
                    new FormField("outcome", "choice", "What happened", true, [new("told", "Told"), new("withheld", "Student asked us not to")]),
                    new FormField("reason", "text", "Why", true, [], 100, new FieldCondition("outcome", "told", Negated: true)),
                ],
                Escalate = [new("principal", Span.SchoolDays(1)), new("district-lead", Span.SchoolDays(2))],
            },
            new TaskPlan { Id = "officer", Title = "Tell the compliance officer", Owner = "principal", Opens = "triaged", In = "CA" },
        ],
        Clocks = [new ClockPlan("ucp", "UCP report", "submitted", "notified", new Span(60, SpanUnit.Days), "CA", new RuleSource("CDE", "found")), .. clocks ?? []],
        Outcomes = [new("resolved", "Resolved")],
    };

    public IReadOnlyList<Rung> Ladder { get; } = [new("counselor", Span.Minutes(10)), new("principal", Span.Minutes(20)), new("district-lead", Span.Minutes(30))];

    public CaseMoment By(Actor actor) => new(actor, Now, Plan, new PlainCalendar(), () => $"k{++tokens}");

    public CaseMoment By(string person) => By(Actor.Staff(person));

    public CaseStep Opened(Severity severity = Severity.Standard, string jurisdiction = "OR", bool anonymous = true, params string[] excluded) =>
        CaseEngine.Open(new CaseOpening(Guid.NewGuid(), "K7M-2QD", "bullying-report@1", ["welcome"], severity, "cedar", jurisdiction, anonymous, "en", excluded), By(Actor.Reporter));

    public Case Alerted(Severity severity = Severity.Urgent, params string[] excluded)
    {
        var opened = Opened(severity, excluded: excluded);
        return opened.Then(CaseEngine.Raise(opened.Case, severity, Ladder, Now, By(Actor.Reporter))).Case;
    }

    public Words Said(WordsKind kind, string text, string about = "") => new(Guid.NewGuid(), Guid.Empty, kind, about, "", Actor.Staff("p1"), Now, new PersonText(text));

    /// <summary>Every day is a school day of 24 hours: due times are then easy to read.</summary>
    private sealed class PlainCalendar : ICaseCalendar
    {
        public DateTimeOffset Add(DateTimeOffset from, Span span) => from + (span.Unit switch
        {
            SpanUnit.Minutes => TimeSpan.FromMinutes(span.Amount),
            SpanUnit.Hours => TimeSpan.FromHours(span.Amount),
            SpanUnit.Weeks => TimeSpan.FromDays(7 * span.Amount),
            _ => TimeSpan.FromDays(span.Amount),
        });
    }
}
