using System.Globalization;
using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads the <c>case</c> section: what kind of case a protocol opens and how such a case is worked.</summary>
internal static class CaseReader
{
    private static readonly string[] Keys =
        ["kind", "title", "sees", "never-sees", "about-staff", "states", "requires", "reporter-status", "tasks", "clocks", "outcomes", "linked", "raises", "opens", "gate", "watch", "keep", "public-log"];

    private enum Then
    {
        Shred,
        Ask,
    }

    public static CasePlan? Read(YamlMap map)
    {
        map.RefuseUnknownKeys(Keys);
        if (map.OptionalText("never-sees") is { } hidden && hidden != "people-named-in-the-report")
            map["never-sees"]!.Fault("never-sees knows only people-named-in-the-report", "write that, or remove the line");
        var states = States(map);
        if (states.Count == 0)
            return null;
        var outcomes = map.OptionalMap("outcomes")?.InOrder();
        outcomes?.RefuseKeysThatAreNoIds("the outcome");
        return new CasePlan
        {
            Kind = map.Id("kind"),
            Title = map.OptionalText("title") ?? Words(map.OptionalId("kind") ?? ""),
            Sees = map.List("sees").Ids(),
            HidesFromPeopleNamed = map.Has("never-sees"),
            States = states,
            Tasks = [.. map.OptionalMaps("tasks").Select(CaseTaskReader.Read)],
            Clocks = [.. map.OptionalMaps("clocks").Select(CaseTaskReader.Clock)],
            Outcomes = outcomes is null ? [] : [.. outcomes.Keys.Select(id => new PlanChoice(id, outcomes.Text(id)))],
            Linked = map.OptionalIds("linked"),
            Raises = map.OptionalIds("raises"),
            Opens = [.. map.OptionalMaps("opens").Select(Child)],
            Gate = map.OptionalId("gate"),
            Watch = [.. map.OptionalMaps("watch").Select(Watch)],
            Keep = map.OptionalMap("keep") is { } keep ? Keep(keep) : null,
            PublicLog = [.. map.OptionalMaps("public-log").Select(CaseTaskReader.LogDuty)],
        };
    }

    /// <summary>The <c>about-staff</c> of a case section; null where it has none, or none that can be read.</summary>
    public static StaffReport? AboutStaff(YamlMap map)
    {
        if (map.OptionalMap("about-staff") is not { } about)
            return null;
        about.RefuseUnknownKeys("certain", "possible");
        if (!map.Has("never-sees"))
            about.Fault("about-staff keeps people out of a case that keeps nobody out", "add never-sees: people-named-in-the-report");
        var possible = about.Has("possible") ? ConditionParser.Read(about.Scalar("possible")) : null;
        return ConditionParser.Read(about.Scalar("certain")) is { } certain ? new(certain, possible) : null;
    }

    public static Dictionary<string, Place> Places(YamlMap map)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (list, kind) in new[] { ("states", "state"), ("tasks", "task"), ("clocks", "clock") })
            foreach (var node in (IEnumerable<YamlNode>?)(map[list] as YamlList) ?? [])
                if ((node as YamlScalar ?? (node as YamlMap)?["id"]) is YamlScalar id)
                    places.TryAdd($"{kind} {id.Value}", Place.Of(node));
        foreach (var key in new[] { "keep", "about-staff" })
            if (map.Has(key))
                places.TryAdd(key, Place.Of(map.KeyNode(key)));
        return places;
    }

    private static List<StatePlan> States(YamlMap map)
    {
        var list = map.List("states");
        if (map.Has("states") && list.Count == 0)
            list.Fault("a case has no states", "add the state it begins in and one with end: true");
        var shows = map.OptionalMap("reporter-status");
        var requires = map.OptionalMap("requires");
        var states = new List<StatePlan>();
        for (var i = 0; i < list.Count; i++)
            if (State(list, i) is { } state)
                states.Add(state with
                {
                    Requires = [.. state.Requires, .. requires?.OptionalIds(state.Id) ?? []],
                    Shows = shows is not null && shows.Has(state.Id) ? shows.Choice<ReporterStatus>(state.Id) : Usual(state, i == 0),
                });
        var ids = states.Select(s => s.Id).ToArray();
        RefuseUnknownStates(shows, ids);
        RefuseUnknownStates(requires, ids);
        foreach (var twice in ids.GroupBy(id => id).Where(g => g.Count() > 1))
            list.Fault($"there are two states {twice.Key}", "give one of them another id");
        return states;
    }

    private static StatePlan? State(YamlList list, int at)
    {
        if (list[at] is YamlMap map)
        {
            map.RefuseUnknownKeys("id", "title", "next", "requires", "end", "reason", "source", "status");
            var id = map.Id("id");
            return new(id, map.OptionalText("title") ?? Words(id), map.OptionalIds("next"), map.OptionalIds("requires"), default, map.Flag("end"), map.Flag("reason")) { Source = RuleSourceReader.Optional(map) };
        }
        if (list[at] is not YamlScalar scalar)
        {
            list[at].Fault($"this state is {list[at].Kind}", "write an id, or id, title and next");
            return null;
        }
        // A bare id leads to the one below it; the last ends the case.
        var next = at + 1 < list.Count ? ((list[at + 1] as YamlScalar)?.Value ?? (list[at + 1] as YamlMap)?.OptionalText("id")) : null;
        return new(scalar.Value, Words(scalar.Value), next is null ? [] : [next], [], default, next is null);
    }

    private static ChildPlan Child(YamlMap map)
    {
        map.RefuseUnknownKeys("protocol", "at", "when", "once");
        return new(map.Id("protocol"), map.Id("at"), CaseTaskReader.Condition(map), map.Flag("once"));
    }

    private static WatchPlan Watch(YamlMap map)
    {
        map.RefuseUnknownKeys("label", "task", "field");
        return new(map.Text("label"), map.Id("task"), map.Id("field"));
    }

    private static ReporterStatus Usual(StatePlan state, bool isFirst) =>
        state.IsEnd ? ReporterStatus.Closed : isFirst ? ReporterStatus.Received : ReporterStatus.BeingReviewed;

    private static void RefuseUnknownStates(YamlMap? map, string[] ids) => map?.RefuseUnknownKeys(ids);

    private static Retention? Keep(YamlMap map)
    {
        map.RefuseUnknownKeys("after", "for", "then", "source", "status");
        var length = map.Text("for").Split(' ');
        if (length is not [var amount, "year" or "years"] || !int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years is < 1 or > 100)
        {
            (map["for"] ?? map).Fault("for is not a number of years", "write for: 5 years");
            years = 1;
        }
        return new(map.Id("after"), years, map.Choice<Then>("then").ToString().ToLowerInvariant()) { Source = RuleSourceReader.Optional(map) };
    }

    /// <summary><c>interim-safety</c> as a person reads it: Interim safety.</summary>
    internal static string Words(string id) =>
        id.Length == 0 ? "" : char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');
}
