using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>All cases this person may see, with filters that stand in the address: ids only.</summary>
public sealed class QueuePage(District district, CaseList list, ReachBoard reach, CasePlans plans, SchoolTime time, RefusalWords names, TimeProvider clock) : StaffPage(district)
{
    [FromQuery(Name = "school")]
    public string? School { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "state")]
    public string? State { get; set; }

    [FromQuery(Name = "severity")]
    public string? AtLeast { get; set; }

    /// <summary><c>mine</c>, <c>nobody</c>, or anything else for all.</summary>
    [FromQuery(Name = "whose")]
    public string? Whose { get; set; }

    [FromQuery(Name = "closed")]
    public bool IncludeClosed { get; set; }

    public IReadOnlyList<SeenCase> Cases { get; private set; } = [];

    public IReadOnlyList<OutOfReach> OutOfReach { get; private set; } = [];

    public bool IsCut { get; private set; }

    public string? Done { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public SchoolTime Time => time;

    public RefusalWords Names => names;

    public IReadOnlyList<CasePlan> Kinds => plans.Kinds;

    /// <summary>States of the chosen kind, or of every kind.</summary>
    public IEnumerable<StatePlan> States => Kinds.Where(k => string.IsNullOrEmpty(Kind) || k.Kind == Kind).SelectMany(k => k.States).DistinctBy(s => s.Id);

    public async Task OnGetAsync(string? done, CancellationToken cancel)
    {
        Done = done switch
        {
            "transferred" => "The case is with the other school now, and its people are alerted.",
            "kept-out" => "That person is kept out from now on.",
            "stepped-aside" => "You stepped aside. The case is no longer yours to see, and nothing of it reaches you.",
            not null => "Done. The case is no longer yours to see.",
            _ => null,
        };
        var filter = new QueueFilter(
            string.IsNullOrEmpty(School) ? null : [School == "unknown" ? "" : School],
            string.IsNullOrEmpty(Kind) ? null : Kind,
            string.IsNullOrEmpty(State) ? null : State,
            Enum.TryParse<Severity>(AtLeast, ignoreCase: true, out var least) ? least : null,
            Whose == "mine" ? Me.Id : null,
            IncludeClosed);
        var listed = await list.OfAsync(Me, filter, cancel);
        Cases = [.. listed.Cases.Where(c => Whose != "nobody" || c.Case.Owner is null)];
        OutOfReach = await reach.OfAsync(Me, cancel);
        IsCut = listed.IsCut;
    }

    public string SchoolName(Case @case) => District.School(@case.SchoolId)?.Name ?? "School not known yet";

    /// <summary>What a reader should notice about a case, in words.</summary>
    public IEnumerable<(string Words, string Tone)> MarksOf(SeenCase seen)
    {
        var @case = seen.Case;
        if (@case.OpenAlert is { } alert)
            yield return alert.IsUnanswered ? ("Nobody has answered the alert", "bad") : ("Alert not yet acknowledged", "warn");
        var overdue = @case.Tasks.Count(t => t.IsOverdue(Now));
        if (overdue > 0) yield return (overdue == 1 ? "1 task overdue" : $"{overdue} tasks overdue", "bad");
        if (@case.UnreadReply) yield return ("New from the reporter", "info");
        if (@case.WaitsForReporter) yield return ("Waiting for the reporter", "calm");
        if (@case.ClosedAt is not null) yield return ("Closed", "calm");
    }
}
