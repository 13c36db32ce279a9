using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A course that is offered in a block, with what is held of it then.</summary>
/// <param name="Sessions">Of that course, on that day, within the block; empty where nobody has scheduled one yet.</param>
public sealed record CourseOfBlock(Course Course, IReadOnlyList<ListedSession> Sessions);

/// <summary>A block of the day as one strand has it.</summary>
/// <param name="Offered">What people of the strand choose from; empty where everybody does the same.</param>
public sealed record BlockOfDay(DayBlock Block, IReadOnlyList<CourseOfBlock> Offered);

/// <summary>How one Professional Learning Day runs for one strand: what is offered when, and where seats are free. For every member of staff.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed class LearningDayPage(District district, ITrainingRolls rolls, TrainingOffer offer, TitleSight titleSight, SessionWords words) : StaffPage(district)
{
    [FromRoute]
    public string Day { get; set; } = "";

    /// <summary>Id of a strand; without it, the one that is likely theirs.</summary>
    [FromQuery(Name = "strand")]
    public string? Strand { get; set; }

    /// <summary>Never null once a page is shown.</summary>
    public LearningDay Learning { get; private set; } = null!;

    public DateOnly On { get; private set; }

    public Strand Shown { get; private set; } = null!;

    public IReadOnlyList<BlockOfDay> Blocks { get; private set; } = [];

    public SessionWords Words => words;

    public bool MaySchedule => TrainingSight.MaySchedule(Me);

    /// <summary>The page of a day.</summary>
    public static string AddressOf(DateOnly day) => $"{CalendarPage.Address}/days/{CalendarPage.Iso(day)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            || offer.Catalogue?.LearningDayOn(on) is not { Strands.Count: > 0 } learning) return new UnseenResult();
        (On, Learning) = (on, learning);
        Shown = learning.Strands.FirstOrDefault(s => s.Id == Strand) ?? learning.Strands[Likely(learning)];

        var calendar = District.CalendarOf(null);
        var titles = await titleSight.OfAsync(Me, cancel);
        var listed = (await rolls.BetweenAsync(calendar.Moment(on.AddDays(-1), TimeOnly.MinValue), calendar.Moment(on.AddDays(2), TimeOnly.MinValue), cancel))
            .Where(s => words.DayOf(s.Session) == on && s.Session.State != SessionState.Cancelled).ToList();
        Blocks =
        [
            .. learning.Blocks.Select(b => new BlockOfDay(b,
            [
                .. Shown.CoursesByBlock.GetValueOrDefault(b.Id, []).Select(offer.Catalogue!.Course).OfType<Course>().Where(c => titles.Knows(c.Id))
                    .Select(c => new CourseOfBlock(c, [.. listed.Where(s => s.Session.CourseId == c.Id && Within(s.Session, b))])),
            ])),
        ];
        return Page();
    }

    // A session of another school may lie in another time zone, so its own clock counts.
    private bool Within(Session session, DayBlock block)
    {
        var starts = TimeOnly.FromDateTime(District.CalendarOf(session.SchoolId).Local(session.Starts));
        return starts >= block.From && starts < block.To;
    }

    // By the level of the school where they work; strands are named for grades and not for levels, so this is a guess that one click changes.
    private int Likely(LearningDay learning)
    {
        var levels = Me.Posts.Select(p => District.School(p.SchoolId)).OfType<School>().SelectMany(s => s.Levels).ToHashSet();
        var at = School.AllLevels.ToList().FindIndex(levels.Contains);
        return at >= 0 && at < learning.Strands.Count ? at : learning.Strands.Count - 1;
    }
}
