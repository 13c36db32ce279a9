using SupportBot.Connector;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes the authentication of a bot.</summary>
public static class BotFrameworkAuthenticationFactory
{
    /// <summary>For a bot without an app id, which anybody may call. For development only.</summary>
    public static BotFrameworkAuthentication Create() => new DevelopmentAuthentication(ConnectorHttp.Shared);
}
