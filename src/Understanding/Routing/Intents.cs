namespace SupportBot.Understanding;

/// <summary>What a person may want of the bot.</summary>
public static class Intents
{
    public const string None = "none";
    public const string FindResources = "find-resources";
    public const string ReportBullying = "report-bullying";
    public const string FollowUpReport = "follow-up-report";
    public const string TalkToHuman = "talk-to-human";

    public static IReadOnlyList<string> All { get; } =
    [
        ReportBullying, FollowUpReport, "suicide-protocol", FindResources, "sign-up-training", "my-trainings", "enroll-new-hires", "schedule-workshop", "case-queue",
        "attendance-intervention", "threat-assessment", "safety-assessment", "articulation-handoff", "protocol-review", "kpi-dashboard", TalkToHuman, "help", "cancel",
        "change-language", "privacy",
    ];

    /// <summary>The intent of a command; null for one that belongs to a dialog, such as going back.</summary>
    public static string? Of(CommandKind command) => command switch
    {
        CommandKind.Help => "help",
        CommandKind.Stop => "cancel",
        CommandKind.Language => "change-language",
        CommandKind.Privacy => "privacy",
        CommandKind.Person => TalkToHuman,
        _ => null,
    };
}
