using System.Globalization;

namespace SupportBot.Protocols;

/// <summary>The questions of a form, and the choices of any question.</summary>
internal static class FieldDifferences
{
    public static void Compare(IReadOnlyList<Field> was, IReadOnlyList<Field> now, Protocol before, Protocol after, string step, DifferenceNotes notes)
    {
        foreach (var field in now.Where(f => was.All(o => o.Name != f.Name)))
            notes.Add($"{ComparedWords.Begun(step)} has a new question, {field.Name} ({Kind(field.Type)}{(field.Required ? ", must be answered" : "")}).", null, field.Label);
        foreach (var field in was.Where(f => now.All(n => n.Name != f.Name)))
            notes.Add($"{ComparedWords.Begun(step)} no longer asks {field.Name}.", field.Label);
        foreach (var field in now)
            if (was.FirstOrDefault(o => o.Name == field.Name) is { } old)
                Compare(old, field, before, after, step, notes);
        if (was.Count == now.Count && was.Select(f => f.Name).ToHashSet().SetEquals(now.Select(f => f.Name)) && !was.Select(f => f.Name).SequenceEqual(now.Select(f => f.Name)))
            notes.Add($"{ComparedWords.Begun(step)} asks its questions in another order: {string.Join(", ", now.Select(f => f.Name))}.");
    }

    public static void CompareChoices(IReadOnlyList<Choice> was, IReadOnlyList<Choice> now, string where, DifferenceNotes notes)
    {
        foreach (var choice in now.Where(c => was.All(o => o.Id != c.Id)))
            notes.Add($"{ComparedWords.Begun(where)} has a new answer: {ComparedWords.Quoted(choice.Label)}.");
        foreach (var choice in was.Where(c => now.All(n => n.Id != c.Id)))
            notes.Add($"{ComparedWords.Begun(where)} no longer has the answer {ComparedWords.Quoted(choice.Label)}.");
        foreach (var choice in now)
            if (was.FirstOrDefault(o => o.Id == choice.Id) is { } old)
                notes.Reworded(old.Label, choice.Label, $"An answer of {where} ({choice.Id})");
        if (was.Count == now.Count && was.Select(c => c.Id).ToHashSet().SetEquals(now.Select(c => c.Id)) && !was.Select(c => c.Id).SequenceEqual(now.Select(c => c.Id)))
            notes.Add($"The answers of {where} stand in another order: {string.Join(", ", now.Select(c => ComparedWords.Quoted(c.Label)))}.");
    }

    private static void Compare(Field was, Field now, Protocol before, Protocol after, string step, DifferenceNotes notes)
    {
        var field = $"the question {now.Name} of {step}";
        notes.Reworded(was.Label, now.Label, ComparedWords.Begun(field));
        notes.Reworded(was.Help, now.Help, $"The help beside {field}");
        notes.Changed(was.Type, now.Type, Kind, $"What {field} takes");
        notes.Changed(was.Required, now.Required, required => required ? "yes" : "no", $"Whether {field} must be answered");
        notes.Changed(was.Min, now.Min, Number, $"The smallest number for {field}");
        notes.Changed(was.Max, now.Max, Number, now.Type == FieldType.Number ? $"The largest number for {field}" : $"The longest answer to {field}, in characters,");
        notes.Changed(was.AtMost, now.AtMost, Number, $"The most that {field} takes");
        notes.Changed(was.NotAfterToday, now.NotAfterToday, past => past ? "no" : "yes", $"Whether {field} takes a day to come");
        notes.Changed(was.FirstWords, now.FirstWords, takes => takes ? "yes" : "no", $"Whether {field} may be answered with what was written to begin with");
        if (was.When?.ToString() != now.When?.ToString())
            notes.Add($"{ComparedWords.Begun(field)} is now asked {When(now, after)}; before: {When(was, before)}.");
        CompareChoices(was.Choices, now.Choices, field, notes);
    }

    private static string When(Field field, Protocol protocol) => field.When is null ? "always" : $"only when {ComparedWords.Of(field.When, protocol)}";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "not limited here";

    private static string Kind(FieldType type) => type switch
    {
        FieldType.Text => "free text",
        FieldType.Choice => "one answer of several",
        FieldType.Choices => "one or more answers of several",
        FieldType.Date => "a day",
        FieldType.School => "a school",
        FieldType.People => "names of people",
        FieldType.Pictures => "pictures",
        _ => "a number",
    };
}
