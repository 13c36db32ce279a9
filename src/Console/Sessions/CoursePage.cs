using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>One course: what it is, when it is held next, and for those who answer for trainings what people say they know and can do before and after.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed class CoursePage(District district, ITrainingRolls rolls, TrainingOffer offer, GainsBoard gains, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(120);

    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Never null once a page is shown.</summary>
    public Course Course { get; private set; } = null!;

    public SessionWords Words => words;

    public IReadOnlyList<ListedSession> Next { get; private set; } = [];

    public bool SeesGains => GainsBoard.MaySee(Me);

    public IReadOnlyList<CourseGain> Gains { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (offer.Catalogue!.Course(Id) is not { } course) return new UnseenResult();
        Course = course;
        var now = clock.GetUtcNow();
        Next = [.. (await rolls.BetweenAsync(now, now + Ahead, cancel)).Where(l => l.Session.CourseId == Id)];
        if (SeesGains) Gains = await gains.OfAsync(Id, cancel);
        return Page();
    }
}
