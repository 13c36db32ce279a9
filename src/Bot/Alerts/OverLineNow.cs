using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>How many students of a school are over the attendance line without a case at the moment at which somebody is told.</summary>
public sealed class OverLineNow(IAbsenceBook absences, District district)
{
    /// <summary>Null where there is none any more, and nothing to say.</summary>
    public async Task<SchoolOverLine?> OfAsync(string schoolId, CancellationToken cancel) =>
        district.School(schoolId) is { } school && (await absences.CountAsync([schoolId], cancel)).TryGetValue(schoolId, out var count) ? new SchoolOverLine(school, count) : null;
}
