using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>A case as its row holds it: JSON without the people kept out, who rest sealed.</summary>
internal sealed class CaseFacts(ServerKeys server, Sealing sealing)
{
    public static string Write(Case @case) => JsonSerializer.Serialize(@case with { Excluded = [] }, CaseJson.Default.Case);

    public byte[] SealExcluded(Case @case, byte[] id) =>
        sealing.Seal(server.Metadata, ExcludedOf(id), JsonSerializer.SerializeToUtf8Bytes(@case.Excluded, CaseJson.Default.IReadOnlyListString));

    /// <exception cref="System.Security.Cryptography.CryptographicException">The sealed part was changed or belongs to another case: nobody may see the case then.</exception>
    public Case Read(byte[] id, int revision, string facts, byte[] excluded) =>
        JsonSerializer.Deserialize(facts, CaseJson.Default.Case)! with
        {
            Id = Ids.Guid(id),
            Revision = revision,
            Excluded = JsonSerializer.Deserialize(sealing.Open(server.Metadata, ExcludedOf(id), excluded).Span, CaseJson.Default.IReadOnlyListString)!,
        };

    public Case Read(CaseFileRow row) => Read(row.Id, row.Revision, row.Facts, row.Excluded);

    private static Place ExcludedOf(byte[] id) => new("case_file", "excluded", id, default);
}

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CaseJson : JsonSerializerContext;
