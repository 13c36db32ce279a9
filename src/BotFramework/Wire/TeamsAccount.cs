using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace SupportBot.Wire;

/// <summary>People of a Teams roster, with what the roster says beyond an ordinary account.</summary>
internal static class TeamsAccount
{
    /// <returns>Null for null. What has another shape than Teams gives it is left out.</returns>
    public static TeamsChannelAccount From(ChannelAccount account)
    {
        if (!JsonValue.TryTo<TeamsChannelAccount>(account, out var person))
            return account is null ? null : new TeamsChannelAccount { Id = account.Id, Name = account.Name, AadObjectId = account.AadObjectId, Role = account.Role };

        // Rosters name the Entra account objectId; messages name it aadObjectId.
        if (person.AadObjectId is null && person.Properties is { } more && more.TryGetValue("objectId", out var id) && id.ValueKind == JsonValueKind.String)
            person.AadObjectId = id.GetString();
        return person;
    }
}
