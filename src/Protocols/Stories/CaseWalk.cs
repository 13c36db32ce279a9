using System.Globalization;
using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>
/// Walks a case by chance: people finish what is open or leave it, move the case where its gates let them, hand it on, let time pass, close it and open it
/// again. Then they work it in earnest: everything that is open is done, and the case must come to an end.
/// </summary>
internal sealed partial class CaseWalk(Protocol protocol, CasePlan plan, Random chance)
{
    // How long they play, and within how many moves a case that is worked in earnest must end.
    private const int MostPlayed = 30;
    private const int MostMoves = 60;

    // Between two moves a task may open others of its kind; one that asks for itself without end would never be done.
    private const int MostTasks = 200;

    private readonly StoryCalendar _calendar = new();
    private readonly List<Deadline> _deadlines = [];
    private readonly Dictionary<string, int> _entered = [];
    private Case _case = null!;
    private DateTimeOffset _now = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);
    private int _tokens;
    private int _people;

    /// <summary>States it has come to.</summary>
    public IEnumerable<string> Entered => _entered.Keys;

    /// <summary>What went wrong, and at which state or task of the protocol; null where nothing did.</summary>
    public (string At, string What)? Walk()
    {
        try
        {
            Open();
            var most = chance.Next(MostPlayed + 1);
            for (var played = 0; played < most; played++)
                Play();
            WorkToItsEnd();
            return null;
        }
        catch (CaseWalkBroken broken)
        {
            return (broken.At, broken.Message);
        }
    }

    private void Open()
    {
        var anonymous = protocol.Anonymous != Anonymity.Never && chance.Next(2) == 0;
        var jurisdiction = protocol.Jurisdictions.Count == 0 ? "" : Any(protocol.Jurisdictions);
        Take(CaseEngine.Open(new CaseOpening(Guid.Empty, "W-1", "walk@1", [], protocol.Severity, "school", jurisdiction, anonymous, "en", []), Moment(anonymous ? Actor.Reporter : Somebody())));
    }

    private void Play()
    {
        var roll = chance.Next(100);
        if (CaseEngine.IsOver(_case, plan))
            Reopen();
        else if (roll < 45)
            FinishAny();
        else if (roll < 70)
            MoveAnywhere();
        else if (roll < 90)
            LetTimePass();
        else if (roll < 95 && _case.OpenTasks.Any())
            Take(CaseEngine.HandOver(_case, Any(_case.OpenTasks.ToList()).Id, Somebody().PersonId!, Moment()).Step!);
        else
            HandToAnotherSchool();
    }

    private void FinishAny()
    {
        if (_case.OpenTasks.ToList() is not { Count: > 0 } open)
            return;
        var task = Any(open);
        if (task.WaitsForSecond)
            Agree(task, agrees: chance.Next(4) > 0);
        else
            Finish(task, inEarnest: chance.Next(4) > 0);
    }

    private void MoveAnywhere()
    {
        var next = plan.State(_case.State)!.Next;
        if (next.Count > 0 && Move(Any(next)) is { Step: { } step })
            Take(step);
    }

    private void Reopen()
    {
        var next = plan.State(_case.State)!.Next;
        if (next.Count > 0 && chance.Next(3) == 0)
            Take(Done(Move(Any(next)), $"state {_case.State}", "cannot be opened again"));
    }

    private void HandToAnotherSchool()
    {
        Take(CaseEngine.Transfer(_case, $"school-{++_people}", _case.Jurisdiction, [new Rung("counselor", Span.Hours(1))], Moment()).Step!);
        Take(Done(CaseEngine.Acknowledge(_case, _case.Alerts[^1].Id, Moment()), "case", "nobody can take it after it was handed to another school"));
    }

    // What falls due tells people, one after the other, until the moment has come.
    private void LetTimePass() => PassTo(chance.Next(2) == 0 && _deadlines.Count > 0 ? _deadlines.Min(d => d.Due) : _now.AddMinutes(chance.Next(1, 10_000)));

    private void PassTo(DateTimeOffset until)
    {
        while (_deadlines.MinBy(d => d.Due) is { } due && due.Due <= until)
        {
            _deadlines.Remove(due);
            _now = due.Due > _now ? due.Due : _now;
            if (CaseEngine.TaskFellDue(_case, due.Subject, due.Token, Moment(Actor.Program)) is not { } step)
                continue;
            if (!step.Notices.Any(n => n.Kind == NoticeKind.TaskOverdue && n.Role.Length > 0))
                throw Broken($"task {CaseTask.PlanIdOf(due.Subject)}", $"{due.Subject} falls due and nobody is told");
            Take(step);
        }
        _now = until > _now ? until : _now;
    }

    private void WorkToItsEnd()
    {
        // The usual way on is written first; by chance alone a long way to the end would hardly ever be walked.
        var usual = chance.Next(2) == 0;
        for (var moves = 0; moves < MostMoves; moves++)
        {
            if (CaseEngine.IsOver(_case, plan))
                return;
            FinishAll();
            if (chance.Next(3) == 0)
                LetTimePass();
            FinishAll();
            // The way least taken, so that no circle holds a walk.
            var ways = plan.State(_case.State)!.Next.OrderBy(id => _entered.GetValueOrDefault(id)).ThenBy(_ => usual ? 0 : chance.Next()).Select(Move).ToList();
            if (ways.FirstOrDefault(w => w.Step is not null).Step is not { } step)
                throw Broken($"state {_case.State}", $"stands still in {_case.State}: everything is done, and no way on is open ({string.Join("; ", ways.Select(w => Why(w.Refused!)))})");
            Take(step);
        }
        throw Broken($"state {_case.State}", $"does not come to an end within {MostMoves} moves, last in {_case.State}");
    }

    // Of what repeats, once is enough, but for what a gate wants to hear again.
    private void FinishAll()
    {
        for (var done = 0; done < MostTasks; done++)
        {
            var wanted = plan.State(_case.State)!.Next.Select(plan.State).OfType<StatePlan>().SelectMany(s => CaseEngine.Missing(_case, s, plan, _now)).ToHashSet();
            if (_case.OpenTasks.FirstOrDefault(t => _case.LatestOf(t.PlanId) is null || wanted.Contains(t.PlanId)) is not { } task)
                return;
            if (task.WaitsForSecond)
                Agree(task, agrees: true);
            else
                Finish(task, inEarnest: true);
        }
        throw Broken($"state {_case.State}", $"has no end of tasks in {_case.State}");
    }

    private CaseResult Move(string state)
    {
        var reason = new Words(Guid.Empty, _case.Id, WordsKind.Reason, state, "", Somebody(), _now, new PersonText("words"));
        if (CaseEngine.IsOver(_case, plan))
            return CaseEngine.Reopen(_case, state, reason, Moment());
        return plan.State(state) is { IsEnd: true }
            ? CaseEngine.Close(_case, state, Any(plan.Outcomes).Id, reason, Moment())
            : CaseEngine.Move(_case, state, reason, Moment());
    }

    private static string Why(Refusal refused) => refused is Refusal.TasksOpen open ? $"needs {string.Join(", ", open.TaskIds)}" : refused.GetType().Name;

    private static CaseStep Done(CaseResult result, string at, string otherwise) => result.Step ?? throw Broken(at, $"{otherwise}: {Why(result.Refused!)}");

    private void Take(CaseStep step)
    {
        var before = _case?.State;
        _case = step.Children.Aggregate(step.Case, (@case, child) => @case.WithChild(child));
        _deadlines.AddRange(step.Deadlines.Where(d => d.Kind == DeadlineKind.Task));
        if (before != _case.State)
            _entered[_case.State] = _entered.GetValueOrDefault(_case.State) + 1;
        LookAt(step, before);
    }

    private T Any<T>(IReadOnlyList<T> list) => list[chance.Next(list.Count)];

    // A few colleagues, who take turns.
    private Actor Somebody() => Actor.Staff(string.Create(CultureInfo.InvariantCulture, $"p{chance.Next(3)}"));

    private CaseMoment Moment(Actor? actor = null) =>
        new(actor ?? Somebody(), _now, plan, _calendar, () => (++_tokens).ToString(CultureInfo.InvariantCulture)) { RolesHere = _roles, Trainings = _trainings };

    private readonly HashSet<string> _roles = [.. plan.Tasks.SelectMany(t => t.AgreedBy.Prepend(t.Owner))];
    private readonly HashSet<string> _trainings = [.. plan.Tasks.Select(t => t.TrainedIn).OfType<string>()];

    private static CaseWalkBroken Broken(string at, string what) => new(at, what);
}
