using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>The verbs that act: alert, wait, call, end, do.</summary>
internal static partial class StepReader
{
    internal enum Confirmation
    {
        OnePerson,
        TwoPerson,
    }

    private static AlertStep Alert(YamlMap map, string? following)
    {
        map.RefuseUnknownKeys("id", "alert", "severity", "card", "acknowledge", "calendar", "escalate", "releases", "source", "status", "next");
        var severity = map.Choice<Severity>("severity");
        return new AlertStep
        {
            Id = IdOf(map),
            Source = RuleSourceReader.Optional(map),
            Role = map.Id("alert"),
            Severity = severity,
            Card = map.Id("card"),
            Acknowledge = map.ReadSpan("acknowledge", "calendar"),
            Escalate = Ladder(map),
            Release = map.OptionalChoice<Release>("releases") ?? (severity == Severity.Standard ? Release.Blurred : Release.AtOnce),
            Next = Next(map, following),
            Place = Place.Of(map),
        };
    }

    private static List<LadderRung> Ladder(YamlMap map)
    {
        var maps = map.Maps("escalate");
        if (map.Has("escalate") && maps.Count == 0)
            map["escalate"]!.Fault("the ladder has no rung", "add - { to: a role }");
        var rungs = new List<LadderRung>();
        foreach (var rung in maps)
        {
            rung.RefuseUnknownKeys("to", "acknowledge", "calendar");
            var last = rungs.Count == maps.Count - 1;
            if (!last && !rung.Has("acknowledge"))
                rung.Fault("this rung has no acknowledge, so the next one would never be told", "add acknowledge: how long this role has");
            rungs.Add(new(rung.Id("to"), rung.ReadOptionalSpan("acknowledge", "calendar")));
        }
        return rungs;
    }

    private static WaitStep Wait(YamlMap map, string? following)
    {
        map.RefuseUnknownKeys("id", "wait", "calendar", "source", "status", "next");
        return new WaitStep
        {
            Id = IdOf(map),
            Source = RuleSourceReader.Optional(map),
            For = map.ReadSpan("wait", "calendar"),
            Next = Next(map, following),
            Place = Place.Of(map),
        };
    }

    private static CallStep Call(YamlMap map, string? following)
    {
        map.RefuseUnknownKeys("id", "call", "next");
        return new CallStep
        {
            Id = IdOf(map),
            Protocol = map.Id("call"),
            Next = Next(map, following),
            Place = Place.Of(map),
        };
    }

    private static EndStep End(YamlMap map)
    {
        map.RefuseUnknownKeys("id", "end");
        return new EndStep { Id = IdOf(map), Outcome = map.Id("end"), Place = Place.Of(map) };
    }

    private static DoStep Do(YamlMap map, string? following)
    {
        map.RefuseUnknownKeys("id", "do", "answer", "role", "due", "calendar", "confirm", "slot", "timeout", "source", "status", "next");
        return new DoStep
        {
            Id = IdOf(map),
            Source = RuleSourceReader.Optional(map),
            Text = ShortText(map, "do"),
            Answer = map.OptionalId("answer") ?? IdOf(map),
            Role = map.Id("role"),
            Due = map.ReadSpan("due", "calendar"),
            TwoPerson = map.OptionalChoice<Confirmation>("confirm") == Confirmation.TwoPerson,
            Slot = map.OptionalId("slot"),
            Timeout = map.Has("timeout") ? Timeout(map) : null,
            Next = Next(map, following),
            Place = Place.Of(map),
        };
    }
}
