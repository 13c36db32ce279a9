namespace SupportBot.Training;

/// <summary>Where somebody is in a series.</summary>
/// <param name="Done">Courses of it that count, in its order.</param>
/// <param name="Next">The first that does not; null where all do.</param>
public sealed record SeriesProgress(Series Series, Cohort Cohort, IReadOnlyList<string> Done, string? Next)
{
    public bool IsComplete => Next is null;

    /// <summary>Whoever is hired goes with the next cohort that begins in their month or later.</summary>
    public static Cohort CohortOf(Series series, DateOnly hiredOn)
    {
        ArgumentNullException.ThrowIfNull(series);
        var month = series.CohortMonths.FirstOrDefault(m => m >= hiredOn.Month);
        return month > 0 ? new Cohort(hiredOn.Year, month) : new Cohort(hiredOn.Year + 1, series.CohortMonths[0]);
    }

    /// <summary>The cohort after this one: whoever missed a course makes it up there, and keeps their place.</summary>
    public static Cohort After(Series series, Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(series);
        var month = series.CohortMonths.FirstOrDefault(m => m > cohort.Month);
        return month > 0 ? cohort with { Month = month } : new Cohort(cohort.Year + 1, series.CohortMonths[0]);
    }

    public static SeriesProgress Of(Series series, DateOnly hiredOn, Transcript transcript, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(transcript);
        // What was done once is done, even where it counts no longer: the series asks for the way, not for the renewal.
        var ever = transcript.Completions.Where(c => !c.Revoked && c.On <= today).Select(c => c.CourseId).Concat(transcript.ValidOn(today)).ToHashSet(StringComparer.Ordinal);
        return new SeriesProgress(series, CohortOf(series, hiredOn), [.. series.CourseIds.Where(ever.Contains)], series.CourseIds.FirstOrDefault(c => !ever.Contains(c)));
    }
}
