using System.Globalization;
using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>
/// Walks a case through what a story does with it: <c>do: state</c>, <c>finish: task</c> with a form, <c>try: state</c> refused
/// for open tasks, <c>lacks: [field]</c> beside a form that falls short, <c>hand-to: school</c> transfers it, <c>by: person</c> beside a form says who fills it in (<c>refused: true</c>: and may not, or not yet), <c>in: span</c> lets time pass; <c>expect</c> may follow any of them.
/// </summary>
internal sealed class CaseStory
{
    private readonly CasePlan _plan;
    private readonly Story _story;
    private readonly StoryCalendar _calendar = new();
    private readonly List<Fault> _faults = [];
    private readonly List<string> _told = [];
    private readonly List<string> _opened = [];
    private List<Deadline> _deadlines = [];
    private Case _case;
    private DateTimeOffset _now;
    private int _tokens;

    private CaseStory(CasePlan plan, Story story, Severity severity, string jurisdiction, DateOnly today)
    {
        _plan = plan;
        _story = story;
        _now = _calendar.Add(new DateTimeOffset(today, new TimeOnly(9, 0), TimeSpan.Zero).AddDays(-1), Span.SchoolDays(1));
        var opening = new CaseOpening(Guid.Empty, "S-1", "story@1", [], severity, "school", jurisdiction, Anonymous: false, "en", []);
        var step = CaseEngine.Open(opening, Moment());
        _case = step.Case;
        Keep(step);
    }

    public static IEnumerable<Fault> Tell(CasePlan plan, Story story, YamlList steps, Severity severity, string jurisdiction, DateOnly today)
    {
        var told = new CaseStory(plan, story, severity, jurisdiction, today);
        foreach (var step in steps.Maps())
            told.Step(step);
        return told._faults;
    }

    private void Step(YamlMap map)
    {
        _told.Clear();
        _opened.Clear();
        if (map.OptionalText("do") is { } state)
            Do(map, state);
        else if (map.OptionalText("finish") is { } task)
            Finish(map, task);
        else if (map.OptionalText("agree") is { } second)
            Agree(map, second);
        else if (map.OptionalText("try") is { } gate)
            Try(map, gate);
        else if (map.OptionalText("hand-to") is { } school)
            HandTo(school);
        else if (map.ReadOptionalSpan("in") is { } span)
            Wait(_calendar.Add(_now, span));
        else if (!map.Has("expect"))
            Wrong(map, "does nothing here", "write do, finish, agree, try, hand-to, in or expect");
        if (map.OptionalMap("expect") is { } expect)
            Expect(expect);
    }

    private void Do(YamlMap map, string state)
    {
        var result = Move(state, map.OptionalText("outcome"));
        if (result.Refused is { } refused)
            Wrong(map, $"cannot move from {_case.State} to {state}: {Why(refused)}", "do what is missing first");
        else
            Take(result.Step!);
    }

    private CaseResult Move(string state, string? outcome)
    {
        var reason = new Words(Guid.Empty, _case.Id, WordsKind.Reason, state, "", Actor.Staff("p1"), _now, new PersonText("words"));
        if (CaseEngine.IsOver(_case, _plan))
            return CaseEngine.Reopen(_case, state, reason, Moment());
        return _plan.State(state) is { IsEnd: true }
            ? CaseEngine.Close(_case, state, outcome ?? (_plan.Outcomes is [var usual, ..] ? usual.Id : ""), reason, Moment())
            : CaseEngine.Move(_case, state, reason, Moment());
    }

    // Somebody there takes it at once: who is called, and when, is the ladder's story.
    private void HandTo(string school)
    {
        Take(CaseEngine.Transfer(_case, school, _case.Jurisdiction, [new Rung("counselor", Span.Hours(1))], Moment()).Step!);
        Take(CaseEngine.Acknowledge(_case, _case.Alerts[^1].Id, Moment(Actor.Staff("p2"))).Step!);
    }

