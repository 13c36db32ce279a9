using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads the tasks, forms and clocks of a case.</summary>
internal static class CaseTaskReader
{
    private enum TaskFieldType
    {
        Text,
        Choice,
        Choices,
        Date,
        Time,
        YesNo,
    }

    private enum LogKind
    {
        Public,
    }

    private enum Finisher
    {
        ReceivingSchool,
    }

    public static TaskPlan Read(YamlMap map)
    {
        map.RefuseUnknownKeys("id", "title", "owner", "opens", "each-time", "due", "in", "when", "by", "confirm", "agreed-by", "trained-in", "not-before", "repeats", "replaces", "slot", "log", "form", "escalate", "source", "status", "reminders");
        return new TaskPlan
        {
            Id = map.Id("id"),
            Title = map.Text("title"),
            Owner = map.Id("owner"),
            Opens = map.Id("opens"),
            EachTime = map.Flag("each-time"),
            SaysOnce = map.Has("each-time") && !map.Flag("each-time"),
            Due = Due(map),
            DueBy = (map["due"] as YamlMap)?.ReadOptionalYearDay("by"),
            ByReceivingSchool = map.OptionalChoice<Finisher>("by") == Finisher.ReceivingSchool,
            In = map.OptionalText("in"),
            When = Condition(map),
            TwoPerson = map.OptionalChoice<StepReader.Confirmation>("confirm") == StepReader.Confirmation.TwoPerson,
            AgreedBy = AgreedBy(map),
            TrainedIn = map.OptionalId("trained-in"),
            NotBefore = map.OptionalMap("not-before") is { } earliest ? Earliest(earliest) : null,
            Repeats = map.OptionalMap("repeats") is { } repeats ? Repetition(repeats) : null,
            Replaces = map.OptionalId("replaces"),
            Slot = map.OptionalId("slot"),
            IsLog = map.OptionalChoice<LogKind>("log") == LogKind.Public,
            Form = map.OptionalMap("form") is { } form ? Form(form.InOrder()) : [],
            Escalate = [.. map.OptionalMaps("escalate").Select(Escalation)],
            Source = RuleSourceReader.Optional(map),
        };
    }

    // Who agrees is asked for only where somebody has to.
    private static IReadOnlyList<string> AgreedBy(YamlMap map)
    {
        if (map.Has("agreed-by") && map.OptionalChoice<StepReader.Confirmation>("confirm") != StepReader.Confirmation.TwoPerson)
            map["agreed-by"]!.Fault("nobody has to agree to this task", "write confirm: two-person as well, or remove the line");
        return map.OptionalIds("agreed-by");
    }

    public static ClockPlan Clock(YamlMap map)
    {
        map.RefuseUnknownKeys("id", "title", "starts", "ends", "ends-with", "within", "in", "source", "status");
        return new(map.Id("id"), map.Text("title"), map.Id("starts"), map.OptionalId("ends"), map.ReadSpan("within"), map.OptionalText("in"), RuleSourceReader.Read(map), Condition(map, "ends-with"));
    }

    public static LogDuty LogDuty(YamlMap map)
    {
        map.RefuseUnknownKeys("in", "asks", "source", "status");
        return new(map.Text("in"), map.Choice<LogAsked>("asks"), RuleSourceReader.Read(map));
    }

    /// <summary><c>when: { task: triage, field: kinds, is: [sexual] }</c>, or null.</summary>
    public static TaskCondition? Condition(YamlMap map, string key = "when")
    {
        if (map.OptionalMap(key) is not { } when)
            return null;
        when.RefuseUnknownKeys("task", "field", "is");
        // A yes-no field is answered with yes or no, which are no ids.
        var wanted = when["is"] is YamlList list ? list.Texts() : [when.Text("is")];
        if (wanted.Count == 0)
            when.Fault("is names no choice", "write is: [a choice]");
        return new(when.Id("task"), when.Id("field"), wanted);
    }

    private static Repetition Repetition(YamlMap map)
    {
        map.RefuseUnknownKeys("every", "times", "until", "all");
        var times = map.OptionalNumber("times");
        if (times is < 2 or > 60)
            map["times"]!.Fault("times must be from 2 to 60", "leave it out where it goes on until the case ends");
        if (map.Flag("all") && times is null)
            map["all"]!.Fault("all of what goes on until the case ends is never done", "write times as well, or remove the line");
        return new(map.ReadSpan("every"), times, map.OptionalId("until"), map.Flag("all"));
    }

