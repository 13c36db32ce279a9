using SupportBot.Dialogs;

namespace SupportBot.Dialogs.Tests;

/// <summary>Workshops in memory: two courses, one facilitator, and a calendar in which everything is free but what is written here.</summary>
internal sealed class PlannedWorkshops : IScheduling
{
    public const string Facilitator = "dev-patel";

    private static readonly PlannedCourse[] All = [new("circles", "Circles", 90, 20), new("circles-2", "Circles II", 120, 20), new("trauma", "Trauma", 60, 30)];

    public List<SchedulePlan> Written { get; } = [];

    /// <summary>How often something was to be written.</summary>
    public int Asked { get; private set; }

    public CalendarSight Sight { get; set; } = CalendarSight.Seen;

    public bool MaySchedule(string personId) => personId == Facilitator;

    public IReadOnlyList<PlannedCourse> Courses(string language) => All;

    public IReadOnlyList<PlannedCourse> Find(string words, string language) => [.. All.Where(c => words.Contains(c.Id.Split('-')[0], StringComparison.OrdinalIgnoreCase))];

    public Task<IReadOnlyList<LedSession>> LedAsync(string personId, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<LedSession>>(MaySchedule(personId) ? [.. Written.Select(Of)] : []);

    public Task<LedSession?> ShowAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Task.FromResult(MaySchedule(personId) && Written.Find(w => w.SessionId == sessionId) is { } there ? Of(there) : null);

    public Task<SlotsFound> ProposeAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel)
    {
        var calendar = Demo.Content.District.CalendarOf(plan.SchoolId);
        var days = Enumerable.Range(0, plan.To!.Value.DayNumber - plan.From!.Value.DayNumber + 1).Select(n => plan.From.Value.AddDays(n)).Where(calendar.IsWorkingDay);
        var times = days.SelectMany(d => (plan.At is { } at ? [at] : new[] { new TimeOnly(9, 0), new TimeOnly(13, 0) }).Select(t => calendar.Moment(d, t)));
        return Task.FromResult(new SlotsFound([.. times.Except(plan.Shown).Take(2)], Sight, []));
    }

    public Task<PlanAnswer> TryAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel) =>
        Task.FromResult(new PlanAnswer(PlanOutcome.Done, Written.Find(w => w.SessionId == plan.SessionId) is { } there ? Of(there) : null) { Leaders = ["Dev Patel"] });

    public Task<PlanAnswer> KeepAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel)
    {
        Asked++;
        Written.RemoveAll(w => w.SessionId == plan.SessionId);
        Written.Add(plan);
        return Task.FromResult(new PlanAnswer(PlanOutcome.Done, Of(plan)));
    }

    public Task<PlanAnswer> CallOffAsync(string personId, Guid sessionId, string language, CancellationToken cancel)
    {
        var session = Of(Written.Single(w => w.SessionId == sessionId));
        Written.RemoveAll(w => w.SessionId == sessionId);
        return Task.FromResult(new PlanAnswer(PlanOutcome.Done, session with { IsCalledOff = true }));
    }

    private static LedSession Of(SchedulePlan plan) => new(plan, All.Single(c => c.Id == plan.CourseId).Title, ["Dev Patel"], 0, 0, InvitationState.GoesOut);
}
