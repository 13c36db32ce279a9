using System.Globalization;
using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>Tasks of a case: whose, when, under which condition, and what must be filled in.</summary>
internal static class TaskDifferences
{
    public static IReadOnlyList<Difference> Of(CasePlan before, CasePlan after, ComparedWords words)
    {
        var notes = new DifferenceNotes(DifferencePart.Tasks);
        foreach (var task in after.Tasks)
            if (before.Tasks.FirstOrDefault(t => t.Id == task.Id) is { } was)
                Compare(was, task, before, after, words, notes);
            else
                notes.Add($"The task {ComparedWords.Quoted(task.Title)} is new: for {words.Role(task.Owner)}, from {CaseDifferences.Named(task.Opens, after.State(task.Opens))} on{(task.Due is { } due ? $", within {ComparedWords.Of(due)}" : "")}.");
        foreach (var task in before.Tasks.Where(t => after.Tasks.All(a => a.Id != t.Id)))
            notes.Add($"The task {ComparedWords.Quoted(task.Title)} of {words.Role(task.Owner)} was removed.");
        return notes.Noted;
    }

    internal static string Words(TaskCondition when, CasePlan plan)
    {
        var form = plan.Task(when.Task)?.Form.FirstOrDefault(f => f.Name == when.Field);
        return $"the task {ComparedWords.Quoted(plan.Task(when.Task)?.Title ?? when.Task)} was answered, under {ComparedWords.Quoted(form?.Label ?? when.Field)}, with {string.Join(" or ", when.Is.Select(id => ComparedWords.Quoted(form?.Choices.FirstOrDefault(c => c.Id == id)?.Label ?? id)))}";
    }

    private static void Compare(TaskPlan was, TaskPlan now, CasePlan before, CasePlan after, ComparedWords words, DifferenceNotes notes)
    {
        var task = $"the task {ComparedWords.Quoted(now.Title)}";
        notes.Reworded(was.Title, now.Title, $"The title of a task ({now.Id})");
        notes.Changed(was.Owner, now.Owner, words.Role, $"Who does {task}");
        notes.Changed(was.Due, now.Due, due => ComparedWords.Of(due, "not limited"), $"The time for {task}");
        notes.Changed(was.DueBy, now.DueBy, day => day?.ToString() ?? "none", $"The day of the year by which {task} is due");
        notes.Changed(was.ByReceivingSchool, now.ByReceivingSchool, receiving => receiving ? "only a person of the school that the case was handed to" : "whoever works the case", $"Who can finish {task}");
        notes.Changed(was.Opens, now.Opens, id => CaseDifferences.Named(id, after.State(id) ?? before.State(id)), $"The state that opens {task}");
        notes.Changed(was.In, now.In, id => id ?? "everywhere", $"Where {task} applies");
        if (Condition(was.When, before) is var old && Condition(now.When, after) is var condition && Same(was.When) != Same(now.When))
            notes.Add($"When {task} opens is now: {condition}; before: {old}.");
        notes.Changed(was.TwoPerson, now.TwoPerson, two => two ? "two people" : "one person", $"How many must say that {task} is done");
        notes.Changed(string.Join(", ", was.AgreedBy.Select(words.Role)), string.Join(", ", now.AgreedBy.Select(words.Role)), roles => roles.Length == 0 ? "anybody who sees the case" : roles, $"Who may agree to {task}");
        notes.Changed(was.TrainedIn, now.TrainedIn, id => id ?? "none", $"The training that {task} asks for");
        notes.Changed(was.EachTime, now.EachTime, each => each ? "each time the case comes there" : "once", $"How often {task} opens");
        notes.Changed(NotBefore(was), NotBefore(now), words => words, $"How soon {task} may be finished");
        notes.Changed(was.Repeats, now.Repeats, repeats => Again(repeats, repeats == now.Repeats ? after : before), $"How often {task} comes");
        notes.Changed(was.Replaces, now.Replaces, id => id is null ? "nothing" : $"the task {ComparedWords.Quoted((after.Task(id) ?? before.Task(id))?.Title ?? id)}", $"What {task} replaces at the family's wish");
        notes.Changed(was.Slot, now.Slot, id => id ?? "none", $"The licensed wording beside {task}");
        Form((was.Form, before), (now.Form, after), task, notes);
        if (!was.Escalate.SequenceEqual(now.Escalate))
            notes.Add($"Who is told when {task} is overdue is now: {Told(now, words)}; before: {Told(was, words)}.");
        notes.Changed(was.IsLog, now.IsLog, log => log ? "yes" : "no", $"Whether {task} enters the public log");
        ClockDifferences.Source(was.Source, now.Source, task, notes);
    }

