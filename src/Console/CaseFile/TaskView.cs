using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>One task as the page shows it.</summary>
public sealed record TaskView(CasePage Page, CaseTask Task, TaskPlan Plan)
{
    public string Form => $"task-{Task.Id}";

    /// <summary>The form by which a second person agrees, or does not.</summary>
    public string SecondForm => $"agree-{Task.Id}";

    public string Title => TaskWords.Title(Task, Plan, Page.Refusals.English);

    /// <summary>True where it stands open on the page: its form was refused, or it waits for this very person.</summary>
    public bool IsUnfolded => Page.Typed?.Name == Form || Page.Typed?.Name == SecondForm || (Task.WaitsForSecond && !IsMine);

    /// <summary>True where this person filled it in and somebody else must agree.</summary>
    public bool IsMine => Task.ProposedBy == Page.Me.Id;

    /// <summary>Who may agree: whoever sees the case, but for the person who filled it in.</summary>
    public IEnumerable<Person> Seconds => Page.WhoSees.Where(p => p.Id != Task.ProposedBy && (Plan.AgreedBy.Count == 0 || Plan.AgreedBy.Any(role => Page.District.Roster.MayBeCalled(p.Id, role, Page.Case.KnownSchool))));

    /// <summary>What stands beside its form; null where it asks for no licensed wording.</summary>
    public Slot? Slot => Plan.Slot is { } slot ? Page.District.Slots.FirstOrDefault(s => s.Id == slot) : null;

    /// <summary>Who finished it; of one that takes two, both.</summary>
    public string FinishedBy => (Task.ProposedBy, Task.FinishedBy) switch
    {
        ({ } first, { } second) => $"Filled in by {Page.Refusals.NameOf(first)}, agreed by {Page.Refusals.NameOf(second)}",
        (_, { } only) => Page.Refusals.NameOf(only),
        _ => "",
    };

    /// <summary>Why nobody has to do it any more, though nobody did it.</summary>
    public string Ended => Task.HasLapsed ? "no longer asked for" : "ended with the case";

    /// <summary>What it still lacks though it was filled in, in words.</summary>
    public IReadOnlyList<string> Lacking => TaskWords.Lacking(Task, Plan, Page.Case, Page.Plan, Page.Refusals.English);

    /// <summary>When it may be finished; null where it may now.</summary>
    public DateTimeOffset? NotBefore => Page.EarliestOf(Task, Plan) is { } from && from > Page.Now && !Task.WaitsForSecond ? from : null;

    public bool IsOverdue => Task.IsOverdue(Page.Now);

    /// <summary>Who does it: a person it was handed to, or else the role.</summary>
    public string Who => Task.Owner is { } owner ? Page.Refusals.NameOf(owner) : Page.District.Role(Plan.Owner)?.Title ?? Plan.Owner;

    /// <summary>What was chosen in a task that is finished or filled in, in words.</summary>
    public IEnumerable<(string Label, string Answer)> Answers => Plan.Form
        .Where(asked => Task.ReplacedBy is null && Task.Answers.ContainsKey(asked.Name))
        .Select(asked => (asked.Label, TaskWords.Answer(asked, Task.Answers[asked.Name], Page.Refusals.English)));

    /// <summary>Words of a task that is finished or filled in, the newest of each field; empty unless this answer opens them. What nobody agreed to is no part of it.</summary>
    public IEnumerable<Words> Written => (Page.Opened ?? [])
        .Where(w => w.Kind == WordsKind.TaskAnswer && w.About.StartsWith($"{Task.Id}/", StringComparison.Ordinal) && !(w.At <= NotAgreedAt))
        .GroupBy(w => w.About).Select(said => said.Last());

    public bool HasText => Task.ReplacedBy is null && Plan.Form.Any(f => f.Type == "text");

    /// <summary>That its words were replaced at the family's wish, and by what; null where they were not.</summary>
    public string? Replaced => Task.ReplacedBy is { } by
        ? $"What was written here was replaced at the family\u2019s wish by \u201C{TaskWords.Title(by, Page.Plan, Page.Refusals.English)}\u201D, and is shown to nobody any more.{(Page.Case.Hold is null ? "" : " The legal hold keeps it until it is lifted.")}"
        : null;

    /// <summary>Where a field is asked only after a certain choice: that choice, in words.</summary>
    public string? ConditionWords(FormField field)
    {
        if (field.When is not { } when || Plan.Form.FirstOrDefault(f => f.Name == when.Field) is not { } asked) return null;
        return $"Only {(when.Negated ? "unless" : "if")} \u201C{asked.Label}\u201D is \u201C{TaskWords.Answer(asked, when.Choice, Page.Refusals.English)}\u201D";
    }

    private DateTimeOffset? NotAgreedAt => Page.Timeline.LastOrDefault(e => e.Action == AuditAction.TaskNotAgreed && e.Subject == Task.Id)?.At;
}
