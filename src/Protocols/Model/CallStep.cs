namespace SupportBot.Protocols;

/// <summary>Runs another protocol and returns.</summary>
public sealed record CallStep : Step
{
    /// <summary>Id of the protocol; its newest version that may be started is taken when the step is reached.</summary>
    public required string Protocol { get; init; }

    public override string Verb => "call";
}
