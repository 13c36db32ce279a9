using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>How new hires get on, step by step and site by site, for whoever may see them: see <see cref="HireProgressBoard"/>.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed class HireProgressPage(District district, HireProgressBoard board, HireSight sight) : StaffPage(district)
{
    public const string Address = "/console/training/new-hires";

    /// <summary>More who are late are counted and not listed.</summary>
    public const int MostListed = 200;

    public HireProgress Progress { get; private set; } = new([], [], []);

    public bool SeesHires => sight.MaySee(Me);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await board.OfAsync(Me, cancel) is not { } progress) return new UnseenResult();
        Progress = progress;
        return Page();
    }

    public string NameOf(StepCount step) => board.NameOf(step.CourseId);

    /// <summary>Who need not do what, the earliest end first. Why, stands with human resources and the training lead.</summary>
    public IReadOnlyList<(ListedHire Hire, string Course, DateOnly Until)> Waived => [.. Progress.Hires.SelectMany(h => h.Waived.Select(w => (h, board.NameOf(w.CourseId), w.Until))).OrderBy(w => w.Until)];

    public string SchoolName(string? schoolId) => schoolId is null ? "Whole district" : District.School(schoolId)?.Name ?? schoolId;

    public string LateWith(ListedHire listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        return string.Join(", ", listed.Overdue.Select(d => board.NameOf(d.Requirement.CourseId)).Distinct());
    }

    public static DateOnly? Since(ListedHire listed) => listed?.Overdue.Min(d => d.Due);
}
