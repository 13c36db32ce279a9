namespace SupportBot.Protocols;

/// <summary>A step that puts fields to the person and waits for them: <c>ask</c> and <c>form</c>.</summary>
public abstract record QuestionStep : Step
{
    /// <summary>In the order they are asked.</summary>
    public abstract IReadOnlyList<Field> Fields { get; }

    public required string Text { get; init; }

    public required Timeout Timeout { get; init; }

    public override bool Waits => true;

    public override Timeout Silence => Timeout;
}
