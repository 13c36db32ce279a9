using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>What can happen to a waiting run.</summary>
public abstract record ProtocolInput;

/// <summary>Answers to the open question.</summary>
/// <param name="Values">by field name; may hold only some of the open fields, the others stay open under the same token</param>
public sealed record GiveAnswer(string Token, IReadOnlyDictionary<string, AnswerValue> Values) : ProtocolInput
{
    /// <summary>The day in the school's time zone, for "not in the future"; the day the run started when null.</summary>
    public DateOnly? Today { get; init; }

    public static GiveAnswer To(string token, string field, AnswerValue value) =>
        new(token, new Dictionary<string, AnswerValue> { [field] = value });
}

/// <summary>The time of the token's timer has passed.</summary>
public sealed record Silence(string Token) : ProtocolInput;

/// <summary>Opens the question answered last.</summary>
public sealed record StepBack : ProtocolInput;

/// <summary>Opens exactly one question again; what was answered after it is not asked again where it still applies.</summary>
public sealed record ChangeAnswer(string Field) : ProtocolInput;

/// <summary>The person invited by a hand-off is in the chat.</summary>
public sealed record Joined(string Token, string PersonId) : ProtocolInput;

/// <summary>The time of a <c>wait</c> has passed.</summary>
public sealed record WokeUp(string Token) : ProtocolInput;

public enum TaskResult
{
    Done,

    /// <summary>Needs a reason.</summary>
    NotPossible,

    /// <summary>Another person goes on at the same step.</summary>
    HandedOver,
}

/// <summary>A staff member answers a <c>do</c>.</summary>
/// <param name="PersonId">who says so; needed where two people must confirm</param>
public sealed record DidIt(string Token, TaskResult Result, string? PersonId = null, PersonText? Reason = null) : ProtocolInput;

/// <summary>The version was found harmful, or something went wrong: on to the fallback, that is to a person.</summary>
/// <param name="Version">the version recalled; null for the one the run was started with</param>
public sealed record Recall(ProtocolKey? Version = null) : ProtocolInput;
