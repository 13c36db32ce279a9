namespace SupportBot.Protocols;

/// <summary>A message, optionally with help from the resource lists.</summary>
public sealed record SayStep : Step
{
    public required string Text { get; init; }

    public ResourceReference? Resource { get; init; }

    public override string Verb => "say";
}

/// <summary>Which resources a message shows. Exactly one of the two is set.</summary>
/// <param name="Id">a resource or resource list, such as <c>crisis-lines</c></param>
/// <param name="Topic">resources about a topic, such as <c>bullying</c></param>
public sealed record ResourceReference(string? Id, string? Topic);
