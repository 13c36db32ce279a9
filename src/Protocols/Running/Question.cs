namespace SupportBot.Protocols;

/// <summary>What is open and how to put it.</summary>
public sealed record Question
{
    public required ProtocolKey Protocol { get; init; }

    public required string StepId { get; init; }

    /// <summary>What an answer must carry.</summary>
    public required string Token { get; init; }

    /// <summary><c>ask</c>, <c>form</c> or <c>do</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>The question of an <c>ask</c>, the introduction of a <c>form</c> (may be empty), the task of a <c>do</c>.</summary>
    public required string Text { get; init; }

    /// <summary>All open fields in order; the first is the one to put where questions are put one at a time. At least one.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>True when fields of the same form were answered already, so the introduction was shown.</summary>
    public bool IsContinued { get; init; }

    /// <summary>True when <see cref="SoFar"/> is to be shown with a way to change each.</summary>
    public bool IsReview { get; init; }

    /// <summary>Answers that can still be changed, with their fields, in the order they were given. Filled for a review only.</summary>
    public IReadOnlyList<ReviewedAnswer> SoFar { get; init; } = [];

    /// <summary>What was answered before to fields that were opened again.</summary>
    public IReadOnlyDictionary<string, AnswerValue> Earlier { get; init; } = new Dictionary<string, AnswerValue>();

    public bool CanGoBack { get; init; }
}

/// <param name="StepId">the step that asked, for the field's label in another language</param>
public sealed record ReviewedAnswer(string StepId, Field Field, AnswerValue Value);
