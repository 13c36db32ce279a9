using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>No protocol calls itself, not even through others.</summary>
internal static class CallChecks
{
    public static IEnumerable<Fault> Check(IReadOnlyList<Protocol> protocols)
    {
        foreach (var protocol in protocols)
            foreach (var call in protocol.Steps.OfType<CallStep>())
                if (Reaches(call.Protocol, protocol.Id, protocols, []))
                    yield return call.Place.Fault($"calling {call.Protocol} leads back into {protocol.Id}", "call another protocol, or end here");
    }

    private static bool Reaches(string from, string to, IReadOnlyList<Protocol> protocols, HashSet<string> seen) =>
        from == to || (seen.Add(from) && protocols.Where(p => p.Id == from).SelectMany(p => p.Steps.OfType<CallStep>()).Any(c => Reaches(c.Protocol, to, protocols, seen)));
}
