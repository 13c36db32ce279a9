using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// Whom a case alerts when it comes to another school: the first role that sees such cases and that somebody holds there, then the
/// principal, who is told until somebody answers. How long each has goes by the case's severity. District default.
/// </summary>
public static class TransferLadder
{
    public static IReadOnlyList<Rung> Of(SeenCase seen, string schoolId, District district)
    {
        var within = seen.Case.Severity switch
        {
            Severity.Critical => Span.Minutes(5),
            Severity.Urgent => Span.Minutes(15),
            _ => Span.SchoolDays(1),
        };
        var first = seen.Plan.Sees.FirstOrDefault(role => district.Roster.HoldersOnPaper(role, schoolId).Any(p => !seen.Case.Excluded.Contains(p.Id)));
        return [.. new[] { first, "principal" }.OfType<string>().Distinct().Select(role => new Rung(role, within))];
    }
}
