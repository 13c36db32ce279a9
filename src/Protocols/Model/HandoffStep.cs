namespace SupportBot.Protocols;

/// <summary>Invites a person into the chat; opens a case if there is none.</summary>
public sealed record HandoffStep : Step
{
    public required string Role { get; init; }

    /// <summary>What the person in the chat reads meanwhile.</summary>
    public required string Text { get; init; }

    public required Timeout Timeout { get; init; }

    public override string Verb => "handoff";

    public override bool Waits => true;

    public override Timeout Silence => Timeout;
}
