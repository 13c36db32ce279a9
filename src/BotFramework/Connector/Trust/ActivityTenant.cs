using System.Text.Json;
using Microsoft.Bot.Schema;

namespace SupportBot.Connector;

/// <summary>The tenant of an activity. Teams names it in the conversation, in the channel's data, or in both.</summary>
internal static class ActivityTenant
{
    /// <returns>False when the two places name different ones, or one is not written as Teams writes it.</returns>
    public static bool TryRead(Activity activity, out string tenant)
    {
        tenant = string.IsNullOrEmpty(activity.Conversation?.TenantId) ? null : activity.Conversation.TenantId;
        if (activity.ChannelData is not JsonElement { ValueKind: JsonValueKind.Object } data || !data.TryGetProperty("tenant", out var named) || named.ValueKind == JsonValueKind.Null)
            return true;
        if (named.ValueKind != JsonValueKind.Object || BearerToken.Text(named, "id") is not { Length: > 0 } id)
            return false;
        if (tenant is not null && !string.Equals(tenant, id, StringComparison.OrdinalIgnoreCase))
            return false;
        tenant ??= id;
        return true;
    }
}
