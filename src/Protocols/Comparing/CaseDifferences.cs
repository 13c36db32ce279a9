using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>The case that a protocol opens: who sees it, its states and gates, its ends, how long it is kept.</summary>
internal static class CaseDifferences
{
    public static IEnumerable<Difference> Of(CasePlan? before, CasePlan? after, ComparedWords words)
    {
        var notes = new DifferenceNotes(DifferencePart.Case);
        if (before is null || after is null)
        {
            if (after is not null)
                notes.Add($"It now opens a case: {ComparedWords.Quoted(after.Title)}, with {after.States.Count} states, {after.Tasks.Count} tasks and {after.Clocks.Count} clocks; {words.Roles(after.Sees)} may see it.");
            else if (before is not null)
                notes.Add($"It no longer opens a case (it opened {ComparedWords.Quoted(before.Title)}).");
            return notes.Noted;
        }
        Whole(before, after, words, notes);
        return [.. notes.Noted, .. States(before, after), .. TaskDifferences.Of(before, after, words), .. ClockDifferences.Of(before, after)];
    }

    /// <summary>When a report counts as one about staff.</summary>
    public static IEnumerable<Difference> OfAboutStaff(Protocol before, Protocol after)
    {
        var notes = new DifferenceNotes(DifferencePart.Case);
        notes.Changed($"{before.AboutStaff?.Certain}", $"{after.AboutStaff?.Certain}", Told, "When the report counts as one about an adult of the school");
        notes.Changed($"{before.AboutStaff?.Possible}", $"{after.AboutStaff?.Possible}", Told, "When the report counts as one that may be about an adult of the school");
        return notes.Noted;

        static string Told(string when) => when.Length == 0 ? "never" : when;
    }

    private static void Whole(CasePlan before, CasePlan after, ComparedWords words, DifferenceNotes notes)
    {
        notes.Reworded(before.Title, after.Title, "The name of the case");
        notes.Changed(before.Kind, after.Kind, id => id, "The kind of the case");
        notes.Listed(before.Sees, after.Sees, words.Role, "Such a case may now also be seen by", "Such a case may no longer be seen by");
        notes.Changed(before.HidesFromPeopleNamed, after.HidesFromPeopleNamed, hides => hides ? "yes" : "no", "Whether staff named in the report are kept from ever seeing it");
        var old = before.Outcomes.Select(o => o.Id).ToList();
        foreach (var outcome in after.Outcomes)
            if (before.Outcomes.FirstOrDefault(o => o.Id == outcome.Id) is { } same)
                notes.Reworded(same.Label, outcome.Label, $"A way to close it ({outcome.Id})");
        notes.Listed(old, [.. after.Outcomes.Select(o => o.Id)], id => ComparedWords.Quoted((after.Outcomes.FirstOrDefault(o => o.Id == id) ?? before.Outcomes.First(o => o.Id == id)).Label),
            "It can now also be closed as", "It can no longer be closed as");
        notes.Listed(before.Linked, after.Linked, id => id, "From such a case staff may now also open", "From such a case staff may no longer open");
        notes.Listed(before.Raises, after.Raises, id => id, "Where such a case opens beside another, this alert now begins:", "Where such a case opens beside another, this alert no longer begins:");
        notes.Listed([.. before.Opens.Select(c => Child(c, before))], [.. after.Opens.Select(c => Child(c, after))], words => words, "A child case now opens by itself:", "A child case no longer opens by itself:");
        notes.Changed(before.Gate, after.Gate, id => id is null ? "none" : Named(id, after.State(id) ?? before.State(id)), "The state whose hindrances are shown live");
        notes.Listed([.. before.Watch.Select(w => Watched(w, before))], [.. after.Watch.Select(w => Watched(w, after))], words => words, "The live view now also shows", "The live view no longer shows");
        // Where the years come from is told by itself.
        notes.Changed(before.Keep is { } kept ? kept with { Source = null } : null, after.Keep is { } keeps ? keeps with { Source = null } : null, keep => Kept(keep, after, before), "How long such a case is kept");
        ClockDifferences.Source(before.Keep?.Source, after.Keep?.Source, "how long such a case is kept", notes);
        notes.Listed([.. before.PublicLog.Select(Asked)], [.. after.PublicLog.Select(Asked)], words => words, "Of a public log it now says:", "Of a public log it no longer says:");
    }

