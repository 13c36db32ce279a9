using System.Globalization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Absence figures in words.</summary>
public static class AbsenceWords
{
    /// <summary><c>14.2 percent</c>; <c>too few days to say</c> where there are none.</summary>
    public static string Percent(decimal enrolled, decimal absent) => enrolled > 0 ? $"{Number(AbsenceRule.Percent(enrolled, absent))} percent" : "too few days to say";

    /// <summary><c>8.5 of 60 days</c>.</summary>
    public static string Days(decimal enrolled, decimal absent) => $"{Number(absent)} of {Number(enrolled)} days";

    /// <summary>What a case says of a figure. It suggests and does not decide.</summary>
    public static string Sentence(decimal enrolled, decimal absent, DateOnly asOf, AttendancePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var suggests = plan.TierOf(enrolled, absent) is { } tier ? $" The number suggests: {tier}." : "";
        return $"{Percent(enrolled, absent)} of enrolled days missed ({Days(enrolled, absent)}) by {SchoolTime.Day(asOf)}.{suggests}";
    }

    /// <summary><c>1 student is</c>, <c>12 students are</c>.</summary>
    public static string StudentsAre(int count) => count == 1 ? "1 student is" : string.Create(CultureInfo.InvariantCulture, $"{count} students are");

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
