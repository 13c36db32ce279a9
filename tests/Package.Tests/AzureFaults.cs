using Newtonsoft.Json.Linq;

namespace SupportBot.Package.Tests;

/// <summary>What in a deployment breaks a promise to people. Deny by default: a log category that is not listed is a fault.</summary>
internal static class AzureFaults
{
    private static readonly string[] WithoutAddress = ["AppServiceConsoleLogs", "AppServicePlatformLogs"];

    // The site is the door. The bot's registration is a record at Microsoft's; it is in no network of ours.
    private static readonly string[] Open = ["Microsoft.Web/sites", "Microsoft.BotService/botServices"];

    public static IReadOnlyList<string> In(JArray resources) => [.. resources.SelectMany(Of)];

    private static IEnumerable<string> Of(JToken resource)
    {
        var type = (string)resource["type"]!;
        foreach (var log in resource.SelectTokens("properties.logs[*]"))
            if (!WithoutAddress.Contains((string?)log["category"])) yield return $"{type}: log {log}";
        if (type.StartsWith("Microsoft.Insights/components", StringComparison.Ordinal)) yield return $"{type}: request telemetry";
        if (!Open.Contains(type))
            foreach (var access in resource.SelectTokens("..publicNetworkAccess"))
                if ((string?)access != "Disabled") yield return $"{type}: open to the internet";
        if (type is "Microsoft.KeyVault/vaults" && resource.SelectToken("properties.publicNetworkAccess") is null) yield return $"{type}: open by default";
        if (type is "Microsoft.KeyVault/vaults/keys" && (bool?)resource.SelectToken("properties.attributes.exportable") != false) yield return $"{type}: exportable";
        if (type is "Microsoft.Web/serverfarms" && (int?)resource.SelectToken("sku.capacity") is not >= 2) yield return $"{type}: one instance";
        if (type is "Microsoft.Web/sites")
            foreach (var log in new[] { "httpLoggingEnabled", "requestTracingEnabled", "detailedErrorLoggingEnabled" })
                if ((bool?)resource.SelectToken($"properties.siteConfig.{log}") != false) yield return $"{type}: {log}";
    }
}
