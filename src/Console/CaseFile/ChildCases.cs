using System.Security.Cryptography;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>Opens the cases that belong beside one: by themselves where its plan says so, or because a person wants one.</summary>
public sealed class ChildCases(ProtocolShelf shelf, District district, ICaseCalendars calendars)
{
    /// <summary>A step with the children that it calls for, to be committed together. A protocol that may not be started today opens none.</summary>
    public IReadOnlyList<CaseChange> With(CaseStep step, int expectedRevision, CaseMoment moment)
    {
        var (parent, children) = (step, new List<CaseChange>());
        foreach (var protocol in step.Children)
            if (Open(parent.Case, protocol, moment) is var (after, child))
            {
                parent = parent.Then(after);
                children.Add(child);
            }

        return [new CaseChange(parent, expectedRevision), .. children];
    }

    /// <summary>Protocols by which staff may open a child case beside this one today, with the title of the case each opens. By hand none opens twice.</summary>
    public IReadOnlyList<(string Id, string Title)> Openable(SeenCase seen, DateTimeOffset now) =>
    [
        .. seen.Plan.Linked.Where(id => !seen.Case.HasOpened(id)).Select(id => (Id: id, Protocol: PlanOf(id, now))).Where(p => p.Protocol is not null).Select(p => (p.Id, p.Protocol!.Case!.Title)),
    ];

    /// <returns>The parent's step and the child; null where no version of the protocol may be started, or it plans no cases.</returns>
    public (CaseStep Parent, CaseChange Child)? Open(Case parent, string protocolId, CaseMoment moment)
    {
        if (PlanOf(protocolId, moment.Now) is not { Case: { } plan } protocol) return null;
        var number = CaseNumber.From(RandomNumberGenerator.GetBytes(6));
        var ofChild = moment with { Plan = plan, Calendar = calendars.Of(parent.SchoolId) };
        var (after, child) = CaseEngine.OpenChild(parent, Guid.NewGuid(), number, protocol.Key.ToString(), protocol.Severity, ofChild);
        foreach (var alert in plan.Raises.Select(protocol.Find).OfType<AlertStep>()) child = OpeningAlert.Raise(child, alert, district, ofChild);
        return (after, new CaseChange(child, 0, new ProtocolPin(protocol.Key.ToString(), protocol.Hash, protocol.CanonicalJson)));
    }

    private Protocol? PlanOf(string protocolId, DateTimeOffset now) =>
        shelf.Startable(protocolId, district.CalendarOf(null).Today(now)) is { Case: not null } protocol ? protocol : null;
}
