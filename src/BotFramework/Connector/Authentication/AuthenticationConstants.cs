namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Names and addresses of the protocol between a bot and its channels.</summary>
public static class AuthenticationConstants
{
    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com";

    public const string AudienceClaim = "aud";

    public const string AppIdClaim = "appid";

    public const string ServiceUrlClaim = "serviceurl";

    public const string AnonymousSkillAppId = "AnonymousSkill";

    public const string AnonymousAuthType = "anonymous";
}
