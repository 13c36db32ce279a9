using System.Globalization;
using SupportBot.Directory;
using SupportBot.Training;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>Looks up in the directory what the trainings name: roles, schools, levels, jurisdictions, trainings that tasks ask for, and days without school.</summary>
public static class CourseFaults
{
    /// <returns>At the line on which the thing is named.</returns>
    public static IEnumerable<Fault> Of(IEnumerable<Mention> mentions, District district)
    {
        var ids = new Dictionary<Mentioned, (string Kind, IReadOnlyCollection<string> Ids)>
        {
            [Mentioned.Role] = ("role", [.. district.Roles.Select(r => r.Id)]),
            [Mentioned.School] = ("school", [.. district.Schools.Select(s => s.Id)]),
            [Mentioned.Level] = ("level", School.AllLevels),
            [Mentioned.Jurisdiction] = ("jurisdiction", School.AllJurisdictions),
            [Mentioned.Training] = ("training", [.. district.Trainings.Select(t => t.Id)]),
        };
        foreach (var mention in mentions)
        {
            var wrong = mention.What == Mentioned.LearningDay
                ? Day(DateOnly.ParseExact(mention.At.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture), district)
                : KnownIds.Missing(ids[mention.What].Kind, mention.At.Value, ids[mention.What].Ids);
            if (wrong is { } fault) yield return mention.At.FaultHere(fault.What, fault.Cure);
        }
    }

    // On a date that no calendar speaks for yet nothing is known, and nothing is wrong.
    private static (string What, string Cure)? Day(DateOnly day, District district)
    {
        var calendar = district.CalendarOf(null);
        if (calendar.YearOf(day) is null) return null;
        if (!calendar.IsWorkingDay(day)) return ($"the offices are closed on {day:yyyy-MM-dd}", "name a working day without school, or correct the calendar");
        return district.Schools.FirstOrDefault(s => district.CalendarOf(s.Id).IsSchoolDay(day)) is { } school
            ? ($"{school.Name} has school on {day:yyyy-MM-dd}", "name a working day without school, or correct the calendar")
            : null;
    }
}