    private static string Condition(TaskCondition? when, CasePlan plan) => when is null ? "always" : $"only when {Words(when, plan)}";

    private static string Rule(FormField field) => $"{string.Join(',', field.Must ?? [])}/{Same(field.MustWhen)}";

    private static string Same(TaskCondition? when) => when is null ? "" : $"{when.Task}.{when.Field}={string.Join(',', when.Is)}";

    private static string Again(Repetition? repeats, CasePlan plan)
    {
        if (repeats is null)
            return "once";
        var times = repeats.Times is { } number ? string.Create(CultureInfo.InvariantCulture, $", {number} times in all") : "";
        var until = repeats.Until is { } state ? $"until it is in {CaseDifferences.Named(state, plan.State(state))}" : "until the case ends";
        var all = repeats.All ? ", of which each counts" : "";
        return $"every {ComparedWords.Of(repeats.Every)}{times}{all}{(times.Length == 0 ? $", {until}" : repeats.Until is null ? "" : $" or {until}")}";
    }

    private static string NotBefore(TaskPlan task) => task.NotBefore is not { } earliest ? "at once"
        : $"after {ComparedWords.Of(earliest.After)}{(earliest.Field is null ? "" : $", or at once where {earliest.Field} is {string.Join(" or ", earliest.Unless)}")}";

    private static string Told(TaskPlan task, ComparedWords words) =>
        ComparedWords.List(task.Escalate.Select(e => $"{words.Role(e.To)} after {ComparedWords.Of(e.After)}"), "nobody");

    private static string Answer(FormField field, CasePlan plan) => field.Must is not { } must
        ? "anything"
        : ComparedWords.List(must.Select(id => ComparedWords.Quoted(field.Type == "yes-no" ? id : field.Choices.FirstOrDefault(c => c.Id == id)?.Label ?? id)))
            + (field.MustWhen is { } when ? $", where {Words(when, plan)}" : "");

    private static void Form((IReadOnlyList<FormField> Form, CasePlan Plan) before, (IReadOnlyList<FormField> Form, CasePlan Plan) after, string task, DifferenceNotes notes)
    {
        var (was, now) = (before.Form, after.Form);
        foreach (var field in now.Where(f => was.All(o => o.Name != f.Name)))
            notes.Add($"The form of {task} has a new field{(field.Required ? " that must be filled in" : "")}: {ComparedWords.Quoted(field.Label)}.");
        foreach (var field in was.Where(f => now.All(n => n.Name != f.Name)))
            notes.Add($"The form of {task} no longer has the field {ComparedWords.Quoted(field.Label)}.");
        foreach (var field in now)
        {
            if (was.FirstOrDefault(o => o.Name == field.Name) is not { } old)
                continue;
            var named = $"the field {ComparedWords.Quoted(field.Label)} of {task}";
            notes.Reworded(old.Label, field.Label, $"A field ({field.Name}) of {task}");
            notes.Changed(old.Type, field.Type, type => type.Replace('-', ' '), $"What {named} takes");
            notes.Changed(old.Required, field.Required, required => required ? "yes" : "no", $"Whether {named} must be filled in");
            notes.Changed(old.Max, field.Max, max => $"{max}", $"The longest answer, in characters, to {named}");
            if (Rule(old) != Rule(field))
                notes.Changed(Answer(old, before.Plan), Answer(field, after.Plan), answer => answer, $"What must be answered to {named} for the task to be finished");
            notes.Changed(old.When, field.When, when => when is null ? "always" : $"only where {when.Field} is {(when.Negated ? "not " : "")}{when.Choice}", $"When {named} is asked");
            FieldDifferences.CompareChoices([.. old.Choices.Select(c => new Choice(c.Id, c.Label))], [.. field.Choices.Select(c => new Choice(c.Id, c.Label))], named, notes);
        }
        if (was.Count == now.Count && was.Select(f => f.Name).ToHashSet().SetEquals(now.Select(f => f.Name)) && !was.Select(f => f.Name).SequenceEqual(now.Select(f => f.Name)))
            notes.Add($"The form of {task} has its fields in another order: {string.Join(", ", now.Select(f => ComparedWords.Quoted(f.Label)))}.");
    }
}
