using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Protocols;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>A district's own protocol whose tasks are for several roles, and cases of it at Riverbend High School.</summary>
internal sealed class SharedCase : IDisposable
{
    public const string Counselor = "maya-okafor", Principal = "thomas-lindqvist", Nurse = "kim-soto", SocialWorker = "grace-whitefeather", Canary = "zebra-in-the-hallway";

    private const string Protocol = """
        format: 1
        id: many-hands
        version: 1
        title: "Many hands"
        status: active
        effective: { from: "2026-09-01" }
        approved: { on: "2026-08-20", by: principal }
        review: { last: "2026-08-20", due: "2027-08-20" }
        owner: principal
        starts-on: ["route:many-hands"]
        severity: standard
        language: en
        fallback: tell
        anonymous: never
        may-start: [principal, counselor]
        steps:
          - id: tell
            alert: counselor
            severity: standard
            card: new-case
            acknowledge: 1 school-day
            escalate: [{ to: principal }]
          - id: ended
            end: done
        case:
          kind: many-hands
          title: "Many hands"
          sees: [counselor, nurse, social-worker, principal]
          never-sees: people-named-in-the-report
          states:
            - { id: open, title: "Open", next: [second, closed] }
            - { id: second, title: "Second", next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [open] }
          tasks:
            - { id: talk, title: "Talk with the student", owner: counselor, opens: open, due: { within: 1 school-day } }
            - { id: plan, title: "Look at the health plan", owner: nurse, opens: open, due: { within: 2 school-days } }
            - { id: diet, title: "Tell the kitchen", owner: nurse, opens: open }
            - { id: home, title: "Call at home", owner: social-worker, opens: second, due: { within: 5 hours } }
            - { id: logs, title: "Keep the logs", owner: it-evidence, opens: second }
          outcomes: { done: "Done" }

        """;

    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("supportbot-district-");

    public SharedCase()
    {
        var folder = _folder.CreateSubdirectory("protocols").CreateSubdirectory("many-hands");
        File.WriteAllText(Path.Combine(folder.FullName, "1.yaml"), Protocol);
    }

    /// <summary>The setting that lays the protocol over the built-in content.</summary>
    public (string Key, string Value) Setting => ("Content:Path", _folder.FullName);

    /// <summary>Opens a case whose alert has called the counselor.</summary>
    /// <param name="by">Null: whoever reported it, by name.</param>
    public static async Task<Case> OpenAsync(RealBot bot, string? by = null, string number = "K7M-2QD", params string[] excluded)
    {
        var protocol = bot.Get<ProtocolShelf>().Get(new ProtocolKey("many-hands", 1))!;
        var moment = new CaseMoment(by is null ? Actor.Reporter : Actor.Staff(by), bot.Clock.GetUtcNow(), protocol.Case!, bot.Get<ICaseCalendars>().Of("riverbend-high"), () => Guid.NewGuid().ToString("N"));
        var opened = CaseEngine.Open(new CaseOpening(Guid.NewGuid(), number, "many-hands@1", [], Severity.Standard, "riverbend-high", "OR", false, "en", excluded), moment);
        opened = opened.Then(CaseEngine.Write(opened.Case, [new Words(Guid.NewGuid(), opened.Case.Id, WordsKind.Report, "what", "What?", moment.Actor, moment.Now, new PersonText(Canary))]));
        var step = opened.Then(CaseEngine.Raise(opened.Case, Severity.Standard, [new Rung("counselor", Span.SchoolDays(1)), new Rung("principal", Span.SchoolDays(1))], moment.Now, moment));
        Assert.True(await bot.Cases.CommitAsync([new CaseChange(step, 0, new ProtocolPin(protocol.Key.ToString(), protocol.Hash, protocol.CanonicalJson))], CancellationToken.None));
        return (await bot.Cases.FindByNumberAsync(number, CancellationToken.None))!;
    }

    /// <summary>Does something on the only case, as a person who holds no role as far as the engine knows: who hears of it is then decided where it is sent.</summary>
    public static async Task<Case> DoAsync(RealBot bot, string person, Func<Case, CaseMoment, CaseResult> act)
    {
        var @case = await bot.OnlyCaseAsync();
        await bot.CommitAsync(@case, act(@case, bot.Moment(@case, person)).Step!);
        return (await bot.Cases.FindAsync(@case.Id, CancellationToken.None))!;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
