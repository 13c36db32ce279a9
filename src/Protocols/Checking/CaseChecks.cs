using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

internal static class CaseChecks
{
    public static IEnumerable<Fault> Check(Protocol protocol, CasePlan plan, References references) => [];
}
