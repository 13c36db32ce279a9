using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>Whether somebody may rely on a rule, in words.</summary>
public static class ClockWords
{
    public static string Status(RuleSource source) => source.Status switch
    {
        "found" => "Found in its source",
        "verify" => "Not verified: ask before relying on it",
        _ => "District default",
    };
}
