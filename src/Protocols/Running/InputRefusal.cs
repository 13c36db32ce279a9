namespace SupportBot.Protocols;

/// <summary>Why an input was not taken. The run is then unchanged.</summary>
public abstract record InputRefusal
{
    /// <summary>The token is not that of the open question.</summary>
    public sealed record QuestionClosed : InputRefusal;

    /// <summary>An alert or hand-off has carried the answers away; they cannot be taken back.</summary>
    public sealed record AlreadySent : InputRefusal;

    /// <summary>There is no earlier question to go back to.</summary>
    public sealed record NothingBefore : InputRefusal;

    /// <summary>No answer of that name was given.</summary>
    public sealed record NoSuchAnswer(string Field) : InputRefusal;

    /// <summary>A value cannot be taken.</summary>
    public sealed record NotUnderstood(string Field, AnswerFault Reason) : InputRefusal;

    /// <summary>The open step does not wait for such an input.</summary>
    public sealed record NotAwaited : InputRefusal;

    /// <summary>The second person of a two-person confirmation is the first.</summary>
    public sealed record SamePerson : InputRefusal;

    /// <summary>The run is over.</summary>
    public sealed record Ended : InputRefusal;

    /// <summary>The run already went to its fallback.</summary>
    public sealed record AlreadyRecalled : InputRefusal;
}

/// <summary>What is wrong with a value.</summary>
public enum AnswerFault
{
    /// <summary>The field must be answered.</summary>
    Required,
    TooLong,
    NotAChoice,
    InTheFuture,
    TooMany,
    TooSmall,
    TooLarge,

    /// <summary>The value is of another type than the field.</summary>
    WrongKind,

    /// <summary>The open question has no such field.</summary>
    NotAsked,
}
