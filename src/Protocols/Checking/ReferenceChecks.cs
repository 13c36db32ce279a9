using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>What a protocol names outside itself exists.</summary>
internal static class ReferenceChecks
{
    public static IEnumerable<Fault> Check(Protocol protocol, References references) =>
        Header(protocol, references).Concat(protocol.Steps.SelectMany(s => Step(s, references))).OfType<Fault>();

    public static Fault? Missing(Place place, string kind, string id, IEnumerable<string> known)
    {
        var all = known.Order(StringComparer.Ordinal).ToArray();
        if (all.Contains(id, StringComparer.Ordinal))
            return null;
        return place.Fault($"there is no {kind} {id}", Nearest.To(id, all) is { } near ? $"did you mean {near}?" : $"use one of {string.Join(", ", all)}");
    }

    private static IEnumerable<Fault?> Header(Protocol protocol, References references)
    {
        yield return Missing(protocol.PlaceOf("owner"), "role", protocol.Owner, references.Roles);
        if (protocol.ApprovedBy is { } by)
            yield return Missing(protocol.PlaceOf("approved"), "role", by, references.Roles);
        foreach (var role in protocol.MayStart.Where(r => r != Protocol.AllStaff))
            yield return Missing(protocol.PlaceOf("may-start"), "role", role, references.Roles);
        foreach (var entry in protocol.Yearly)
        {
            yield return Missing(protocol.PlaceOf("yearly"), "role", entry.Tells, references.Roles);
            foreach (var level in entry.Levels)
                yield return Missing(protocol.PlaceOf("yearly"), "level", level, references.Levels);
        }
        // What is for staff stands in the list of staff; anything else is found in a menu, or begins by a signal.
        if (protocol is { Status: ProtocolStatus.Active, Anonymous: not Anonymity.Never, MayStart.Count: 0 } && protocol.StartsOn.All(s => s.StartsWith("route:", StringComparison.Ordinal)))
            yield return protocol.PlaceOf("starts-on").Fault("nobody finds this: it is for everybody, and stands in no menu", "add menu:more, or say with may-start who may begin it");
        foreach (var start in protocol.StartsOn.Where(s => s.StartsWith("signal:", StringComparison.Ordinal)))
            yield return Missing(protocol.PlaceOf("starts-on"), "signal", start["signal:".Length..], references.Signals);
        foreach (var start in protocol.StartsOn.Where(s => s.StartsWith("instead:", StringComparison.Ordinal)))
            yield return Missing(protocol.PlaceOf("starts-on"), "protocol", start["instead:".Length..], references.Protocols);
    }

    private static IEnumerable<Fault?> Step(Step step, References references) => step switch
    {
        SayStep { Resource.Id: { } id } => [Missing(step.Place, "resource", id, references.Resources)],
        SayStep { Resource.Topic: { } topic } => [Missing(step.Place, "resource topic", topic, references.ResourceTopics)],
        AlertStep alert =>
        [
            Missing(step.Place, "role", alert.Role, references.Roles),
            .. alert.Escalate.Select(r => Missing(step.Place, "role", r.To, references.Roles)),
            .. Card(alert, references),
        ],
        HandoffStep handoff => [Missing(step.Place, "role", handoff.Role, references.Roles)],
        DoStep task => [Missing(step.Place, "role", task.Role, references.Roles), task.Slot is { } slot ? Missing(step.Place, "slot", slot, references.Slots) : null],
        CallStep call => [Missing(step.Place, "protocol", call.Protocol, references.Protocols)],
        _ => [],
    };

    private static IEnumerable<Fault?> Card(AlertStep alert, References references)
    {
        yield return Missing(alert.Place, "card", alert.Card, references.Cards.Keys);
        foreach (var hole in references.Cards.GetValueOrDefault(alert.Card) ?? [])
            if (!References.AlertHoles.Contains(hole))
                yield return alert.Place.Fault($"the card {alert.Card} wants {hole}, which an alert does not know", $"use a card that wants only {string.Join(", ", References.AlertHoles.Order(StringComparer.Ordinal))}");
    }
}
