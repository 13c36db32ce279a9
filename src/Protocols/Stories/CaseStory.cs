using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

internal static class CaseStory
{
    public static IEnumerable<Fault> Tell(CasePlan plan, Story story, YamlList steps, Severity severity, DateOnly today) => [];
}
