using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>One case: facts, report, thread, notes, tasks, moves, people, clocks and timeline. Each verb has a part of this class in a file of its own.</summary>
public sealed partial class CasePage(District district, CaseWork work, CaseSight sight, ICaseBook book, RefusalWords refusals, AuditWords audit, SchoolTime time, LiveViews lives, LinkedCases linkedCases, TrainedPeople trained, KeepSight keeping, ChildCases children, ICaseCalendars calendars, CasePlans plans, ConsoleOptions options, TimeProvider clock) : StaffPage(district)
{
    private static readonly Dictionary<string, string> DoneWords = new()
    {
        ["acknowledged"] = "You have this case now.",
        ["asked"] = "Your question is there when the reporter comes back with the code.",
        ["noted"] = "Your note is kept. Only staff see it.",
        ["task"] = "The task is finished.",
        ["short"] = "What you filled in is kept, and the task stays open: an answer is not yet what it must be. It stands at the task.",
        ["proposed"] = "It is filled in. A second person must agree before it is finished.",
        ["agreed"] = "You agreed, and the task is finished.",
        ["not-agreed"] = "The task is open again, and your reason is kept as a note.",
        ["child"] = "The case beside this one is open. It stands under linked cases.",
        ["related"] = "The two cases are linked.",
        ["merged"] = "This case went on as the other one.",
        ["held"] = "The case is under a legal hold. Nothing of it is deleted.",
        ["hold-lifted"] = "The legal hold is lifted.",
        ["kept"] = "The case stays.",
        ["shred"] = "The content of this case will be deleted within the next hours. Until then you can change your mind here.",
        ["handed-over"] = "The task is handed over.",
        ["assigned"] = "The case is assigned.",
        ["transferred"] = "The case is with the other school now, and its people are alerted.",
        ["kept-out"] = "That person is kept out from now on.",
        ["let-in"] = "That person may see this case again, if their role does.",
        ["moved"] = "The case has moved on.",
        ["closed"] = "The case is closed.",
        ["reopened"] = "The case is open again.",
    };

    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>Never null once a page is shown.</summary>
    public SeenCase Seen { get; private set; } = null!;

    public Case Case => Seen.Case;

    public CasePlan Plan => Seen.Plan;

    /// <summary>What was written; null unless this very answer opens it.</summary>
    public IReadOnlyList<Words>? Opened { get; private set; }

    public IReadOnlyList<AuditEntry> Timeline { get; private set; } = [];

    /// <summary>Cases that belong to this one, each as far as this person may know it.</summary>
    public IReadOnlyList<LinkedCase> Linked { get; private set; } = [];

    /// <summary>Everybody who may see the case, by name.</summary>
    public IReadOnlyList<Person> WhoSees { get; private set; } = [];

    /// <summary>How it stands this minute.</summary>
    public LiveView Live => lives.Of(Seen);

    /// <summary>A sentence about what was just refused.</summary>
    public string? Refused { get; private set; }

    /// <summary>A sentence about what was just done.</summary>
    public string? Done { get; private set; }

    /// <summary>The form that was refused, with what was typed.</summary>
    public TypedForm? Typed { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public SchoolTime Time => time;

    public AuditWords Audit => audit;

    public RefusalWords Refusals => refusals;

    public CaseSight Sight => sight;

    public TrainedPeople Trainings => trained;

    /// <summary>Who has what the tasks ask for; never null once a page is shown.</summary>
    public TrainedRecord Trained { get; private set; } = null!;

    public ConsoleOptions Options => options;

    /// <summary>That the version it is worked by was recalled; null where it was not.</summary>
    public RecalledVersion? Recall => plans.RecallOf(Case);

    public bool IsOver => CaseEngine.IsOver(Case, Plan);

    public string SchoolName => District.School(Case.SchoolId)?.Name ?? "School not known yet";

    /// <summary>What the reporter wrote in, and that whoever speaks with them needs an interpreter where it is not English.</summary>
    public string LanguageWords => Case.Language == "en" ? "English" : $"{CultureInfo.GetCultureInfo(Case.Language).EnglishName}. Please bring a trained interpreter to any talk, never a child or a friend.";

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancel)
    {
        if (await work.FindAsync(Me, Number, cancel) is not { } seen)
            return await keeping.FindAsync(Me, Number, cancel) is null ? new UnseenResult() : LocalRedirect($"/console/cases/{Number}/keeping");
        Done = done is null ? null : DoneWords.GetValueOrDefault(done);
        return await ShowAsync(seen, cancel);
    }

    /// <summary>When a task may be finished; null where it may at once.</summary>
    public DateTimeOffset? EarliestOf(CaseTask task, TaskPlan plan) => CaseEngine.EarliestOf(task, plan, calendars.Of(Case.SchoolId));

    /// <summary>What was typed into a field of a form that was refused; empty in every other form.</summary>
    public string TypedIn(string form, string field) => Typed?.Name == form ? Typed.Text(field) : "";

    public string? ErrorIn(string form, string field) => Typed?.Name == form ? Typed.Errors.GetValueOrDefault(field) : null;

    private async Task<IActionResult> ShowAsync(SeenCase seen, CancellationToken cancel)
    {
        Seen = seen;
        Timeline = await book.TimelineAsync(seen.Case.Id, cancel);
        Linked = await linkedCases.OfAsync(Me, seen.Case, cancel);
        WhoSees = sight.WhoSees(seen.Case, seen.Plan);
        await LookWhoIsTrainedAsync(seen, cancel);
        return Page();
    }

    // After every verb: on to the page itself where it was done, back to the form with a sentence where it was not.
    private async Task<IActionResult> AnswerAsync(Worked worked, string done, TypedForm? typed, CancellationToken cancel)
    {
        if (worked.Seen is not { } seen) return new UnseenResult();
        if (worked.IsDone)
            return sight.See(Me, seen.Case) is null ? LocalRedirect($"/console/cases?done={done}") : LocalRedirect($"/console/cases/{seen.Case.Number}?done={done}");
        var whom = worked.Refused is Refusal.NotTrained lacks ? (await LookWhoIsTrainedAsync(seen, cancel)).WhomToAsk(seen.Case, lacks.Training) : "";
        return await RefuseAsync(seen, worked.CameTooLate ? RefusalWords.CameTooLate : refusals.Of(worked.Refused!, seen, whom), typed, worked.CameTooLate ? 409 : 422, cancel);
    }

    // Once for an answer: a refusal may ask before the page does.
    private async Task<TrainedRecord> LookWhoIsTrainedAsync(SeenCase seen, CancellationToken cancel) => Trained ??= await trained.ByAsync(seen.Plan, cancel);

    private async Task<IActionResult> RefuseAsync(SeenCase seen, string sentence, TypedForm? typed, int status, CancellationToken cancel)
    {
        (Refused, Typed) = (sentence, typed);
        Response.StatusCode = status;
        return await ShowAsync(seen, cancel);
    }

    private async Task<TypedForm> TypedAsync(string name, CancellationToken cancel) => TypedForm.Of(name, await Request.ReadFormAsync(cancel));

    private Words Said(SeenCase seen, WordsKind kind, PersonText text, string about = "", string label = "") =>
        new(Guid.NewGuid(), seen.Case.Id, kind, about, label, Actor.Staff(Me.Id), Now, text);
}
