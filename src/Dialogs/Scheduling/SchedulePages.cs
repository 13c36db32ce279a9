using System.Globalization;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// From a wish to a workshop, a page a turn: what is missing, times, a summary, and what came of a yes. Nothing is written before that yes; then it is a commit of its own behind
/// <see cref="IScheduling"/>, under an id that stands in the plan.
/// </summary>
internal sealed class SchedulePages(DialogContent content, IScheduling scheduling)
{
    // What a button carries before its first "~".
    public const string Course = "course", School = "school", Where = "where", Form = "form", At = "at", More = "more", Days = "days", Yes = "yes", Move = "move", Off = "off", OffYes = "gone", Show = "show", Keep = "keep";

    /// <summary>More are no list that anybody reads in a chat.</summary>
    private const int Most = 12;

    private readonly ScheduleWords _words = new(content);
    private readonly ScheduleReader _reader = new(content, scheduling);
    private readonly ScheduleCheck _check = new(content, new ScheduleWords(content));

    private Phrases Phrases => content.Phrases;

    /// <summary>Something new: nothing is open yet.</summary>
    public Task<SchedulePage> BeginAsync(ScheduleWish wish, string person, DateTimeOffset now, bool forms, CancellationToken cancel) => wish switch
    {
        { Verb: ScheduleVerb.Choose } => ChooseAsync(null, wish.Words.Split('~'), person, now, forms, cancel),
        { Verb: ScheduleVerb.New } when !scheduling.MaySchedule(person) => Task.FromResult<SchedulePage>(new SchedulePage.Told(Phrases["schedule.not-allowed"])),
        { Verb: ScheduleVerb.New } => HeardAsync(_reader.Read(new SchedulePlan(Guid.NewGuid()), null, wish.Words, Today(now)), person, now, forms, cancel),
        _ => LedAsync(wish, person, now, forms, cancel),
    };

    /// <summary>A text beside an open plan; null where it says nothing of it.</summary>
    public async Task<SchedulePage?> SayAsync(SchedulePlan plan, string? asks, string text, string person, DateTimeOffset now, bool forms, CancellationToken cancel)
    {
        var heard = _reader.Read(plan, asks, text, Today(now));
        return heard.IsAnything ? await HeardAsync(heard, person, now, forms, cancel) : null;
    }

    public Task<SchedulePage> FormAsync(SchedulePlan plan, CardAnswer form, string person, DateTimeOffset now, CancellationToken cancel) =>
        HeardAsync(_reader.Read(plan, form, Today(now)), person, now, forms: true, cancel);

