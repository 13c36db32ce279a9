using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>One thing a staff member does away from the chat. Its answer is <c>done</c> or <c>not-possible</c>.</summary>
public sealed record DoStep : Step
{
    /// <summary>What is to be done.</summary>
    public required string Text { get; init; }

    /// <summary>The answer's name; the step's id where the file gives none.</summary>
    public required string Answer { get; init; }

    public required string Role { get; init; }

    public required Span Due { get; init; }

    /// <summary>True when two different people must say it is done.</summary>
    public bool TwoPerson { get; init; }

    /// <summary>Id of licensed wording that only the district may put beside it; null for none.</summary>
    public string? Slot { get; init; }

    /// <summary>What follows silence; null: the case's own deadlines see to it and the step stays open.</summary>
    public Timeout? Timeout { get; init; }

    public override string Verb => "do";

    public override bool Waits => true;

    public override Timeout? Silence => Timeout;

    /// <summary>The answer as a field, for conditions and cards.</summary>
    public Field Field => new()
    {
        Name = Answer,
        Type = FieldType.Choice,
        Label = Text,
        Required = true,
        Choices = [new(Done, "Done"), new(NotPossible, "Not possible"), new(HandedOver, "Hand over")],
        Place = Place,
    };

    public const string Done = "done";
    public const string NotPossible = "not-possible";

    /// <summary>Offered, never stored: the step stays open for the next person.</summary>
    public const string HandedOver = "handed-over";
}
