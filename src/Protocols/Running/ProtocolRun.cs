using System.Text.Json.Serialization;

namespace SupportBot.Protocols;

/// <summary>Where one person is in one protocol. Immutable; <see cref="ProtocolRunJson"/> writes and reads it.</summary>
public sealed record ProtocolRun
{
    public required string RunId { get; init; }

    /// <summary>The day it started, in the school's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The protocol started first, then those it called; the last one is where the run stands.</summary>
    public required IReadOnlyList<RunFrame> Frames { get; init; }

    /// <summary>What an answer must carry to be taken; null when nothing is awaited.</summary>
    public string? Token { get; init; }

    /// <summary>Tokens given out so far: the next is <c>t</c> and this plus one.</summary>
    public int Tokens { get; init; }

    /// <summary>Inputs taken so far.</summary>
    public int Inputs { get; init; }

    /// <summary>Every step arrived at, in order.</summary>
    public IReadOnlyList<WalkedStep> Walked { get; init; } = [];

    /// <summary>Every way taken out of a step, in order.</summary>
    public IReadOnlyList<WalkedWay> Ways { get; init; } = [];

    /// <summary>Answers given in called protocols that have returned, named <c>calling-step.answer</c>.</summary>
    public IReadOnlyDictionary<string, AnswerValue> Returned { get; init; } = new Dictionary<string, AnswerValue>();

    /// <inheritdoc cref="RunStart.Known"/>
    public IReadOnlyDictionary<string, AnswerValue> Known { get; init; } = new Dictionary<string, AnswerValue>();

    public string? Outcome { get; init; }

    /// <summary>True once it was sent to its fallback; a second recall is refused.</summary>
    public bool IsRecalled { get; init; }

    [JsonIgnore]
    public RunFrame Top => Frames[^1];

    /// <summary>The protocol the run was started with.</summary>
    [JsonIgnore]
    public ProtocolKey Key => Frames[0].Key;

    /// <summary>The content it is pinned to.</summary>
    [JsonIgnore]
    public string Hash => Frames[0].Hash;

    [JsonIgnore]
    public bool IsWaiting => Token is not null;

    [JsonIgnore]
    public bool IsEnded => Outcome is not null;

    /// <summary>Answers of the protocol the run was started with, by name, and those of called protocols by <c>calling-step.answer</c>.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, AnswerValue> Answers =>
        Frames[0].Answers.Concat(Returned).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);

    /// <summary>How often a step of the started protocol was arrived at.</summary>
    public int Visits(string stepId) => Walked.Count(w => w.Protocol == Key && w.StepId == stepId);
}

/// <summary>An arrival at a step.</summary>
public sealed record WalkedStep(ProtocolKey Protocol, string StepId);

/// <summary>A departure from a step.</summary>
/// <param name="Way">number of the arm from 0, or <c>silence</c>, or <c>then</c> for silence once too often</param>
public sealed record WalkedWay(ProtocolKey Protocol, string StepId, string Way);
