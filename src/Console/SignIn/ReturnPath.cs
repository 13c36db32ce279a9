using System.Text.RegularExpressions;

namespace SupportBot.Console;

/// <summary>Where somebody goes on after signing in: a page of the console, and nothing that a browser could read as another place.</summary>
internal static partial class ReturnPath
{
    public const string Inbox = "/console";

    /// <summary>The path where it is a page of the console; the inbox otherwise.</summary>
    public static string Of(string? asked) =>
        asked is not null && Inside().IsMatch(asked) && !asked.StartsWith("/console/sign", StringComparison.Ordinal) && !asked.StartsWith("/console/teams", StringComparison.Ordinal) ? asked : Inbox;

    /// <summary>The page of a case by its number; null where that is no number of a case.</summary>
    public static string? OfCase(string? number) => number is not null && Number().IsMatch(number) ? $"/console/cases/{number}" : null;

    // No dot, so that no segment climbs; no second slash, no backslash, no fragment.
    [GeneratedRegex(@"\A/console(/[A-Za-z0-9][A-Za-z0-9_-]*)*(\?[A-Za-z0-9=&%+_-]*)?\z")]
    private static partial Regex Inside();

    [GeneratedRegex(@"\A[A-Z0-9]{3}-[A-Z0-9]{3}\z")]
    private static partial Regex Number();
}
