namespace SupportBot.Protocols;

/// <summary>An outcome.</summary>
public sealed record EndStep : Step
{
    public required string Outcome { get; init; }

    public override string Verb => "end";
}
