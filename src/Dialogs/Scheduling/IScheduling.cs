namespace SupportBot.Dialogs;

/// <summary>
/// Workshops as those who lead them schedule, move and call them off. Implemented where the rooms meet. Whoever calls need not ask who may what: every verb asks, and whoever may
/// not is refused. What is done is a commit of its own: done once more it changes nothing and says how things stand.
/// </summary>
public interface IScheduling
{
    bool MaySchedule(string personId);

    /// <summary>Courses that are held at a time, by title.</summary>
    /// <param name="language">ISO 639; titles come in English where there are none in it.</param>
    IReadOnlyList<PlannedCourse> Courses(string language);

    /// <summary>Those that the words may mean: one where it is clear, a few where they are close, none where nothing fits.</summary>
    IReadOnlyList<PlannedCourse> Find(string words, string language);

    /// <summary>Sessions to come that the person may move and call off, those that they lead themselves first.</summary>
    Task<IReadOnlyList<LedSession>> LedAsync(string personId, string language, CancellationToken cancel);

    /// <summary>Null where there is no such session, or it is not theirs.</summary>
    Task<LedSession?> ShowAsync(string personId, Guid sessionId, string language, CancellationToken cancel);

    /// <summary>Times that fit the plan, without those it has shown. Calendars are waited for a few seconds and no longer.</summary>
    Task<SlotsFound> ProposeAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel);

    /// <summary>What would come of it; nothing is written.</summary>
    /// <param name="plan">With a time.</param>
    Task<PlanAnswer> TryAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel);

    /// <summary>Schedules or moves it; everybody on the roll hears of a move once.</summary>
    /// <param name="plan">With a time.</param>
    Task<PlanAnswer> KeepAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel);

    /// <summary>Calls it off; everybody on the roll hears of it once.</summary>
    Task<PlanAnswer> CallOffAsync(string personId, Guid sessionId, string language, CancellationToken cancel);
}

/// <summary>A district without trainings: nobody schedules anything.</summary>
internal sealed class NoScheduling : IScheduling
{
    private static readonly Task<PlanAnswer> Refused = Task.FromResult(new PlanAnswer(PlanOutcome.NotAllowed));

    public bool MaySchedule(string personId) => false;

    public IReadOnlyList<PlannedCourse> Courses(string language) => [];

    public IReadOnlyList<PlannedCourse> Find(string words, string language) => [];

    public Task<IReadOnlyList<LedSession>> LedAsync(string personId, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<LedSession>>([]);

    public Task<LedSession?> ShowAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Task.FromResult<LedSession?>(null);

    public Task<SlotsFound> ProposeAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel) => Task.FromResult(new SlotsFound([], CalendarSight.None, []));

    public Task<PlanAnswer> TryAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel) => Refused;

    public Task<PlanAnswer> KeepAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel) => Refused;

    public Task<PlanAnswer> CallOffAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Refused;
}
