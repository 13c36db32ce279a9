using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>Steps on their way from one person to another: the run with everything that was answered, and the cases it has opened. Rests sealed.</summary>
/// <param name="Run">Text of <see cref="ProtocolRunJson"/>.</param>
/// <param name="Due">UTC until when the open step is to be done, as it was before.</param>
/// <param name="Timer">The silence that the open step notices; null where it notices none.</param>
internal sealed record PassedRun(string ProtocolId, string Run, DateTimeOffset? Due, Dictionary<string, OpenCase> Cases, SilenceTimer? Timer = null)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, PassedRunJson.Default.PassedRun);

    public static PassedRun Read(ReadOnlyMemory<byte> utf8) => JsonSerializer.Deserialize(utf8.Span, PassedRunJson.Default.PassedRun) ?? throw new JsonException("The text is no run.");

    public override string ToString() => ProtocolId;
}

/// <summary>A run that somebody goes on with.</summary>
/// <param name="CaseNumber">Of the case it belongs to.</param>
internal sealed record TakenOver(PassedRun Passed, string CaseNumber, string FromName);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PassedRun))]
internal sealed partial class PassedRunJson : JsonSerializerContext;