    private static IReadOnlyList<Difference> States(CasePlan before, CasePlan after)
    {
        var notes = new DifferenceNotes(DifferencePart.States);
        notes.Changed(before.First.Id, after.First.Id, id => Named(id, after.State(id) ?? before.State(id)), "The state in which a case begins");
        foreach (var state in after.States)
            if (before.State(state.Id) is { } was)
                Compare(was, state, before, after, notes);
            else
                notes.Add($"The state {ComparedWords.Quoted(state.Title)} is new{(state.Requires.Count > 0 ? $"; to enter it, this must be done: {ComparedWords.List(state.Requires.Select(id => Gate(id, after)))}" : "")}.");
        foreach (var state in before.States.Where(s => after.State(s.Id) is null))
            notes.Add($"The state {ComparedWords.Quoted(state.Title)} was removed.");
        return notes.Noted;
    }

    private static void Compare(StatePlan was, StatePlan now, CasePlan before, CasePlan after, DifferenceNotes notes)
    {
        var state = $"the state {ComparedWords.Quoted(now.Title)}";
        notes.Reworded(was.Title, now.Title, $"The name of a state ({now.Id})");
        notes.Listed(was.Requires, now.Requires, id => Gate(id, after.Task(id) is null ? before : after), $"To enter {state}, this must now be done first:", $"To enter {state}, this need no longer be done first:");
        notes.Listed(was.Next, now.Next, id => Named(id, after.State(id) ?? before.State(id)), $"From {state} a case may now also go to", $"From {state} a case may no longer go to");
        notes.Changed(was.Shows, now.Shows, Shown, $"What the reporter reads in {state}");
        notes.Changed(was.IsEnd, now.IsEnd, end => end ? "yes" : "no", $"Whether work is over in {state}");
        notes.Changed(was.Reason, now.Reason, reason => reason ? "yes" : "no", $"Whether a reason must be written to enter {state}");
        ClockDifferences.Source(was.Source, now.Source, $"what {state} asks to be done first", notes);
    }

    internal static string Named(string id, StatePlan? state) => ComparedWords.Quoted(state?.Title ?? id);

    private static string Gate(string id, CasePlan plan) => id == "acknowledge" ? "somebody acknowledges the open alert" : ComparedWords.Quoted(plan.Task(id)?.Title ?? id);

    private static string Child(ChildPlan child, CasePlan plan) =>
        $"{child.Protocol} in the state {Named(child.At, plan.State(child.At))}{(child.When is { } when ? $", when {TaskDifferences.Words(when, plan)}" : "")}{(child.Once ? ", unless one was opened before" : "")}";

    private static string Watched(WatchPlan watch, CasePlan plan) => $"{ComparedWords.Quoted(watch.Label)} (from the task {ComparedWords.Quoted(plan.Task(watch.Task)?.Title ?? watch.Task)}, {watch.Field})";

    private static string Asked(LogDuty duty) =>
        $"{duty.In}, {(duty.Asked switch { LogAsked.Nobody => "nobody asks for one", LogAsked.Practice => "districts keep one", _ => "the law asks for one" })} ({ClockDifferences.Cited(duty.Source)})";

    private static string Kept(Retention? keep, CasePlan after, CasePlan before) =>
        keep is null ? "not said" : $"{keep.Years} {(keep.Years == 1 ? "year" : "years")} after {Named(keep.After, after.State(keep.After) ?? before.State(keep.After))}, then {(keep.Then == "ask" ? "a person is asked" : "it is shredded")}";

    private static string Shown(ReporterStatus status) => status switch
    {
        ReporterStatus.Received => "that it was received",
        ReporterStatus.BeingReviewed => "that it is being looked at",
        ReporterStatus.NeedInfo => "that there is a question",
        ReporterStatus.ActionTaken => "that something was done",
        _ => "that it is closed",
    };
}
