using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Who was not at trainings at which they had a seat, by name, for whoever the rules tell of them. Sensitive courses have no title here.</summary>
public sealed class MissedPage(District district, NoShowBoard board, TrainingOffer offer) : StaffPage(district)
{
    public const string Address = "/console/training/missed";

    /// <summary>More are counted and not listed.</summary>
    public const int MostListed = 200;

    public IReadOnlyList<NoShows> Absent { get; private set; } = [];

    /// <summary>From how many missed trainings of a school year somebody is told of.</summary>
    public string Often => offer.Catalogue!.Rules.NoShows is var times and > 1 ? FormattableString.Invariant($"{times} times") : "once";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (offer.Catalogue is null) return new UnseenResult();
        Absent = [.. (await board.OfAsync(Me, cancel)).OrderBy(n => n.Who.Name, StringComparer.CurrentCulture)];
        return Page();
    }

    /// <summary>Course and day of a session that somebody missed.</summary>
    public string NameOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return $"{CourseNames.ForOthers(offer.Catalogue!, session.CourseId)} ({SchoolTime.Day(District.CalendarOf(session.SchoolId).Today(session.Starts))})";
    }
}