    private void Agree(YamlMap map, string task)
    {
        var result = CaseEngine.Agree(_case, OpenId(task), agrees: true, Moment(Actor.Staff("p2")));
        if (result.Refused is { } refused)
            Wrong(map, $"cannot agree to {task}: {Why(refused)}", "finish it before");
        else
            Take(result.Step!);
    }

    // A task that repeats is named by its plan: the one that is open is meant.
    private string OpenId(string task) => _case.OpenTasks.FirstOrDefault(t => t.PlanId == task)?.Id ?? task;

    private void Finish(YamlMap map, string planned)
    {
        var task = OpenId(planned);
        var form = _plan.Task(task)?.Form ?? [];
        var chosen = new Dictionary<string, string>();
        var written = new List<Words>();
        foreach (var (name, node) in map.OptionalMap("with")?.Entries ?? [])
        {
            var value = node is YamlList list ? string.Join(',', list.OfType<YamlScalar>().Select(s => s.Value)) : ((node as YamlScalar)?.Value ?? "");
            if (form.FirstOrDefault(f => f.Name == name.Value)?.Type == "text")
                written.Add(new Words(Guid.Empty, _case.Id, WordsKind.TaskAnswer, $"{task}/{name.Value}", "", Actor.Staff("p1"), _now, new PersonText(value)));
            else
                chosen[name.Value] = value;
        }
        var result = CaseEngine.FinishTask(_case, task, chosen, written, Moment(Actor.Staff(map.OptionalText("by") ?? "p1")));
        if (map.Flag("refused") && result.Refused is Refusal.NotReceiving or Refusal.TooEarly)
            return;
        if (map.Flag("refused"))
            Wrong(map, $"lets {map.OptionalText("by") ?? "p1"} finish {task}", "correct by or not-before of the task, or the story");
        if (result.Refused is { } refused)
            Wrong(map, $"cannot finish {task}: {Why(refused)}", "correct the form, or finish it when it is open");
        else
            Take(result.Step!);
        var lacks = _plan.Task(task)?.Lacks(chosen, _case).Select(f => f.Name).ToList() ?? [];
        if (!lacks.Order().SequenceEqual(map.OptionalIds("lacks").Order()))
            Wrong(map, $"{(lacks.Count == 0 ? $"finishes {task}" : $"leaves {task} open: [{string.Join(", ", lacks)}] must be answered otherwise")}", "correct the form, or lacks");
    }

    private void Try(YamlMap map, string state)
    {
        var wanted = map.OptionalIds("refused-for");
        var result = Move(state, null);
        if (result.Refused is null)
            Wrong(map, $"may move to {state} although the story says it may not", "correct the gate, or the story");
        else if (map.Has("refused-for") && !(result.Refused is Refusal.TasksOpen open && open.TaskIds.Order().SequenceEqual(wanted.Order())))
            Wrong(map, $"is refused {state} for another reason: {Why(result.Refused)}", "correct refused-for");
    }

    private void Wait(DateTimeOffset until)
    {
        while (_deadlines.Where(d => d.Due <= until).MinBy(d => d.Due) is { } due)
        {
            _deadlines.Remove(due);
            _now = due.Due > _now ? due.Due : _now;
            if (CaseEngine.TaskFellDue(_case, due.Subject, due.Token, Moment(Actor.Program)) is { } step)
            {
                _told.AddRange(step.Notices.Where(n => n.Kind == NoticeKind.TaskOverdue).Select(n => n.Role));
                Take(step);
            }
        }
        _now = until;
    }