    /// <param name="plan">Null where none is open.</param>
    public async Task<SchedulePage> ChooseAsync(SchedulePlan? plan, string[] choice, string person, DateTimeOffset now, bool forms, CancellationToken cancel)
    {
        switch (choice)
        {
            case [Move, var id] when Id(id) is { } session:
                return await MoveAsync(session, "", person, now, forms, cancel);
            case [Off, var id] when Id(id) is { } session:
                return await SureAsync(session, person, cancel);
            case [OffYes, var id] when Id(id) is { } session:
                return OfCallOff(await scheduling.CallOffAsync(person, session, Phrases.Language, cancel));
            case [Show or Yes, var id] when Id(id) is { } session && session != plan?.SessionId:
                return await scheduling.ShowAsync(person, session, Phrases.Language, cancel) is { } there ? Shown(there, Phrases[there.IsCalledOff ? "schedule.off" : "schedule.there"]) : Told("schedule.gone");
            case [Course, var id] when plan is not null:
                return await NextAsync(plan with { CourseId = id }, null, person, now, forms, cancel);
            case [Where, var id] when plan is not null && _reader.At(plan.Anew(), id) is { } placed:
                return await NextAsync(placed, null, person, now, forms, cancel);
            case [School, var id] when plan is not null && content.District.School(id) is { } school:
                return await NextAsync(plan.Anew() with { SchoolId = school.Id, RoomId = null, Place = null, IsOnlineOnly = false }, null, person, now, forms, cancel);
            case [At, var seconds] when plan is not null && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at):
                return await NextAsync(plan with { Starts = DateTimeOffset.FromUnixTimeSeconds(at) }, null, person, now, forms, cancel);
            case [More] when plan is not null:
                return await TimesAsync(plan with { Starts = null }, null, person, now, forms, cancel);
            case [Days] when plan is not null:
                return AskDays(plan, null, now, forms);
            case [Yes, _] when plan is { Starts: not null }:
                return await KeepAsync(plan, person, now, forms, cancel);
            default:
                return Told("schedule.kept");
        }
    }

    /// <summary>What is missing, as a form or the first of it as a question.</summary>
    public SchedulePage AskAgain(SchedulePlan plan, DateTimeOffset now, bool forms) => Ask(plan, [], now, forms);

    private async Task<SchedulePage> HeardAsync(ScheduleHeard heard, string person, DateTimeOffset now, bool forms, CancellationToken cancel)
    {
        if (heard.Which.Count == 0) return await NextAsync(heard.Plan, heard.Faults, person, now, forms, cancel);
        var text = heard.Which[0].Choice.StartsWith(Course, StringComparison.Ordinal) ? "training.which-course" : "schedule.which-place";
        return Which(heard.Plan, string.Join("\n\n", [.. heard.Faults, Phrases[text]]), heard.Which);
    }

    private async Task<SchedulePage> NextAsync(SchedulePlan plan, IReadOnlyList<string>? faults, string person, DateTimeOffset now, bool forms, CancellationToken cancel)
    {
        var wrong = _check.FaultsOf(plan, CourseOf(plan), now);
        if (faults is { Count: > 0 } || wrong.Count > 0 || CourseOf(plan) is null || !plan.IsPlaced || plan.From is null) return Ask(plan, [.. (faults ?? []).Select(f => new ScheduleFault("", f)), .. wrong], now, forms);
        if (plan is { SchoolId: { } at, RoomId: null, Place: null, IsMove: false } && content.District.School(at) is { Rooms.Count: > 0 } school)
            return Which(plan, Phrases.Say("schedule.which-room", ("school", school.Name)), [.. school.Rooms.Select(r => new TrainingOption($"{Where}~{school.Id}.{r.Id}", r.Name)), new($"{Where}~{school.Id}", Phrases["schedule.no-room"])]);
        return plan.Starts is null ? await TimesAsync(plan, null, person, now, forms, cancel) : await ConfirmAsync(plan, person, now, forms, cancel);
    }

    private SchedulePage.Ask Ask(SchedulePlan plan, IReadOnlyList<ScheduleFault> faults, DateTimeOffset now, bool forms)
    {
        var fault = faults.Count == 0 ? null : string.Join("\n\n", faults.Select(f => f.Sentence));
        var field = faults.Select(f => f.Field).FirstOrDefault(f => f.Length > 0);
        var asks = field ?? (CourseOf(plan) is null ? ScheduleReader.Course : !plan.IsPlaced ? ScheduleReader.Where : ScheduleReader.Days);
        List<TrainingOption> options = asks switch
        {
            ScheduleReader.Course => [.. scheduling.Courses(Phrases.Language).Take(Most).Select(c => new TrainingOption($"{Course}~{c.Id}", c.Title))],
            ScheduleReader.Where => [new($"{Where}~{ScheduleReader.Online}", Phrases["schedule.online-only"]), .. content.District.Schools.Take(Most).Select(s => new TrainingOption($"{School}~{s.Id}", s.Name))],
            _ => [],
        };
        var question = Phrases[asks switch { ScheduleReader.Course => "schedule.ask-course", ScheduleReader.Where => "schedule.ask-where", ScheduleReader.Length => "schedule.ask-minutes", ScheduleReader.Chairs => "schedule.ask-seats", _ => "schedule.ask-days" }];
        var text = string.Join("\n\n", new[] { fault, question, options.Count == 0 ? null : Numbered(options) }.OfType<string>());
        // What could not be taken stands in the form as it was given; where one thing is asked at a time it is forgotten, or it would be asked for ever.
        var kept = forms ? plan : field switch
        {
            ScheduleReader.Days => plan.Anew() with { From = null, To = null, At = null },
            ScheduleReader.Length => plan.Anew() with { Minutes = null },
            ScheduleReader.Chairs => plan with { Seats = null },
            _ => plan,
        };
        return new SchedulePage.Ask(text, options, fault) { Plan = kept, Asks = asks };
    }

    private SchedulePage.Ask AskDays(SchedulePlan plan, string? note, DateTimeOffset now, bool forms) =>
        Ask(forms ? plan.Anew() : plan.Anew() with { From = null, To = null, At = null }, note is null ? [] : [new(ScheduleReader.Days, note)], now, forms);

    private async Task<SchedulePage> TimesAsync(SchedulePlan plan, string? note, string person, DateTimeOffset now, bool forms, CancellationToken cancel)
    {
        var (title, minutes) = (CourseOf(plan)!.Title, MinutesOf(plan));
        var asked = plan;
        var found = await scheduling.ProposeAsync(person, plan with { Minutes = minutes }, Phrases.Language, cancel);
        if (found.Starts.Count == 0 && plan.At is not null && plan.Shown.Count == 0)
        {
            note ??= Phrases["schedule.not-free"];
            asked = plan with { At = null };
            found = await scheduling.ProposeAsync(person, asked with { Minutes = minutes }, Phrases.Language, cancel);
        }

        if (found.Starts.Count == 0) return AskDays(plan with { At = asked.At }, string.Join("\n\n", new[] { note, Phrases[plan.Shown.Count > 0 ? "schedule.no-more" : "schedule.none"], Sight(found) }.OfType<string>()), now, forms);
        // Who names one moment, and everybody is free, has picked it.
        if (found.Starts.Count == 1 && asked is { At: not null, Shown.Count: 0 } && asked.From == asked.To) return await ConfirmAsync(asked with { Starts = found.Starts[0] }, person, now, forms, cancel, Sight(found));
        List<TrainingOption> slots = [.. found.Starts.Select(s => new TrainingOption($"{At}~{s.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}", _words.Moment(plan, s)))];
        List<TrainingOption> ways = [new(More, Phrases["schedule.more"]), new(Days, Phrases["schedule.other-days"]), new(Keep, Phrases["schedule.stop"])];
        var above = string.Join("\n\n", new[] { note, Sight(found), Phrases["schedule.pick"] }.OfType<string>());
        List<TrainingOption> options = [.. slots, .. ways];
        return new SchedulePage.Times($"**{title}**\n\n{above}\n\n{Numbered(options)}", options, title, above, [.. slots.Zip(found.Starts, (o, s) => (o, _words.When(plan, s, minutes)))], ways)
        {
            Plan = asked with { Shown = [.. asked.Shown, .. found.Starts] },
        };
    }

    private string? Sight(SlotsFound found) => found switch
    {
        { Sight: CalendarSight.Silent } => Phrases["schedule.silent"],
        { Sight: CalendarSight.None } => Phrases["schedule.blind"],
        { Unknown.Count: > 0 } => Phrases.Say("schedule.unknown", ("name", string.Join(", ", found.Unknown))),
        _ => null,
    };

    private async Task<SchedulePage> ConfirmAsync(SchedulePlan plan, string person, DateTimeOffset now, bool forms, CancellationToken cancel, string? note = null)
    {
        var whole = plan with { Minutes = MinutesOf(plan), Seats = plan.Seats ?? CourseOf(plan)!.Seats };
        var answer = await scheduling.TryAsync(person, whole, Phrases.Language, cancel);
        if (answer.Outcome != PlanOutcome.Done) return await NotDoneAsync(answer, plan, person, now, forms, cancel);
        List<ScheduleLine> lines =
        [
            new(Phrases["schedule.what"], CourseOf(plan)!.Title),
            .. plan.IsMove && answer.Session is { Plan: { } before } ? [new(Phrases["schedule.before"], _words.When(before, before.Starts!.Value, before.Minutes!.Value))] : Array.Empty<ScheduleLine>(),
            new(Phrases["schedule.when"], _words.When(whole, whole.Starts!.Value, whole.Minutes!.Value)),
            new(Phrases["schedule.where"], _words.Where(whole), IsTyped: true),
            new(Phrases["schedule.led-by"], string.Join(", ", answer.Leaders)),
            new(Phrases["schedule.seats"], ScheduleWords.Count(whole.Seats!.Value)),
        ];
        var heading = Phrases[plan.IsMove ? "schedule.sure-move" : "schedule.sure"];
        List<string> notes = [.. new[] { note, plan.IsMove && answer.Session is { } on ? Told(on) : null }.OfType<string>(), .. answer.Doubts];
        TrainingOption[] options = [new($"{Yes}~{plan.SessionId:N}", Phrases[plan.IsMove ? "schedule.yes-move" : "schedule.yes"]), new(Days, Phrases["schedule.other-time"]), new(Keep, Phrases["schedule.stop"])];
        return new SchedulePage.Confirm(Text(heading, lines, notes) + "\n\n" + Numbered(options), options, heading, lines, notes.Count == 0 ? null : string.Join("\n\n", notes)) { Plan = whole };
    }

    private string Told(LedSession session) => Phrases.Say("schedule.told", ("count", ScheduleWords.Count(session.Held)), ("number", ScheduleWords.Count(session.Waiting)));

    private async Task<SchedulePage> KeepAsync(SchedulePlan plan, string person, DateTimeOffset now, bool forms, CancellationToken cancel)
    {
        var answer = await scheduling.KeepAsync(person, plan, Phrases.Language, cancel);
        return answer is { Outcome: PlanOutcome.Done, Session: { } session } ? Shown(session, Phrases[plan.IsMove ? "schedule.moved" : "schedule.done"]) : await NotDoneAsync(answer, plan, person, now, forms, cancel);
    }

    private async Task<SchedulePage> NotDoneAsync(PlanAnswer answer, SchedulePlan plan, string person, DateTimeOffset now, bool forms, CancellationToken cancel) => answer.Outcome switch
    {
        PlanOutcome.Taken => await TimesAsync(plan.Anew() with { At = null }, Phrases.Say("schedule.taken", ("when", _words.Moment(plan, plan.Starts!.Value))), person, now, forms, cancel),
        PlanOutcome.SeatsTaken => Ask(plan, [new(ScheduleReader.Chairs, Phrases.Say("schedule.seats-taken", ("count", ScheduleWords.Count(answer.Held))))], now, forms),
        PlanOutcome.Wrong => Ask(plan.Anew(), [new(ScheduleReader.Days, Phrases["schedule.wrong"])], now, forms),
        PlanOutcome.CalledOff => Told("schedule.off"),
        PlanOutcome.NotAllowed => Told(plan.IsMove ? "schedule.not-yours" : "schedule.not-allowed"),
        _ => Told("schedule.gone"),
    };

    private async Task<SchedulePage> LedAsync(ScheduleWish wish, string person, DateTimeOffset now, bool forms, CancellationToken cancel)
    {
        var all = await scheduling.LedAsync(person, Phrases.Language, cancel);
        if (all.Count == 0) return Told("schedule.none-led");
        var meant = Meant(wish, all, now);
        var verb = wish.Verb == ScheduleVerb.Move ? Move : Off;
        if (meant.Count > 1)
        {
            List<TrainingOption> which = [.. meant.Take(Most).Select(s => new TrainingOption($"{verb}~{s.Plan.SessionId:N}", $"{s.Title}, {_words.Moment(s.Plan, s.Plan.Starts!.Value)}"))];
            return Which(null, Phrases[verb == Move ? "schedule.move-which" : "schedule.off-which"], which);
        }

        var only = meant[0].Plan.SessionId;
        return verb == Move ? await MoveAsync(only, wish.Words, person, now, forms, cancel) : await SureAsync(only, person, cancel);
    }

    /// <summary>Of the sessions somebody leads those that the words name; all of them where they name none.</summary>
    private List<LedSession> Meant(ScheduleWish wish, IReadOnlyList<LedSession> all, DateTimeOffset now)
    {
        var time = ComingText.Read(wish.Words, Today(now), Phrases.Language);
        var found = scheduling.Find(time.Rest, Phrases.Language).Select(c => c.Id).ToHashSet();
        List<LedSession> named = [.. all.Where(s => found.Contains(s.Plan.CourseId!))];
        if (named.Count == 0) named = [.. all];
        // Whoever calls something off by its day means that one; whoever moves it names the day it goes to.
        if (wish.Verb == ScheduleVerb.CallOff && time.From is { } day && named.Where(s => content.District.CalendarOf(s.Plan.SchoolId).Today(s.Plan.Starts!.Value) == day).ToList() is { Count: > 0 } onDay) return onDay;
        return named;
    }

    private async Task<SchedulePage> MoveAsync(Guid id, string words, string person, DateTimeOffset now, bool forms, CancellationToken cancel)
    {
        if (await scheduling.ShowAsync(person, id, Phrases.Language, cancel) is not { } session) return Told("schedule.not-yours");
        if (session is { IsCalledOff: true } or { HasBegun: true }) return Shown(session, Phrases[session.IsCalledOff ? "schedule.off" : "schedule.begun"]);
        var plan = session.Plan.Anew() with { IsMove = true };
        return await HeardAsync(words.Length == 0 ? new ScheduleHeard(plan, true, [], []) : _reader.Read(plan, null, words, Today(now)) with { Which = [], Faults = [] }, person, now, forms, cancel);
    }

    private async Task<SchedulePage> SureAsync(Guid id, string person, CancellationToken cancel)
    {
        if (await scheduling.ShowAsync(person, id, Phrases.Language, cancel) is not { } session) return Told("schedule.not-yours");
        if (session is { IsCalledOff: true } or { HasBegun: true }) return Shown(session, Phrases[session.IsCalledOff ? "schedule.off" : "schedule.begun"]);
        var text = Phrases.Say("schedule.sure-off", ("name", session.Title), ("when", _words.Moment(session.Plan, session.Plan.Starts!.Value))) + " " + Told(session);
        return Which(null, text, [new($"{OffYes}~{id:N}", Phrases["schedule.yes-off"]), new(Keep, Phrases["schedule.keep"])]);
    }

    private SchedulePage OfCallOff(PlanAnswer answer) => answer switch
    {
        { Outcome: PlanOutcome.Done or PlanOutcome.CalledOff, Session: { } session } => Shown(session, Phrases["schedule.off"]),
        { Outcome: PlanOutcome.NotAllowed } => Told("schedule.not-yours"),
        _ => Told("schedule.gone"),
    };

    private SchedulePage.Shown Shown(LedSession session, string heading)
    {
        var lines = _words.Lines(session);
        var id = session.Plan.SessionId;
        TrainingOption[] options = session.IsCalledOff || session.HasBegun ? [] : [new($"{Move}~{id:N}", Phrases["schedule.move"]), new($"{Off}~{id:N}", Phrases["schedule.call-off"])];
        return new(Text(heading, lines, []), options, heading, lines);
    }

    private static string Text(string heading, IReadOnlyList<ScheduleLine> lines, IReadOnlyList<string> notes) =>
        string.Join("\n\n", [heading, string.Join("\n", lines.Select(l => $"- {l.Label}: {(l.IsTyped ? PlainMarkdown.Quote(l.Text) : l.Text)}")), .. notes]);

    private static SchedulePage.Which Which(SchedulePlan? plan, string text, IReadOnlyList<TrainingOption> options) => new($"{text}\n\n{Numbered(options)}", options) { Plan = plan };

    private SchedulePage.Told Told(string key) => new(Phrases[key]);

    private PlannedCourse? CourseOf(SchedulePlan plan) => scheduling.Courses(Phrases.Language).FirstOrDefault(c => c.Id == plan.CourseId);

    private int MinutesOf(SchedulePlan plan) => plan.Minutes ?? CourseOf(plan)!.Minutes;

    private DateOnly Today(DateTimeOffset now) => content.District.CalendarOf(null).Today(now);

    private static string Numbered(IReadOnlyList<TrainingOption> options) => string.Join("\n", options.Select((o, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {o.Label}")));

    private static Guid? Id(string text) => Guid.TryParseExact(text, "N", out var id) ? id : null;
}
