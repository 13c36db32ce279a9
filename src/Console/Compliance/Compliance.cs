namespace SupportBot.Console;

/// <summary>How many people of a group stand how with what is asked of them: each by the worst there is.</summary>
/// <param name="Name">A school, a role or a month, as people read it.</param>
public sealed record ComplianceLine(string Name, int Met, int Open, int Overdue, int Paused)
{
    public int People => Met + Open + Overdue + Paused;

    /// <summary>Whole percent who have met all, cut and never rounded up; 0 where there is nobody.</summary>
    public int MetPercent => People == 0 ? 0 : Met * 100 / People;
}

/// <summary>All staff of whom something is asked, in three ways.</summary>
/// <param name="Everybody">Each once, also whoever stands in several lines.</param>
/// <param name="BySite">Whoever works at two schools is counted at both.</param>
/// <param name="ByRole">Whoever holds two roles is counted in both.</param>
/// <param name="ByMonth">By the month of the first day, the newest first; those of whom HR has told none last.</param>
public sealed record Compliance(ComplianceLine Everybody, IReadOnlyList<ComplianceLine> BySite, IReadOnlyList<ComplianceLine> ByRole, IReadOnlyList<ComplianceLine> ByMonth);
