namespace SupportBot.Protocols;

/// <summary>One question with named choices.</summary>
public sealed record AskStep : QuestionStep
{
    /// <summary>The answer's name.</summary>
    public required string Answer { get; init; }

    public required IReadOnlyList<Choice> Choices { get; init; }

    public string? Help { get; init; }

    /// <summary>True when more than one choice may be picked.</summary>
    public bool Several { get; init; }

    /// <summary>True when the answers so far are shown with a way to change each.</summary>
    public bool Review { get; init; }

    public override string Verb => "ask";

    public override IReadOnlyList<Field> Fields =>
    [
        new Field
        {
            Name = Answer,
            Type = Several ? FieldType.Choices : FieldType.Choice,
            Label = Text,
            Help = Help,
            Required = true,
            Choices = Choices,
            Place = Place,
        },
    ];
}