    // not-before: { after: 2 weeks, unless: { field: outcome, is: [left] } }
    private static Earliest Earliest(YamlMap map)
    {
        map.RefuseUnknownKeys("after", "unless");
        var unless = map.OptionalMap("unless");
        unless?.RefuseUnknownKeys("field", "is");
        return new(map.ReadSpan("after"), unless?.Id("field"), unless is null ? [] : unless["is"] is YamlList list ? list.Texts() : [unless.Text("is")]);
    }

    private static Span? Due(YamlMap map)
    {
        if (map["due"] is not YamlMap due)
            return map.ReadOptionalSpan("due");
        due.RefuseUnknownKeys("within", "by");
        return due.ReadSpan("within");
    }

    private static Escalation Escalation(YamlMap map)
    {
        map.RefuseUnknownKeys("to", "after");
        return new(map.Id("to"), map.ReadSpan("after"));
    }

    private static List<FormField> Form(YamlMap form)
    {
        form.RefuseKeysThatAreNoIds("the field");
        var fields = new List<FormField>();
        foreach (var (name, node) in form.Entries)
        {
            if (node is not YamlMap map)
            {
                node.Fault($"the field {name.Value} is {node.Kind}", "write { type: text, label: \"…\" }");
                continue;
            }
            map.RefuseUnknownKeys("type", "label", "required", "choices", "max", "when", "must", "must-when");
            var type = map.Choice<TaskFieldType>("type");
            IReadOnlyList<PlanChoice> choices = type is TaskFieldType.Choice or TaskFieldType.Choices ? [.. FieldReader.Choices(map, fewest: 1).Select(c => new PlanChoice(c.Id, c.Label))] : [];
            var label = map.OptionalText("label") ?? CaseReader.Words(name.Value);
            var must = Must(map, type, choices);
            if (must is null && map.Has("must-when"))
                map["must-when"]!.Fault("must-when says when, and not what must be answered then", "write must as well, or remove the line");
            fields.Add(new(name.Value, Written(type), label, map.Flag("required") || must is not null, choices, map.OptionalNumber("max") ?? 4_000, When(map, fields), must, Condition(map, "must-when")));
        }
        return fields;
    }

    // must: yes, must: [a, b], or, where several may be chosen, must: all
    private static IReadOnlyList<string>? Must(YamlMap map, TaskFieldType type, IReadOnlyList<PlanChoice> choices)
    {
        if (!map.Has("must"))
            return null;
        IReadOnlyList<string> wanted = map["must"] is YamlList list ? list.Texts() : [map.Text("must")];
        if (type is TaskFieldType.Text or TaskFieldType.Date or TaskFieldType.Time)
            map["must"]!.Fault("only what is chosen can be asked to be something", "write required: true, or make it a yes-no or a choice");
        else if (type == TaskFieldType.Choices && wanted is ["all"])
            return [.. choices.Select(c => c.Id)];
        else if (wanted.Count == 0)
            map["must"]!.Fault("must names no answer", "write one of the choices");
        string[] known = type == TaskFieldType.YesNo ? ["yes", "no"] : [.. choices.Select(c => c.Id)];
        if (type is not (TaskFieldType.Text or TaskFieldType.Date or TaskFieldType.Time) && wanted.FirstOrDefault(w => !known.Contains(w)) is { } unknown)
            map["must"]!.Fault($"there is no choice \"{unknown}\"", CaseChecks.Near(unknown, known));
        return wanted;
    }

    private static string Written(TaskFieldType type) => type == TaskFieldType.YesNo ? "yes-no" : type.ToString().ToLowerInvariant();

    private static FieldCondition? When(YamlMap map, List<FormField> earlier)
    {
        var condition = ConditionParser.Read(map.Scalar("when"));
        if (condition is null)
            return null;
        if (condition is not AnswerTest test)
        {
            map["when"]!.Fault("a field of a task can test one choice only", "write field = choice or field != choice");
            return null;
        }
        if (earlier.Find(f => f.Name == test.Answer) is not { } field)
            map["when"]!.Fault($"no field above this one is called \"{test.Answer}\"", Nearest.To(test.Answer, earlier.Select(f => f.Name)) is { } near ? $"did you mean {near}?" : "test a field that stands above");
        else if (field.Type == "yes-no" ? test.Choice is not ("yes" or "no") : field.Choices.All(c => c.Id != test.Choice))
            map["when"]!.Fault($"\"{test.Answer}\" has no choice \"{test.Choice}\"", Nearest.To(test.Choice, field.Choices.Select(c => c.Id)) is { } near ? $"did you mean {near}?" : "test one of its choices");
        return new(test.Answer, test.Choice, test.Negated);
    }
}
