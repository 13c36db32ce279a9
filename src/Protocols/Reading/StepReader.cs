using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads one step: an id, exactly one verb, and that verb's keys.</summary>
internal static partial class StepReader
{
    private const int LongestText = 1_000;

    private static readonly string[] Verbs = ["say", "ask", "form", "alert", "handoff", "wait", "call", "end", "do"];

    /// <param name="following">id of the step below, where a step without <c>next</c> goes on; null for the last</param>
    public static Step? Read(YamlMap map, string? following)
    {
        map.Id("id");
        var verbs = Verbs.Where(map.Has).ToArray();
        if (verbs.Length == 1)
            return Read(map, verbs[0], following);
        if (verbs.Length > 1)
        {
            map.KeyNode(verbs[1]).Fault($"the step has {verbs.Length} verbs, {string.Join(" and ", verbs)}", "make a step of each");
            return null;
        }
        var meant = map.Keys.Select(k => (Key: k, Verb: Nearest.To(k, Verbs))).FirstOrDefault(k => k.Verb is not null);
        map.Fault("the step has no verb", meant.Verb is null ? $"add one of {string.Join(", ", Verbs)}" : $"did you mean {meant.Verb} where it says {meant.Key}?");
        return null;
    }

    private static Step Read(YamlMap map, string verb, string? following) => verb switch
    {
        "say" => Say(map, following),
        "ask" => Ask(map, following),
        "form" => Form(map, following),
        "alert" => Alert(map, following),
        "handoff" => Handoff(map, following),
        "wait" => Wait(map, following),
        "call" => Call(map, following),
        "end" => End(map),
        _ => Do(map, following),
    };

    private static string ShortText(YamlMap map, string key)
    {
        var text = map.Text(key);
        if (text.Length > LongestText)
            map[key]!.Fault($"{key} is longer than {LongestText} characters", "say it shorter, or in two steps");
        return text;
    }

    private static IReadOnlyList<Arm> Next(YamlMap map, string? following)
    {
        if (!map.Has("next"))
        {
            if (following is not null)
                return [new(null, following, Place.Of(map))];
            map.Fault("the last step leads nowhere", "add next, or make it an end");
            return [];
        }
        if (map["next"] is not YamlList list)
            return [new(null, map.Id("next"), Place.Of(map["next"]!))];
        IReadOnlyList<Arm> arms = [.. list.Maps().Select(Arm)];
        CheckElse(list, arms);
        return arms;
    }

    private static Arm Arm(YamlMap map)
    {
        if (map.Has("else"))
        {
            map.RefuseUnknownKeys("else");
            return new(null, map.Id("else"), Place.Of(map));
        }
        map.RefuseUnknownKeys("when", "go");
        map.Text("when");
        return new(ConditionParser.Read(map.Scalar("when")) ?? new AnswerTest("", "", false), map.Id("go"), Place.Of(map));
    }

    private static void CheckElse(YamlList list, IReadOnlyList<Arm> arms)
    {
        var elses = arms.Count(a => a.When is null);
        if (elses == 0)
            list.Fault("next has no else, so some answers lead nowhere", "end the list with - { else: … }");
        else if (elses > 1)
            list.Fault("next has more than one else", "keep the last one");
        else if (arms[^1].When is not null)
            list.Fault("else is not the last arm, so what stands below it is never reached", "move it to the end");
    }

    private static Timeout Timeout(YamlMap map)
    {
        var timeout = map.Map("timeout");
        if (!map.Has("timeout"))
            return new(Cases.Span.Minutes(1), "", null, null, Place.Of(map));
        timeout.RefuseUnknownKeys("after", "calendar", "go", "at-most", "then", "source", "status");
        var atMost = timeout.OptionalNumber("at-most");
        if (atMost is < 1 or > 20)
            timeout["at-most"]!.Fault("at-most must be from 1 to 20", "change it");
        if (timeout.Has("at-most") != timeout.Has("then"))
            timeout.Fault("at-most and then belong together", timeout.Has("then") ? "add at-most: how often go may be taken" : "add then: the step that follows when silence goes on");
        return new(timeout.ReadSpan("after", "calendar"), timeout.Id("go"), atMost, timeout.OptionalId("then"), Place.Of(timeout)) { Source = RuleSourceReader.Optional(timeout) };
    }
}
