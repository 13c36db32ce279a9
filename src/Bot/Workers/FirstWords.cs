using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>What the first word to a new hire, and the words that wait for it, agree on.</summary>
internal static class FirstWords
{
    /// <summary>What every <see cref="KeyOf"/> begins with.</summary>
    public const string Said = "first-day:";

    public static string KeyOf(Hire hire) => Said + hire.EmployeeId;

    /// <summary>True while the first word may be said: they have begun, are still new, and are not on leave.</summary>
    public static bool AreFor(Hire hire, TrainingRules rules, DateOnly today) => hire.On <= today && hire.On.AddDays(rules.NewHireDays) >= today && !hire.Leaves.Any(l => l.Covers(today));

    /// <summary>Whoever has heard this, or that something is due soon, hears neither again that day.</summary>
    public static string DayOf(string personId, DateOnly today) => FormattableString.Invariant($"word:{today:yyyyMMdd}:{personId}");
}
