using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

internal static class CaseReader
{
    public static CasePlan? Read(YamlMap map) => null;
}
