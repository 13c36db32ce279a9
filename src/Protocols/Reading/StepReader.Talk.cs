using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>The verbs that talk with a person: say, ask, form, handoff.</summary>
internal static partial class StepReader
{
    private static SayStep Say(YamlMap map, string? following)
    {
        map.RefuseUnknownKeys("id", "say", "resource", "next");
        return new SayStep
        {
            Id = IdOf(map),
            Text = ShortText(map, "say"),
            Resource = Resource(map),
            Next = Next(map, following),
            Place = Place.Of(map),
        };
    }

    private static ResourceReference? Resource(YamlMap map)
    {
        if (map["resource"] is not YamlMap by)
            return map.OptionalId("resource") is { } id ? new(id, null) : null;
        by.RefuseUnknownKeys("topic");
        return new(null, by.Id("topic"));
    }

    private static AskStep Ask(YamlMap map, string? following)
    {
        map.RefuseUnknownKeys("id", "ask", "help", "answer", "choices", "several", "review", "timeout", "next");
        return new AskStep
        {
            Id = IdOf(map),
            Text = ShortText(map, "ask"),
            Help = map.OptionalText("help"),
            Answer = map.Id("answer"),
            Choices = FieldReader.Choices(map),
            Several = map.Flag("several"),
            Review = map.Flag("review"),
            Timeout = Timeout(map),
            Next = Next(map, following),
            Place = Place.Of(map),
        };
    }

    private static FormStep Form(YamlMap map, string? following)
    {
        map.RefuseUnknownKeys("id", "form", "text", "fields", "timeout", "next");
        return new FormStep
        {
            Id = IdOf(map),
            Form = map.Id("form"),
            Text = map.Has("text") ? ShortText(map, "text") : "",
            Asked = FieldReader.Fields(map),
            Timeout = Timeout(map),
            Next = Next(map, following),
            Place = Place.Of(map),
        };
    }

    private static HandoffStep Handoff(YamlMap map, string? following)
    {
        map.RefuseUnknownKeys("id", "handoff", "text", "timeout", "next");
        return new HandoffStep
        {
            Id = IdOf(map),
            Role = map.Id("handoff"),
            Text = ShortText(map, "text"),
            Timeout = Timeout(map),
            Next = Next(map, following),
            Place = Place.Of(map),
        };
    }

    // StepReader.Read already said what is wrong with an id.
    private static string IdOf(YamlMap map) => (map["id"] as YamlScalar)?.Value ?? "";
}