    private void Expect(YamlMap expect)
    {
        expect.RefuseUnknownKeys("told", "state", "shows", "open", "opens-case", "replaced");
        foreach (var role in expect.OptionalIds("told").Where(r => !_told.Contains(r)))
            Wrong(expect, $"does not tell {role}; it tells [{string.Join(", ", _told.Distinct())}]", "correct the escalation, or the story");
        ExpectChildren(expect);
        if (expect.OptionalText("state") is { } state && state != _case.State)
            Wrong(expect, $"is in {_case.State}, not {state}", "correct the story");
        if (expect.OptionalChoice<ReporterStatus>("shows") is { } shows && shows != _plan.State(_case.State)!.Shows)
            Wrong(expect, $"shows the reporter {_plan.State(_case.State)!.Shows}", "correct reporter-status, or the story");
        if (expect.Has("open") && expect.OptionalIds("open") is var open && !open.Order().SequenceEqual(_case.OpenTasks.Select(t => t.PlanId).Order()))
            Wrong(expect, $"has the open tasks [{string.Join(", ", _case.OpenTasks.Select(t => t.PlanId))}]", "correct the tasks, or the story");
        if (expect.Has("replaced") && expect.OptionalIds("replaced") is var gone && !gone.Order().SequenceEqual(Replaced().Order()))
            Wrong(expect, $"has replaced the words of [{string.Join(", ", Replaced())}]", "correct replaces, or the story");
    }

    private IEnumerable<string> Replaced() => _case.Tasks.Where(t => t.ReplacedBy is not null).Select(t => t.PlanId).Distinct();

    private void ExpectChildren(YamlMap expect)
    {
        foreach (var protocol in expect.OptionalIds("opens-case").Where(p => !_opened.Contains(p)))
            Wrong(expect, $"does not open {protocol}; it opens [{string.Join(", ", _opened)}]", "correct opens, or the story");
        // A child case nobody expects is as wrong as one that is missing: opens-case: [] says that none opens.
        if (expect.Has("opens-case") && _opened.Count > expect.OptionalIds("opens-case").Count)
            Wrong(expect, $"opens [{string.Join(", ", _opened)}], more than the story says", "correct opens, or the story");
    }

    private void Take(CaseStep step)
    {
        // What opens beside this case is told; the story goes on with this one.
        _case = step.Children.Aggregate(step.Case, (@case, child) => @case.WithChild(child));
        _opened.AddRange(step.Children);
        Keep(step);
    }

    private void Keep(CaseStep step) => _deadlines = [.. _deadlines, .. step.Deadlines.Where(d => d.Kind == DeadlineKind.Task)];

    private CaseMoment Moment(Actor? actor = null) =>
        new(actor ?? Actor.Staff("p1"), _now, _plan, _calendar, () => (++_tokens).ToString(CultureInfo.InvariantCulture))
        {
            RolesHere = _plan.Tasks.SelectMany(t => t.AgreedBy.Prepend(t.Owner)).ToHashSet(),
            Trainings = _plan.Tasks.Select(t => t.TrainedIn).OfType<string>().ToHashSet(),
        };

    private void Wrong(YamlNode at, string what, string cure) =>
        _faults.Add(Place.Of(at).Fault($"the case of the story \"{_story.Name}\" {what}", cure));

    private static string Why(Refusal refused) => refused switch
    {
        Refusal.TasksOpen open => $"[{string.Join(", ", open.TaskIds)}] not finished",
        Refusal.FormIncomplete form => $"[{string.Join(", ", form.Fields)}] not filled in",
        Refusal.NoSuchMove => "there is no such way",
        Refusal.TaskNotOpen => "it is not open",
        Refusal.CaseIsClosed => "the case is closed",
        Refusal.NotReceiving => "it is for somebody of the receiving school who had no part in it before",
        Refusal.TooEarly early => string.Create(CultureInfo.InvariantCulture, $"not before {early.From:yyyy-MM-dd HH:mm}"),
        Refusal.SamePerson => "the same person finished it",
        Refusal.NotTheirsToAgree who => $"only {string.Join(" or ", who.Roles)} may agree",
        _ => refused.GetType().Name,
    };
}
