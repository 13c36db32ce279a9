namespace SupportBot.Cases;

public enum WordsKind
{
    /// <summary>An answer of the report; <see cref="Words.About"/> is the field.</summary>
    Report,

    /// <summary>A question of staff to the reporter.</summary>
    Question,

    /// <summary>What the reporter wrote later.</summary>
    Reply,

    /// <summary>A note of staff that the reporter never sees.</summary>
    Note,

    /// <summary>A field of a task's form; About is <c>task/field</c>.</summary>
    TaskAnswer,

    /// <summary>Why a case was moved, referred or closed; About is the state.</summary>
    Reason,

    /// <summary>A picture; About is its content type. The text is base64.</summary>
    Picture,

    /// <summary>A line of a live hand-over, of the reporter or of the counselor; About is the hand-over's id.</summary>
    Said,
}

/// <summary>Something a person wrote in a case. Sealed under the case's key wherever it rests; append only.</summary>
/// <param name="About">Field, task or state it belongs to; an id from content, never words.</param>
/// <param name="Label">The question it answers, from content; empty where none.</param>
public sealed record Words(Guid Id, Guid CaseId, WordsKind Kind, string About, string Label, Actor Author, DateTimeOffset At, PersonText Text)
{
    /// <summary>True for what a reporter with the code may read again.</summary>
    public bool ReporterMaySee => Kind is WordsKind.Report or WordsKind.Question or WordsKind.Reply or WordsKind.Said;
}
