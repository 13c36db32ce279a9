using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>Comes back later.</summary>
public sealed record WaitStep : Step
{
    public required Span For { get; init; }

    public override string Verb => "wait";

    public override bool Waits => true;
}
