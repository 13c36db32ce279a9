using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>No protocol calls itself, not even through others; and what may be anonymous calls nothing that never is.</summary>
internal static class CallChecks
{
    public static IEnumerable<Fault> Check(IReadOnlyList<Protocol> protocols)
    {
        foreach (var protocol in protocols)
            foreach (var call in protocol.Steps.OfType<CallStep>())
            {
                // Who may begin a protocol is asked at its beginning; a call is no way around it.
                if (protocol.Anonymous != Anonymity.Never && protocols.Any(p => p.Id == call.Protocol && p.Anonymous == Anonymity.Never))
                    yield return call.Place.Fault($"{protocol.Id} may be anonymous, and {call.Protocol} never is", "call what may be anonymous too, or say anonymous: never here as well");
                if (Reaches(call.Protocol, protocol.Id, protocols, []))
                    yield return call.Place.Fault($"calling {call.Protocol} leads back into {protocol.Id}", "call another protocol, or end here");
            }
    }

    private static bool Reaches(string from, string to, IReadOnlyList<Protocol> protocols, HashSet<string> seen) =>
        from == to || (seen.Add(from) && protocols.Where(p => p.Id == from).SelectMany(p => p.Steps.OfType<CallStep>()).Any(c => Reaches(c.Protocol, to, protocols, seen)));
}
