using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// Who has something to do that is due soon, and no seat yet at a session before that day. Of one course only the day that comes first counts; once it is overdue, only that is told.
/// Seats are read once for all.
/// </summary>
public sealed class SoonList(ITrainingRolls rolls, District district, TimeProvider clock)
{
    /// <summary>A roll may be closed some days after its session; so long whoever had a seat has done nothing wrong.</summary>
    private const int RollDays = 14;

    /// <param name="asked">Everybody with what of theirs is told of: not every duty of everybody is.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<SoonItem>>> OfAsync(IEnumerable<(StaffStanding Who, IEnumerable<Duty> Duties)> asked, Catalogue catalogue, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(catalogue);
        var (calendar, days, steps) = (district.CalendarOf(null), TrainingDays.Of(district), catalogue.Rules.DueSoonDays);
        var today = calendar.Today(clock.GetUtcNow());
        List<SoonItem> soon = [];
        foreach (var (who, duties) in asked)
            if (steps.Count > 0 && who.Person is not null)
                foreach (var duty in duties.Where(d => d is { Standing: not Standing.Met, Due: not null }).GroupBy(d => d.Requirement.CourseId).Select(g => g.MinBy(d => d.Due)!))
                    if (DueSoon.StepOf(duty, who.Staffer, who.Transcript, days, today, steps) is { } step) soon.Add(new SoonItem(who, duty.Requirement, duty.Due!.Value, step));
        if (soon.Count == 0) return new Dictionary<string, IReadOnlyList<SoonItem>>();
        var seats = (await rolls.HeldSeatsAsync(calendar.Moment(today.AddDays(-RollDays), TimeOnly.MinValue), calendar.Moment(soon.Max(s => s.Due).AddDays(1), TimeOnly.MinValue), cancel))
            .GroupBy(s => (s.PersonId, s.CourseId)).ToDictionary(g => g.Key, g => calendar.Today(g.Min(s => s.Starts)));
        return soon.Where(s => !(seats.TryGetValue((s.PersonId, s.Requirement.CourseId), out var on) && on <= s.Due)).GroupBy(s => s.PersonId).ToDictionary(g => g.Key, g => (IReadOnlyList<SoonItem>)[.. g]);
    }
}
