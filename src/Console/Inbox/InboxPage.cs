using Microsoft.AspNetCore.Http;
using SupportBot.Cards;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The alerts that were sent to this person, newest first.</summary>
public class InboxPage(District district, AlertBoard board, ReachBoard reach, ReviewBoard reviews, AttendanceBoard attendance, VerifyBoard verify, DuesBoard dues, YearBoard year, SchoolTime time, ICardWords english, ConsoleOptions options) : StaffPage(district)
{
    public Board Board { get; private set; } = new([], []);

    public IReadOnlyList<OutOfReach> OutOfReach { get; private set; } = [];

    /// <summary>Protocols whose review this person is reminded of.</summary>
    public IReadOnlyList<ReviewDue> Reviews => reviews.For(Me);

    /// <summary>Schools with students over the attendance line, for those on duty for them.</summary>
    public Task<IReadOnlyList<SchoolOverLine>> OverLineAsync() => attendance.OfAsync(Me, HttpContext.RequestAborted);

    /// <summary>How many resources are to be verified, for whoever answers for them; null for others, and where there is none.</summary>
    public string? ToVerify => verify.Answers(Me) && verify.Now is { Count: > 0 } due ? verify.Sentence(due, english) : null;

    /// <summary>What is overdue of required trainings, for whoever is told of it.</summary>
    public IReadOnlyList<string> Dues => [.. dues.LatestOf(Me).Select(d => DuesWords.Of(d.As, d.Items, District, english))];

    /// <summary>What the school's year has begun at this person's schools, until somebody there says so.</summary>
    public Task<IReadOnlyList<BegunEntry>> YearAsync() => year.OpenForAsync(Me, HttpContext.RequestAborted);

    /// <summary>Changes when anything on the page but the passing of time has changed.</summary>
    public string Signature => string.Join('|', [Board.Signature, .. reach.ServiceNews, .. OutOfReach.Select(o => o.Person.Id)]);

    public SchoolTime Time => time;

    public ConsoleOptions Options => options;

    public async Task OnGetAsync(CancellationToken cancel) =>
        (Board, OutOfReach) = (await board.OfAsync(Me, Origin(), cancel), await reach.OfAsync(Me, cancel));

    private Uri Origin() => options.PublicAddress ?? new Uri($"{Request.Scheme}://{Request.Host.ToUriComponent()}");
}
