namespace SupportBot.Protocols;

/// <summary>A card with typed fields; in the web chat one question at a time.</summary>
public sealed record FormStep : QuestionStep
{
    /// <summary>Name of the card.</summary>
    public required string Form { get; init; }

    public required IReadOnlyList<Field> Asked { get; init; }

    public override IReadOnlyList<Field> Fields => Asked;

    public override string Verb => "form";
}
