using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What came of taking back a line.</summary>
public enum EarlierBack
{
    Done,
    NoReason,

    /// <summary>Longer than <see cref="EarlierDesk.LongestReason"/>.</summary>
    ReasonTooLong,

    /// <summary>There is no such line, or it was taken back before.</summary>
    NotThere,
}

/// <summary>
/// Brings what staff completed before this program came, and takes wrong lines of it back. Human resources and the training lead do it, as they put single completions on record, and the journal keeps
/// for each line who did. Decision 0039.
/// </summary>
public sealed class EarlierDesk(EarlierPlans plans, IEarlierBook book, District district, TimeProvider clock, ILogger<EarlierDesk> log)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 500;

    /// <summary>Nobody is told that a course is overdue, whose completion a list says is over, before so many days after the list came: wrong lines are taken back before anybody hears of them (district default).</summary>
    public const int DaysToPutRight = 7;

    /// <summary>By the district's clock.</summary>
    public DateOnly Today => district.CalendarOf(null).Today(clock.GetUtcNow());

    /// <summary>What a list gives, for whoever looks at it before anything is kept.</summary>
    /// <returns>No plan where nothing of it could be read.</returns>
    public async Task<(EarlierReading Reading, EarlierPlan? Plan)> ReadAsync(string csv, CancellationToken cancel)
    {
        var reading = EarlierCsv.Read(csv, Today, Today.AddYears(-RecordDesk.MostYears));
        return (reading, reading.Refused is null ? await plans.OfAsync(reading.Rows, cancel) : null);
    }

    /// <summary>Writes what is new, all in one transaction. What somebody else brought meanwhile stays as it is.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> BringAsync(Person by, EarlierPlan plan, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(plan);
        var added = await book.BringAsync([.. plan.New.Select(p => p.Line)], line => Entry(by, AuditAction.CompletionBrought, line.Completion.PersonId, line.Completion.CourseId), cancel);
        Log.EarlierBrought(log, by.Id, added, plan.Lines.Count - added);
        return added;
    }

    public async Task<EarlierBack> TakeBackAsync(Person by, string personId, string courseId, DateOnly on, PersonText reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(reason);
        var text = reason.Reveal().Trim();
        if (text.Length == 0) return EarlierBack.NoReason;
        if (text.Length > LongestReason) return EarlierBack.ReasonTooLong;
        return await book.TakeBackAsync(personId, courseId, on, new PersonText(text), Entry(by, AuditAction.CompletionTakenBack, personId, courseId), cancel) ? EarlierBack.Done : EarlierBack.NotThere;
    }

    public Task<IReadOnlyList<EarlierLine>> AllAsync(CancellationToken cancel) => book.AllAsync(cancel);

    /// <summary>Where a person's own earlier completions are known from, by course and day.</summary>
    public async Task<IReadOnlyDictionary<(string CourseId, DateOnly On), PersonText>> SourcesOfAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        return (await book.OfPersonAsync(person.Id, cancel)).ToDictionary(l => (l.Completion.CourseId, l.Completion.On), l => l.Source);
    }

    private AuditEntry Entry(Person by, string action, string personId, string courseId) => new(Guid.Empty, Actor.Staff(by.Id), action, $"{personId}:{courseId}", clock.GetUtcNow());
}
