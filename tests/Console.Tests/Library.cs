using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console.Tests;

/// <summary>A small protocol with everything that the library's protocols ask of the language, and a district with a slot that it has filled.</summary>
internal static class Library
{
    public const string Protocol = "watched@1", Number = "K7M-2QD";

    private const string Watched = """
        format: 1
        id: watched
        version: 1
        title: "A student to look after"
        status: active
        effective: { from: "2026-09-01" }
        approved: { "on": "2026-08-20", by: safeguarding-lead }
        review: { last: "2026-08-20", due: "2027-08-20" }
        owner: safeguarding-lead
        starts-on: ["menu:watched"]
        severity: critical
        language: en
        fallback: over
        steps:
          - id: over
            end: done
        case:
          kind: watched
          title: "A student to look after"
          sees: [counselor, principal, safeguarding-lead]
          linked: [bullying-report, suicide-protocol, nowhere]
          gate: released
          watch:
            - { label: "Who stays with the student", task: stay, field: who }
            - { label: "Means at home", task: means, field: locked }
          states:
            - { id: open, title: "Called in", next: [released, closed] }
            - { id: released, title: "Handed over", requires: [stay, sign-off], next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [open] }
          tasks:
            - id: stay
              title: "Stay with the student"
              owner: counselor
              opens: open
              due: { within: 15 minutes }
              repeats: { every: 30 minutes, times: 4 }
              form:
                who: { type: choice, label: "Who stays?", required: true, choices: { adult: "An adult at school", family: "Family" } }
                note: { type: text, label: "What was agreed?", max: 200 }
            - id: screening
              title: "Screening on the official form"
              owner: counselor
              opens: open
              trained-in: level-1-screening
              slot: level-1-form
              form:
                level: { type: choice, label: "Level that was written down", required: true, choices: { low: "Low", high: "High" } }
            - id: sign-off
              title: "Agree to hand over"
              owner: principal
              opens: open
              confirm: two-person
              form:
                plan: { type: choice, label: "Which plan?", required: true, choices: { safety: "Safety plan", care: "In care" } }
                note: { type: text, label: "Why?", max: 200 }
            - id: means
              title: "Means at home"
              owner: counselor
              opens: open
              form:
                locked: { type: yes-no, label: "Is everything locked away?", required: true }
                asked: { type: time, label: "When did you ask?" }
          clocks:
            - { id: late, title: "Tell the district", starts: open, within: 10 days, source: "ours", status: district default }
            - { id: near, title: "Tell the family", starts: open, within: 2 hours, source: "ours", status: verify }
          outcomes: { supported: "Supported", duplicate: "The same as another" }
          keep: { after: closed, for: 5 years, then: ask }
        """;

    private const string Slots = """
        format: 1
        slots:
          - { id: level-1-form, title: "Level 1 form", owner: safeguarding-lead, status: filled, text: "Item 1 <b>of ours</b>", until-then: "Take the official form." }
        """;

    public static ProtocolShelf Shelf { get; } = new([.. Demo.Shelf.All, ProtocolReader.Read("watched/1.yaml", Watched) is var read && read.Protocol is { } sound ? sound : throw new InvalidOperationException(string.Join('\n', read.Faults))], []);

    public static CasePlan Plan => Shelf.Get(ProtocolKey.TryParse(Protocol, out var key) ? key : default)!.Case!;

    private static District District { get; } = Demo.With("slots/slots.yaml", Slots);

    public static ConsoleHost Host() => new(services: Content);

    /// <summary>Puts both into a host.</summary>
    public static void Content(IServiceCollection services) => services.AddSingleton(Shelf).AddSingleton(District);

    /// <summary>A case by that protocol, opened by a member of staff.</summary>
    public static CaseStep Open(ConsoleHost host, string number = Number, string school = "riverbend-high", params string[] excluded) =>
        CaseEngine.Open(new CaseOpening(Guid.NewGuid(), number, Protocol, [], Severity.Critical, school, "OR", false, "en", excluded), Moment(host, "maya-okafor"));

    public static CaseMoment Moment(ConsoleHost host, string person) => new(Actor.Staff(person), host.Clock.GetUtcNow(), Plan, Demo.Calendars.Of("riverbend-high"), () => Guid.NewGuid().ToString("N"));
}
