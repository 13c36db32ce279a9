using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A completion as it would be kept.</summary>
/// <param name="IsKnown">The same course on the same day stands on their record already.</param>
public sealed record PlannedEarlier(EarlierRow Row, Person Person, Course Course, EarlierLine Line, bool IsKnown)
{
    /// <summary>Its time is over: it stands on record, and counts no more.</summary>
    public bool IsOverOn(DateOnly today) => Line.Completion.Until < today;
}

/// <summary>What a list would do to people's records.</summary>
/// <param name="Faults">Lines that can be read and are not taken.</param>
/// <param name="Overdue">How many people are overdue with a course that the list says is over for them.</param>
/// <param name="Ending">How many people are reminded soon, because what the list tells ends soon.</param>
public sealed record EarlierPlan(IReadOnlyList<PlannedEarlier> Lines, IReadOnlyList<EarlierFault> Faults, int Overdue, int Ending)
{
    public IReadOnlyList<PlannedEarlier> New => [.. Lines.Where(l => !l.IsKnown)];
}

/// <summary>Holds a list against the directory, the hires, the courses and what is on record.</summary>
public sealed class EarlierPlans(District district, IHireBook hires, ITranscriptBook transcripts, StaffStandings standings, TrainingOffer offer)
{
    public async Task<EarlierPlan> OfAsync(IReadOnlyList<EarlierRow> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (offer.Catalogue is not { } catalogue) return new EarlierPlan([], [], 0, 0);
        var (people, courses, calendar, today) = (new EarlierPeople(district, await hires.AllAsync(cancel)), new EarlierCourses(catalogue), district.CalendarOf(null), standings.Today);
        List<EarlierFault> faults = [];
        List<(EarlierRow Row, Person Person, Course Course)> meant = [];
        foreach (var row in rows)
        {
            if (people.Find(row, out var person) is { } nobody) faults.Add(nobody);
            else if (courses.Find(row, out var course) is { } nothing) faults.Add(nothing);
            else meant.Add((row, person!, course!));
        }

        // Nobody can say which of two sources is right, so neither is taken.
        foreach (var doubled in meant.GroupBy(m => (m.Person.Id, m.Course.Id, m.Row.On)).Where(g => g.Count() > 1).ToList())
        {
            var others = string.Join(", ", doubled.Select(m => m.Row.Line));
            faults.AddRange(doubled.Select(m => new EarlierFault(m.Row.Line, $"the same person, course and day stand in lines {others}", "leave one of them")));
            meant.RemoveAll(doubled.Contains);
        }

        var kept = (await transcripts.DoneAsync(meant.Select(m => m.Course.Id).ToHashSet(StringComparer.Ordinal), cancel)).ToDictionary(c => (c.PersonId, c.CourseId, c.On));
        List<PlannedEarlier> planned = [];
        foreach (var (row, person, course) in meant)
        {
            var known = kept.GetValueOrDefault((person.Id, course.Id, row.On));
            // What was taken back here is not brought back by a list that is older than that.
            if (known is { Revoked: true }) faults.Add(new EarlierFault(row.Line, $"that {person.Name} has done {course.Code} on {row.On:yyyy-MM-dd} was taken back here", "leave the line out; what was done anew has another day"));
            else planned.Add(new PlannedEarlier(row, person, course, new EarlierLine(RecordDesk.Of(course, person.Id, row.On, calendar) with { Serial = null, Brought = today }, new(row.Source)), known is not null));
        }

        var (overdue, ending) = await SoonAsync(planned, catalogue, today, cancel);
        return new EarlierPlan(planned, faults, overdue, ending);
    }

    private async Task<(int Overdue, int Ending)> SoonAsync(List<PlannedEarlier> planned, Catalogue catalogue, DateOnly today, CancellationToken cancel)
    {
        var added = planned.Where(p => !p.IsKnown).ToList();
        if (added.Count == 0) return (0, 0);
        var standing = (await standings.AllAsync(cancel)).Where(s => s.Person is not null).ToDictionary(s => s.Person!.Id);
        var (overdue, ending) = (0, 0);
        foreach (var theirs in added.GroupBy(p => p.Person.Id))
        {
            var now = standing.GetValueOrDefault(theirs.Key);
            // Of each course what counts longest, here or in the list.
            var last = theirs.GroupBy(p => p.Course).Select(g => (Course: g.Key, Until: g.Max(p => p.Line.Completion.Until))).ToList();
            if (last.Any(l => l.Until < today && now?.Overdue.Any(d => d.Requirement.CourseId == l.Course.Id) == true)) overdue++;
            if (last.Any(l => Renewals.IsRenewed(l.Course) && Renewals.StepOf(l.Until, today, catalogue.Rules.RenewalDays) is not null && !(now?.Transcript.UntilOf(l.Course.Id, today) > l.Until))) ending++;
        }

        return (overdue, ending);
    }
}
