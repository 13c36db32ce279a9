using System.Text;
using System.Text.Json;

namespace SupportBot.Storage;

/// <summary>Seals addresses in Teams under the server's key, each bound to the row it stands in.</summary>
internal sealed class AddressSealer(ServerKeys server, Sealing sealing)
{
    public byte[] Seal(string table, ReadOnlySpan<byte> owner, string row, StoredAddress address) =>
        sealing.Seal(server.Metadata, new Place(table, "address", owner, Encoding.UTF8.GetBytes(row)), JsonSerializer.SerializeToUtf8Bytes(address));

    /// <summary>Null where it was changed or belongs to another row.</summary>
    public StoredAddress? Open(string table, ReadOnlySpan<byte> owner, string row, ReadOnlySpan<byte> whole) =>
        sealing.TryOpen(server.Metadata, new Place(table, "address", owner, Encoding.UTF8.GetBytes(row)), whole, out var content)
            ? JsonSerializer.Deserialize<StoredAddress>(content.Span) : null;

    /// <summary>Keyed hash of a used nonce.</summary>
    public byte[] HashOf(string nonce) => server.Hash("nonce", nonce, "");
}

/// <param name="ActivityId">The message that holds a card; empty for a person's own address.</param>
/// <param name="Language">Empty where it is not known, and in what was sealed before it was kept.</param>
internal sealed record StoredAddress(string ServiceUrl, string ConversationId, string TenantId, string UserId, string BotId, string ActivityId = "", string Language = "")
{
    public TeamsAddress Public => new(ServiceUrl, ConversationId, TenantId, UserId, BotId) { Language = Language };

    public static StoredAddress Of(TeamsAddress address, string activityId = "") =>
        new(address.ServiceUrl, address.ConversationId, address.TenantId, address.UserId, address.BotId, activityId, address.Language);
}
