using System.Text.Json.Serialization;

namespace SupportBot.Protocols;

/// <summary>A run's place in one protocol.</summary>
public sealed record RunFrame
{
    public required ProtocolKey Key { get; init; }

    /// <summary>The content it is pinned to.</summary>
    public required string Hash { get; init; }

    public required string StepId { get; init; }

    /// <summary>Answers in the order they were given.</summary>
    public IReadOnlyList<GivenAnswer> Given { get; init; } = [];

    /// <summary>Answers that are not asked for again when their question comes up: known before, or given after one that is being changed.</summary>
    public IReadOnlyList<GivenAnswer> Remembered { get; init; } = [];

    /// <summary>What was answered before to questions that were opened again, to show beside them.</summary>
    public IReadOnlyDictionary<string, AnswerValue> Earlier { get; init; } = new Dictionary<string, AnswerValue>();

    /// <summary>How often silence was answered, by step.</summary>
    public IReadOnlyDictionary<string, int> Timeouts { get; init; } = new Dictionary<string, int>();

    /// <summary>True once an alert or hand-off happened: nothing before it can be taken back.</summary>
    public bool IsSent { get; init; }

    /// <summary>True while the walk returns to where it was before an answer was changed; what was said on the way is not said again.</summary>
    public bool IsReturning { get; init; }

    /// <summary>Who said first that a two-person task is done.</summary>
    public string? ConfirmedBy { get; init; }

    [JsonIgnore]
    public IReadOnlyDictionary<string, AnswerValue> Answers => Given.ToDictionary(g => g.Name, g => g.Value, StringComparer.Ordinal);
}

/// <summary>An answer with its place in the conversation.</summary>
/// <param name="StepId">the step that asked</param>
/// <param name="Input">the input that brought it, from 1; 0 for an answer known beforehand</param>
/// <param name="IsSent">true once an alert or hand-off has carried it away</param>
public sealed record GivenAnswer(string Name, string StepId, AnswerValue Value, int Input, bool IsSent = false);
