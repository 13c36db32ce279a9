using SupportBot.Console;

namespace SupportBot.Bot;

/// <summary>What a program that real people rely on must have before its doors open. In Development, where people try it, all of it may be missing.</summary>
internal static class RealStart
{
    /// <summary>Why the process must not become ready, in one sentence that says what to set; null where nothing keeps it.</summary>
    /// <param name="invented">Files of the directory whose people, schools or duties do not exist.</param>
    public static string? Fault(IReadOnlyList<string> invented, IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() ? null
        : invented.Count > 0 ? $"The directory is the demo's ({string.Join(", ", invented)}), so alerts would go to people who do not exist: set Content:Path to your district's own folder, with these files in it and without their line demo: true (README, \"A district's own content\")."
        : !MaySignIn(configuration) && !IsRegistered(configuration) ? "Students could report, and nobody would hear of it: set Console:Entra, by which staff sign in to the console, and MicrosoftAppId, by which alerts reach them in Teams."
        : null;

    /// <summary>What works without, but not as people will expect; each in one sentence that says what to set.</summary>
    public static IEnumerable<string> Warnings(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment()) yield break;
        if (!MaySignIn(configuration)) yield return "Nobody can sign in to the console, where reports are read: set Console:Entra.";
        if (!IsRegistered(configuration)) yield return "No alert leaves the console: set MicrosoftAppId, MicrosoftAppTenantId and Credential:Kind, and each person on duty gets it in Teams.";
        if (configuration["Teams:PublicAddress"] is not { Length: > 0 }) yield return "Cards, notices and mails have no link to the console: set Teams:PublicAddress.";
    }

    private static bool MaySignIn(IConfiguration configuration) => configuration.GetSection(EntraSignIn.Section).Exists();

    private static bool IsRegistered(IConfiguration configuration) => configuration["MicrosoftAppId"] is { Length: > 0 };
}
