using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

public enum HireState
{
    Here,

    /// <summary>The directory does not know them yet.</summary>
    Waits,
    OnLeave,

    /// <summary>The directory knew them and does not any more.</summary>
    Left,
}

/// <summary>A hire and where they are.</summary>
/// <param name="Standing">Null where they have left.</param>
/// <param name="Series">Those that are for them, with the cohort that follows from the first day.</param>
public sealed record ListedHire(Hire Hire, HireState State, StaffStanding? Standing, IReadOnlyList<SeriesProgress> Series)
{
    /// <summary>What they need not do now.</summary>
    public IReadOnlyList<Waiver> Waived { get; init; } = [];

    public IEnumerable<Duty> Overdue => Standing?.Overdue ?? [];

    /// <summary>To be done, the earliest day first; what has no day last.</summary>
    public IEnumerable<Duty> Open => (Standing?.Duties ?? []).Where(d => d.Standing is SupportBot.Training.Standing.Open or SupportBot.Training.Standing.Paused).OrderBy(d => d.Due ?? DateOnly.MaxValue);
}

/// <summary>Which hires are listed. Nothing that names a person.</summary>
/// <param name="SchoolId">Null for all; empty for those who work for the whole district.</param>
/// <param name="Month">Of the first day; null for all.</param>
public sealed record HireFilter(string? SchoolId = null, (int Year, int Month)? Month = null, HireState? State = null, bool OnlyOverdue = false);

/// <summary>All hires with cohort, progress and duties, the newest first day first.</summary>
public sealed class HireList(District district, StaffStandings standings, IHireBook book, TrainingOffer offer)
{
    public async Task<IReadOnlyList<ListedHire>> AllAsync(CancellationToken cancel)
    {
        if (offer.Catalogue is not { } catalogue) return [];
        var today = standings.Today;
        var all = await standings.AllAsync(cancel);
        var byEmployee = all.Where(s => s.Hire is not null).ToDictionary(s => s.Hire!.EmployeeId);
        return [.. (await book.AllAsync(cancel)).Select(h => Listed(h, byEmployee.GetValueOrDefault(h.EmployeeId), catalogue, today)).OrderByDescending(l => l.Hire.On).ThenBy(l => l.Hire.EmployeeId, StringComparer.Ordinal)];
    }

    public static IEnumerable<ListedHire> Fitting(IEnumerable<ListedHire> hires, HireFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return hires.Where(l => (filter.SchoolId is null || (l.Hire.Details.SchoolId ?? "") == filter.SchoolId)
            && (filter.Month is not { } month || (l.Hire.On.Year, l.Hire.On.Month) == month)
            && (filter.State is not { } state || l.State == state)
            && (!filter.OnlyOverdue || l.Overdue.Any()));
    }

    /// <summary>By name, employee id or mail address, whole or in part.</summary>
    public static IEnumerable<ListedHire> Named(IEnumerable<ListedHire> hires, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var asked = words.Trim();
        bool Has(string text) => text.Contains(asked, StringComparison.CurrentCultureIgnoreCase);
        return asked.Length == 0 ? [] : hires.Where(l => Has(l.Hire.EmployeeId) || Has(l.Hire.Details.Name.Reveal()) || Has(l.Hire.Details.Mail.Reveal()));
    }

    private ListedHire Listed(Hire hire, StaffStanding? standing, Catalogue catalogue, DateOnly today)
    {
        if (standing is null) return new ListedHire(hire, hire.PersonId is not null && district.Person(hire.PersonId) is null ? HireState.Left : HireState.Waits, null, []);
        var state = hire.Leaves.Any(l => l.Covers(today)) ? HireState.OnLeave : standing.Person is null ? HireState.Waits : HireState.Here;
        return new ListedHire(hire, state, standing,
            [.. catalogue.Series.Where(s => s.Audience.Takes(standing.Staffer, today, catalogue.Rules.NewHireDays)).Select(s => SeriesProgress.Of(s, hire.On, standing.Transcript, today))]) { Waived = [.. standing.Transcript.WaivedOn(today)] };
    }
}
