using System.Text.Json.Serialization;

namespace SupportBot.Bench;

/// <summary>One run: a line of the results file.</summary>
internal sealed record Result
{
    public required string Name { get; init; }
    public required string Scenario { get; init; }
    public int Concurrency { get; init; }
    public int Turns { get; init; }
    public double TurnsPerSecond { get; init; }
    public double P50Ms { get; init; }
    public double P99Ms { get; init; }
    public double CpuUsPerTurn { get; init; }
    public double BotCpuPercent { get; init; }
    public double DriverCpuPercent { get; init; }

    /// <summary>Null when the bot has no /stats.</summary>
    public double? AllocatedKbPerTurn { get; init; }
    public double MemoryMb { get; init; }
    public double PeakMemoryMb { get; init; }
    public double ListenMs { get; init; }
    public double FirstReplyMs { get; init; }

    /// <summary>With one conversation at a time.</summary>
    public double AloneP50Ms { get; init; }
    public double AloneP99Ms { get; init; }

    /// <summary>Replies that nobody waited for: more than 0 means that the bot says too much.</summary>
    public int ExtraReplies { get; init; }

    /// <summary>The machine's load over the last minute; well over 2 on two cores, and somebody else was measured too.</summary>
    public double MachineLoad { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Result))]
internal sealed partial class ResultJson : JsonSerializerContext;
