namespace SupportBot.Storage;

/// <summary>Where a person is reached in Teams.</summary>
/// <param name="ServiceUrl">Of the connector that was authenticated when the person was last seen. Replies go nowhere else.</param>
/// <param name="ConversationId">The personal chat with the bot; empty while none was opened.</param>
/// <param name="UserId">The person as the channel names them, <c>29:…</c>; empty while not seen yet.</param>
/// <param name="BotId">The bot as the channel names it, <c>28:…</c>.</param>
public sealed record TeamsAddress(string ServiceUrl, string ConversationId, string TenantId, string UserId, string BotId)
{
    /// <summary>Language of the chat, such as <c>es</c>; empty while it is not known.</summary>
    public string Language { get; init; } = "";

    public override string ToString() => "•••";
}
